using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Exports;

/// <summary>The reports of a ledger as an export should bring them to another.</summary>
internal static class ReportsTold
{
    /// <summary>Every report but for its ids, source and acceptance, one in a line.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        using var programme = Programme.OpenForReading(path).Get();
        var reader = programme.ReaderFor(ReaderPurpose.Review);
        return [.. Told(programme.State.Reports.Select(e => reader.Open(e.Report)))];
    }

    private static IEnumerable<string> Told(IEnumerable<Report> reports) => reports.Select(r => string.Join(" | ", [
        r.Code, r.Kind, r.Start, r.End, r.Organisation, r.Team, r.Donor, r.Kinds, ReportClaims.HazardousArea(r, ReportClaims.OwnArea(r)), r.HazardousAreaName,
        string.Join(",", r.Predecessors), string.Join(",", r.Aliases), r.ReferencePoint?.At, r.Benchmark?.At,
        string.Join(",", r.Evidence.Select(v => $"{v.Strength} {v.Kind}")), r.Baseline, r.HandedOverTo, r.Remarks?.Text,
        string.Join(",", r.Extra.Texts.Where(x => x.Key is not ("acceptance" or "fid")).OrderBy(x => x.Key, StringComparer.Ordinal)),
        .. r.Parts.SelectMany(p => (object?[])[p.Effect, p.Point, p.Place, p.Method, p.DepthSearchedCm, p.DepthRequiredCm, p.SurfaceReleases,
            p.StatedSquareMetres?.ToString(CultureInfo.InvariantCulture), p.PositionAccuracyMetres,
            p.Shape is { } shape ? LandQuestions.AreaMicro(shape) : null]),
    ])).Order(StringComparer.Ordinal);
}
