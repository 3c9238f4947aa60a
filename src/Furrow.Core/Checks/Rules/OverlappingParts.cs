using System.Globalization;
using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Two polygons of one record that cover the same land. The land is counted once, whatever is drawn; the m² stated for the record are often the sum
/// of both.</summary>
public static class OverlappingParts
{
    public static readonly Check Check = new("overlapping-parts", Severity.Warning, "Two polygons of one record overlap.", Judge)
    {
        Concerns = s => s.Parts.Count > 1 || s.AnyPart(static p => p.Rings.Count > 1),
    };

    /// <summary>Neighbours measured in one record at most, and pairs of their points: beyond, its repair tells what came of them together.</summary>
    private const int MostPairs = 100;
    private const long MostPointPairs = 200_000_000;

    private static readonly Fix DrawApart = new("draw-apart",
        $"Draw the polygons side by side, or as one; the land is counted once, and the m² stated for the record may be those of both.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        var polygons = RecordPolygon.Of(s);
        var least = s.Context.Settings.PartOverlapIgnoredBelowPercent;
        var left = MostPointPairs;
        foreach (var (first, second) in Pairs(polygons))
        {
            left -= (long)first.Points * second.Points;
            if (left > 0 && first.Effect == second.Effect && first.Key != second.Key && first.Land is { } a && second.Land is { } b
                && SharedArea.Micro(a, b) is > 0 and var shared)
            {
                var percent = 100.0 * shared / Math.Max(1, Math.Min(first.AreaMicro, second.AreaMicro));
                if (percent >= least)
                {
                    yield return s.Found(Check, "overlap", Sentence(first.Number, second.Number, shared, Math.Min(percent, 100)), DrawApart, second.Part, shared,
                        SharedArea.Near(a, b));
                }
            }
        }
    }

    private static Phrase Sentence(int first, int second, long shared, double percent) =>
        $"Polygons {first} and {second} of the record overlap by {AreaText.Whole(shared)} m², {percent.ToString("0.#", CultureInfo.InvariantCulture)} % of the smaller.";

    private static List<(RecordPolygon First, RecordPolygon Second)> Pairs(IReadOnlyList<RecordPolygon> polygons)
    {
        var pairs = new List<(int First, int Second)>();
        new PackedBoxes([.. polygons.Select(p => p.Box)]).EachPair((i, j) =>
        {
            pairs.Add((Math.Min(i, j), Math.Max(i, j)));
            return pairs.Count < MostPairs;
        });
        pairs.Sort();
        return pairs.ConvertAll(p => (polygons[p.First], polygons[p.Second]));
    }
}
