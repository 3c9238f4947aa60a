using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Api;

/// <summary>The full history of one spot: its statuses through time for each group of kinds, the reports over it and the hazardous areas
/// they speak about.</summary>
/// <param name="Status">Overall status now (at the date asked for).</param>
public sealed record SpotAnswer(double Lon, double Lat, int KnownAt, bool Exercise, DateOnly Date, string Status, IReadOnlyList<SpotHistoryAnswer> Histories,
    IReadOnlyList<SpotReportAnswer> Reports, IReadOnlyList<SpotAreaAnswer> Areas, IReadOnlyList<SpotPointAnswer> Points)
{
    public static SpotAnswer Of(Reader reader, ProgrammeState state, GridPoint at, int knownAt, DateOnly date)
    {
        var spot = LandQuestions.Spot(state.Land, at, knownAt);
        var overall = spot.Histories.FirstOrDefault(h => (h.Kinds & KindSet.Overall) != 0);
        var codes = spot.Claims.Select(c => c.Claim.HazardousArea).OfType<string>().Distinct(Codes.Comparer).ToList();
        var areas = codes.Select(code => LandQuestions.HazardousArea(state.Land, code, date, knownAt)).OfType<HazardousAreaAnswer>()
            .DistinctBy(a => a.Code, Codes.Comparer).OrderBy(a => a.Label, Codes.Order);
        return new SpotAnswer(at.LonDegrees, at.LatDegrees, knownAt, state.IsExercise, date,
            Statuses.NameOf(overall?.At(date) ?? LandStatus.Unrecorded),
            [.. spot.Histories.Where(h => h.Since.Count > 0).Select(h => SpotHistoryAnswer.Of(state, h))],
            [.. spot.Claims.Select(c => SpotReportAnswer.Of(reader, state, c))],
            [.. areas.Select(SpotAreaAnswer.Of)],
            [.. UndrawnRecords.Near(state, at, knownAt).Select(p => SpotPointAnswer.Of(p.Record, p.Metres))]);
    }
}

public sealed record SpotHistoryAnswer(IReadOnlyList<string> Kinds, IReadOnlyList<SpotSinceAnswer> Since)
{
    public static SpotHistoryAnswer Of(ProgrammeState state, StatusHistory history) =>
        new(KindNames.Of(history.Kinds), [.. history.Since.Select(s => SpotSinceAnswer.Of(state, s))]);
}

/// <param name="Report">Code of the report that made it so.</param>
public sealed record SpotSinceAnswer(DateOnly On, string Status, string Heading, string? Report, string? ReportLink)
{
    public static SpotSinceAnswer Of(ProgrammeState state, StatusSince since)
    {
        var claim = since.Claim < 0 ? null : state.Land.Claim(since.Claim);
        return new SpotSinceAnswer(since.On, Statuses.NameOf(since.Status), Names.Of(since.Heading), claim?.ReportCode,
            claim is null ? null : MapLinks.Report(claim.Report));
    }
}

/// <summary>One part of a report that speaks about the spot, with what followed from it for each kind, and who submitted, checked and decided.</summary>
public sealed record SpotReportAnswer(Guid Id, string Code, string Kind, string Effect, IReadOnlyList<string> Kinds, DateOnly On, string Precision,
    bool Baseline,
    string Organisation, string? Team, string? Method, int? DepthSearchedCm, int? DepthRequiredCm, string? HazardousArea, int AcceptedAt, string Link,
    IReadOnlyList<SpotMoveAnswer> Moves, IReadOnlyList<SpotReviewAnswer> Review)
{
    public static SpotReportAnswer Of(Reader reader, ProgrammeState state, SpotClaim spot)
    {
        var claim = spot.Claim;
        var entry = state.FindReport(claim.Report);
        var precision = entry?.Report.End.Precision ?? DatePrecision.Day;
        return new SpotReportAnswer(claim.Report, claim.ReportCode, Names.Of(claim.ReportKind), Names.Of(claim.Effect), KindNames.Of(claim.Kinds),
            claim.On,
            Names.Of(precision), claim.Baseline, claim.Organisation, claim.Team, claim.Method, claim.DepthSearchedCm, claim.DepthRequiredCm,
            claim.HazardousArea, claim.AcceptedAt, MapLinks.Report(claim.Report),
            [.. spot.Moves.Select(m => new SpotMoveAnswer(KindNames.Of(m.Kinds), Statuses.NameOf(m.From), Statuses.NameOf(m.To), Names.Of(m.Heading)))],
            entry is null ? [] : [.. ReviewHistory.Of(state.Book, entry)
                .Select(l => new SpotReviewAnswer(Names.Of(l.What), reader.NameOf(l.Act), ProgrammeTime.Of(state).Local(l.Act.At)))]);
    }
}

/// <summary>A record with a point and no polygon, within whose accuracy the spot lies (10 m where none is stated), or one that only names the place whose
/// middle this is.</summary>
public sealed record SpotPointAnswer(string Code, string Effect, IReadOnlyList<string> Kinds, DateOnly On, string Organisation, string? Place,
    double? AccuracyMetres, bool ByPlace, double DistanceMetres, string Link)
{
    internal static SpotPointAnswer Of(UndrawnRecord record, double metres) => new(record.Claim.ReportCode, Names.Of(record.Claim.Effect),
        KindNames.Of(record.Claim.Kinds), record.Claim.On, record.Claim.Organisation, record.Claim.Undrawn!.Place, record.ReachMetres, record.ByPlace,
        Math.Round(metres, 1), MapLinks.Report(record.Claim.Report));
}

/// <summary>One step of a review. Its reason is free text, which is restricted (docs/tiers.md): the page of the report shows it.</summary>
public sealed record SpotReviewAnswer(string Act, string By, DateTimeOffset At);

public sealed record SpotMoveAnswer(IReadOnlyList<string> Kinds, string From, string To, string Heading);

/// <param name="Label">What people read for the code.</param>
/// <param name="RemainingSquareMetres">Inside the area's own outline.</param>
public sealed record SpotAreaAnswer(string Code, string Label, string? Name, string State, string Status, decimal RemainingSquareMetres,
    decimal ReleasedSquareMetres,
    double[]? Bounds, string Link)
{
    public static SpotAreaAnswer Of(HazardousAreaAnswer area) => new(area.Code, area.Label, area.Name, Names.Of(area.State), Statuses.NameOf(area.Status),
        AreaText.SquareMetres(area.RemainingMicro), AreaText.SquareMetres(area.ReleasedMicro), MapExtent.DegreesOf(area.Bounds), MapLinks.Area(area.Code));
}

/// <summary>Addresses of the pages a map leads to.</summary>
internal static class MapLinks
{
    public static string Report(Guid id) => $"/reports/{id:D}";

    public static string Area(string code) => "/areas/" + Uri.EscapeDataString(code);
}
