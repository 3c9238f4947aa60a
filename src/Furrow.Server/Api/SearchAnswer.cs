using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Pages;

namespace Furrow.Server.Api;

/// <summary>What the search box of the map found: first the place the words name as coordinates, then hazardous areas, reports and places by name.</summary>
/// <param name="Refused">Why words that look like coordinates lead nowhere; null otherwise.</param>
public sealed record SearchAnswer(string Query, IReadOnlyList<FoundAnswer> Results, string? Refused = null)
{
    private const int MostOfAKind = 8;

    /// <param name="places">Names and points of the base map.</param>
    public static SearchAnswer Of(ProgrammeState state, string query, DateOnly date, int knownAt, IEnumerable<(string Name, GridPoint At)> places)
    {
        var words = query.Trim();
        if (words.Length == 0)
        {
            return new SearchAnswer(query, []);
        }

        var results = new List<FoundAnswer>();
        if (CoordinateText.Parse(words) is { } at)
        {
            results.Add(FoundAnswer.Point("coordinate", CoordinateText.Decimal(at), CoordinateText.Other(at), at));
        }

        bool Has(string? text) => Codes.Has(text, words);
        if (knownAt > 0)
        {
            results.AddRange(LandQuestions.HazardousAreas(state.Land, date, knownAt)
                .Where(a => Has(a.Label) || Has(a.Code) || Has(a.Name) || a.Aliases.Any(Has))
                .OrderBy(a => a.Label.Length).ThenBy(a => a.Label, Codes.Order)
                .Take(MostOfAKind)
                .Select(a => new FoundAnswer("area", a.Label, a.Name, null, null, MapExtent.DegreesOf(a.Bounds), MapLinks.Area(a.Code))));
        }

        results.AddRange(state.Reports
            .Where(r => Has(r.Packed.Code))
            .OrderBy(r => r.Packed.Code.Length).ThenBy(r => r.Packed.Code, Codes.Order)
            .Take(MostOfAKind)
            .Select(r => FoundAnswer.Of(r)));
        results.AddRange(places.Where(p => Has(p.Name)).Take(MostOfAKind).Select(p => FoundAnswer.Point("place", p.Name, null, p.At)));
        return new SearchAnswer(query, results, CoordinateText.Refusal(words) is { } refused ? Said.Of(Texts.Current, refused) : null);
    }
}

/// <param name="Kind">coordinate, area, report or place.</param>
/// <param name="Bounds">West, south, east, north, for what is larger than a point; null when it has no place on the map.</param>
public sealed record FoundAnswer(string Kind, string Title, string? Detail, double? Lon, double? Lat, double[]? Bounds, string? Link)
{
    /// <summary>Where its polygons lie, or else its point.</summary>
    public static FoundAnswer Of(ReportEntry entry)
    {
        var report = entry.Report;
        GridPoint? at = entry.Packed.Bounds.IsEmpty ? report.Parts.Select(p => p.Point).FirstOrDefault(p => p is not null) : null;
        return new FoundAnswer("report", report.Code, report.Organisation, at?.LonDegrees, at?.LatDegrees, MapExtent.DegreesOf(entry.Packed.Bounds),
            MapLinks.Report(entry.Id));
    }

    public static FoundAnswer Point(string kind, string title, string? detail, GridPoint at) =>
        new(kind, title, detail, at.LonDegrees, at.LatDegrees, null, null);
}
