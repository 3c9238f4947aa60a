using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A record without polygon that lies at the very point of another, for the same purpose: perhaps the same record twice.</summary>
public static class DuplicatePoint
{
    public static readonly Check Check = new("duplicate-point", Severity.Warning, "Another record without polygon lies at the same point.", Judge)
    {
        Concerns = s => s.Report.Parts.Count > 0 && s.Report.Parts.Any(static p => p.Point is not null && p.Shape is not { IsEmpty: false }),
    };

    private static readonly Fix KeepOne = new("keep-one",
        $"If both are one record, keep one and take the other back; if not, look both positions up in the source.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        for (var i = 0; i < s.Report.Parts.Count; i++)
        {
            var part = s.Report.Parts[i];
            if (part.Point is not { } point || part.Shape is { IsEmpty: false })
            {
                continue;
            }

            if (s.Context.Points.FirstBefore(point, s.Report.Id, i, other => IsDouble(s.Report, part.Effect, other)) is { } first)
            {
                yield return s.Found(Check, OverlapOwn.PairOf(s.Report.Organisation, first.Organisation),
                    first.Report == s.Report.Id ? (Phrase)$"The record gives its point {point.ToString()} twice."
                        : $"The point {point.ToString()} is that of {first.ReportCode}.", KeepOne, i, at: point);
            }
        }
    }

    private static bool IsDouble(Report report, LandEffect effect, PartRef other) =>
        other.Report != report.Corrects && EffectClass.Of(other.Effect) == EffectClass.Of(effect) && (other.Kinds & report.Kinds) != 0;
}
