using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Drills.Islands;

/// <summary>Municipalities around the larger villages, and districts made of them. Borders tend to run along heights; each place reaches into the
/// sea to a common outer frame, and
/// neighbours share their border point by point.</summary>
public sealed class Districts
{
    private const int Coarse = 4;
    private const int Columns = Terrain.Columns / Coarse;
    private const int Rows = Terrain.Rows / Coarse;

    private Districts(IReadOnlyList<string> names, int[] districtOf, PlaceSet municipalities, PlaceSet districts) =>
        (Names, DistrictOf, Municipalities, LargerDistricts) = (names, districtOf, municipalities, districts);

    /// <summary>Names of the municipalities, in the order of the set.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For each municipality the number of its district.</summary>
    public IReadOnlyList<int> DistrictOf { get; }

    public PlaceSet Municipalities { get; }

    public PlaceSet LargerDistricts { get; }

    internal static Districts Make(ulong seed, Terrain terrain, IReadOnlyList<Village> villages, Func<Metres, GridPoint> toGrid)
    {
        var seats = Spread(villages, 12);
        var capitals = Spread(seats.ConvertAll(i => villages[i]), 4);
        var districtOf = seats.Select(s => Enumerable.Range(0, capitals.Count).MinBy(c => (villages[s].At - villages[seats[capitals[c]]].At).Length)).ToArray();
        var labels = Grow(terrain, seats.ConvertAll(i => villages[i].At));
        BorderArcs.SettleCorners(labels, Columns, Rows, l => l);
        BorderArcs.SettleCorners(labels, Columns, Rows, l => districtOf[l]);
        BorderArcs.SettleCorners(labels, Columns, Rows, l => l);
        var arcs = BorderArcs.Make(labels, Columns, Rows, Terrain.CellMetres * Coarse, new LatticeNoise(SeededNumbers.For(seed, "borders").Next()), toGrid);
        var names = seats.ConvertAll(s => villages[s].Name + " Municipality");
        var municipalities = names.Select((n, i) => new Place(n, BorderArcs.ShapeOf(arcs, l => l == i)));
        var districts = capitals.Select((c, d) =>
            new Place(villages[seats[c]].Name + " District", BorderArcs.ShapeOf(arcs, l => l >= 0 && districtOf[l] == d)));
        return new Districts(names, districtOf, new PlaceSet("EXERCISE municipalities", [.. municipalities]),
            new PlaceSet("EXERCISE districts", [.. districts]));
    }

    /// <summary>The first village, then always the one farthest from those chosen.</summary>
    private static List<int> Spread(IReadOnlyList<Village> villages, int count)
    {
        var chosen = new List<int> { 0 };
        while (chosen.Count < Math.Min(count, villages.Count))
        {
            chosen.Add(Enumerable.Range(0, villages.Count).Where(i => !chosen.Contains(i))
                .MaxBy(i => chosen.Min(c => (villages[c].At - villages[i].At).Length)));
        }

        return chosen;
    }

    /// <summary>Each square goes to the seat it is easiest to reach from; climbing counts.</summary>
    private static int[] Grow(Terrain terrain, List<Metres> seats)
    {
        var labels = new int[Columns * Rows];
        Array.Fill(labels, -1);
        var queue = new PriorityQueue<(int Cell, int Label), (double, int, int)>();
        for (var i = 0; i < seats.Count; i++)
        {
            queue.Enqueue((CoarseCell(seats[i]), i), (0, i, 0));
        }

        while (queue.TryDequeue(out var entry, out var at))
        {
            if (labels[entry.Cell] >= 0)
            {
                continue;
            }

            labels[entry.Cell] = entry.Label;
            int column = entry.Cell % Columns, row = entry.Cell / Columns;
            foreach (var (dc, dr) in ((int, int)[])[(1, 0), (0, 1), (-1, 0), (0, -1)])
            {
                if (column + dc is >= 0 and < Columns && row + dr is >= 0 and < Rows && entry.Cell + dr * Columns + dc is var next && labels[next] < 0)
                {
                    var climb = Math.Abs(Math.Max(0, terrain.HeightMetres(MiddleOf(next))) - Math.Max(0, terrain.HeightMetres(MiddleOf(entry.Cell))));
                    queue.Enqueue((next, entry.Label), (at.Item1 + 400 + 14 * climb, entry.Label, next));
                }
            }
        }

        return labels;
    }

    private static int CoarseCell(Metres p)
    {
        var cell = Terrain.CellAt(p);
        return cell / Terrain.Columns / Coarse * Columns + cell % Terrain.Columns / Coarse;
    }

    private static Metres MiddleOf(int cell) => new((cell % Columns - Columns / 2.0 + 0.5) * 400, (cell / Columns - Rows / 2.0 + 0.5) * 400);
}
