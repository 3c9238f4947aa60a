using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>What the ledger cannot work without (docs/user/reports.md): a report that lacks it is refused. What a report of its kind is expected to
/// say but an old archive rarely does stands in <see cref="MinimumFields"/> and is named, never refused: what happened is always recorded.</summary>
public static class MinimumData
{
    /// <summary>Why the report cannot be received; null when it can.</summary>
    public static Problem? Refusal(Report report)
    {
        if ((General(report) ?? OfKind(report)) is { } wrong)
        {
            return wrong;
        }

        foreach (var part in report.Parts)
        {
            if (OfPart(report, part) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static Problem? General(Report report)
    {
        if (report.Id == Guid.Empty)
        {
            return Problems.ReportFieldMissing("id", $"A report needs an id.");
        }

        if (Codes.Key(report.Code).Length is 0 or > 200)
        {
            return Problems.ReportFieldMissing("code", $"A report needs a code of at most 200 characters.");
        }

        if (string.IsNullOrWhiteSpace(report.Organisation))
        {
            return Problems.ReportFieldMissing("organisation", $"A report needs the organisation that did the work.");
        }

        if (report.Kinds == KindSet.None || (report.Kinds & ~KindSet.All) != 0)
        {
            return Problems.ReportFieldWrong("kinds", $"A report names the kinds of contamination it speaks about: ap-mines, av-mines, "
                + $"cluster-munition-remnants, other-erw, ied.");
        }

        if (report.Corrects is not null && report.Withdraws is not null)
        {
            return Problems.ReportFieldWrong("corrects", $"A report either corrects or withdraws, not both.");
        }

        return report.End.Day.Year < 1900 ? Problems.ReportFieldWrong("end", $"The end date {report.End.Day} lies before 1900.") : null;
    }

    private static Problem? OfKind(Report report)
    {
        if (!ReportKinds.All.Any(k => k.Kind == report.Kind))
        {
            return Problems.ReportFieldWrong("kind", $"There is no such kind of report.");
        }

        var isWithdrawal = report.Kind == ReportKind.Withdrawal;
        if (isWithdrawal != report.Withdraws is not null || (isWithdrawal && report.Parts.Count > 0))
        {
            return Problems.ReportFieldWrong("withdraws", $"A withdrawal names the report it takes away and has no parts; no other kind of report withdraws.");
        }

        if (!isWithdrawal && report.Parts.Count == 0)
        {
            return Problems.ReportFieldMissing("parts", $"A report speaks about at least one piece of land.");
        }

        if (report.Parts.FirstOrDefault(p => !ReportKinds.Allows(report.Kind, p.Effect)) is { } part)
        {
            return Problems.ReportFieldWrong("effect", $"A report of kind {ReportKinds.NameOf(report.Kind)} cannot have the effect {part.Effect.ToString()}.");
        }

        return report.Kind switch
        {
            ReportKind.Reopening when report.Evidence.Count == 0 =>
                Problems.ReportFieldMissing("evidence", $"A re-opening of released land needs evidence of its own: name it."),
            ReportKind.Reopening when report.Parts.Any(p => p.Effect == LandEffect.ReopenConfirmed)
                && report.Evidence.All(e => e.Strength != EvidenceStrength.Direct) =>
                Problems.ReportFieldMissing("evidence", $"Land is re-opened as confirmed on direct evidence only."),
            ReportKind.Custody when report.Parts.Any(p => p.Effect == LandEffect.HandOver) && string.IsNullOrWhiteSpace(report.HandedOverTo) =>
                Problems.ReportFieldMissing("handed over to", $"A handover must name who takes the land over."),
            ReportKind.Withdrawal when Log.Sealed.IsBlank(report.Remarks) => Problems.ReasonMissing("withdraw a report"),
            _ => null,
        };
    }

    private static Problem? OfPart(Report report, ReportPart part)
    {
        if (part.Point is { IsOnEarth: false } || report.ReferencePoint is { At.IsOnEarth: false } || report.Benchmark is { At.IsOnEarth: false })
        {
            return Problems.ReportFieldWrong("point", $"The point lies outside longitude −180 to 180 and latitude −90 to 90.");
        }

        if (part.Shape is { IsEmpty: false } shape && !(IsOnEarth(shape.Bounds.MinLon, shape.Bounds.MinLat)
            && IsOnEarth(shape.Bounds.MaxLon, shape.Bounds.MaxLat)))
        {
            return Problems.ReportFieldWrong("polygon", $"The polygon lies outside longitude −180 to 180 and latitude −90 to 90.");
        }

        if (part.DepthSearchedCm is < 0 or > 10_000 || part.DepthRequiredCm is < 0 or > 10_000)
        {
            return Problems.ReportFieldWrong("depth", $"A depth is between 0 and 10,000 cm.");
        }

        return part.StatedSquareMetres is { } stated && !(stated >= 0 && stated < 1e13)
            ? Problems.ReportFieldWrong("stated area", $"A stated area is a number of m², 0 or more.")
            : null;
    }

    private static bool IsOnEarth(long lon, long lat) => new GridPoint(lon, lat).IsOnEarth;
}
