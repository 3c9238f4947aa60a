using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange.Exports;
using Furrow.Server.Answers;
using Furrow.Server.Verbs;

namespace Furrow.Server.Exports;

/// <summary>Hazardous areas with the land that is left of them; those nobody has drawn with the point, the place and the m² that are known.</summary>
internal static class AreaExports
{
    private static readonly ExportColumn[] Columns =
    [
        new("code", ExportType.Text), new("hazardous_area", ExportType.Text, "haz_area"), new("label", ExportType.Text), new("name", ExportType.Text),
        new("state", ExportType.Text), new("status", ExportType.Text), new("as_of", ExportType.Date),
        new("registered_square_metres", ExportType.Number, "regist_m2"), new("remaining_square_metres", ExportType.Number, "remain_m2"),
        new("released_square_metres", ExportType.Number, "releas_m2"), new("passed_on_square_metres", ExportType.Number, "passed_m2"),
        new("in_balance_square_metres", ExportType.Number, "balance_m2"), new("stated_area_square_metres", ExportType.Number, "stated_m2"),
        new("counted_under", ExportType.Text, "cnt_under"), new("first_reported", ExportType.Date, "first_rep"),
        new("last_reported", ExportType.Date, "last_rep"), new("kinds", ExportType.Text), new("place", ExportType.Text),
        new("predecessors", ExportType.Text, "predecess"), new("aliases", ExportType.Text),
    ];

    /// <param name="left">Complete before the first row is asked for.</param>
    public static ExportTable Of(ProgrammeState state, LandLedger known, DateOnly asOf, ExportOmissions left) =>
        new("hazardous areas", state.IsExercise, ExportGeometry.Mixed, Columns,
            [.. LandQuestions.HazardousAreas(known, asOf).Select(a => Row(state, known, a, asOf, left))]);

    private static ExportRow Row(ProgrammeState state, LandLedger known, HazardousAreaAnswer area, DateOnly asOf, ExportOmissions left)
    {
        var undrawn = area.State == AreaState.Unlocated ? Undrawn(state, area) : [];
        var status = undrawn.Count == 0 ? area.Status
            : undrawn.Exists(p => p.Effect is LandEffect.Confirm or LandEffect.ReopenConfirmed) ? LandStatus.Confirmed : LandStatus.Suspected;
        left.Add("nothing is left: the row has no place, and its status, unrecorded, makes no report when it comes in again",
            status == LandStatus.Unrecorded);
        left.Add("released land of areas of which some is left (see the land and the reports)", area is { ReleasedMicro: > 0, RemainingMicro: > 0 });
        var points = undrawn.Select(p => p.Point).OfType<GridPoint>().Distinct().ToList();
        left.Add("points beyond the first", points.Count > 1);
        return new ExportRow(
            [
                area.Label, area.Code, area.Label, area.Name, Names.Of(area.State), Statuses.NameOf(status), asOf, Names.Area(area.RegisteredMicro),
                Names.Area(area.RemainingMicro), Names.Area(area.ReleasedMicro), Names.Area(area.PassedOnMicro), Names.Area(area.InBalanceMicro),
                area.StatedSquareMetres is > 0 ? area.StatedSquareMetres : null, CountedUnder(area), area.FirstReported, area.LastReported,
                Kinds.NameOf(area.Kinds), undrawn.Select(p => p.Place).FirstOrDefault(p => p is not null), Several(area.Predecessors), Several(area.Aliases),
            ],
            area.RemainingMicro > 0 ? LandQuestions.Remaining(known, area.Code, asOf) : null, points.Count > 0 ? points[0] : null);
    }

    /// <summary>The point of an area nobody has drawn; null where there is land, or no point.</summary>
    public static GridPoint? PointOf(ProgrammeState state, HazardousAreaAnswer area) =>
        area.State != AreaState.Unlocated ? null : Undrawn(state, area).Select(p => p.Point).FirstOrDefault(p => p is not null);

    /// <summary>What its hazard reports say, where none has a polygon.</summary>
    private static List<ReportPart> Undrawn(ProgrammeState state, HazardousAreaAnswer area) => [.. area.Reports
        .Select(id => state.FindReport(id)!.Report).Where(ReportKinds.IsHazard).SelectMany(r => r.Parts)
        .Where(p => p.Effect is LandEffect.Suspect or LandEffect.Confirm or LandEffect.ReopenSuspected or LandEffect.ReopenConfirmed)];

    private static string? Several(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(", ", codes);

    /// <summary>Whose ground the rest of what remains is in the balance, with how many m².</summary>
    private static string? CountedUnder(HazardousAreaAnswer area) => area.CountedUnder.Count == 0 ? null
        : string.Join("; ", area.CountedUnder.Select(s => $"{s.Label} {AreaText.Whole(s.AreaMicro)}"));
}
