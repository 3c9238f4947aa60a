using Furrow.Core.Land;
using Furrow.Exchange.Csv;
using Furrow.Exchange.Exports;
using Furrow.Exchange.GeoJson;
using Furrow.Exchange.GeoPackage;
using Furrow.Exchange.Kml;
using Furrow.Exchange.Shapefile;

namespace Furrow.Server.Tests.Hostile;

/// <summary>Drawings whose rings meet, repeat or enclose each other by the thousand. Each was tried in every format that can carry it, as a hazard and as a
/// release; here each stands in one, in turn.</summary>
internal static class HostileDrawings
{
    private const long Cell = CellId.Size;
    private static readonly GridPoint Corner = new(1_750 * Cell, 4_410 * Cell);

    private static readonly (string Extension, Func<IFormatWriter> Writer)[] Formats =
    [
        (".geojson", () => new GeoJsonWriter()), (".gpkg", () => new GeoPackageWriter()), (".kml", () => new KmlWriter()), (".csv", () => new CsvWriter()),
        (".zip", () => new ShapefileWriter()),
    ];

    public static IEnumerable<HostileFile> Make() => All().Select((drawing, i) => FileOf(drawing, Formats[i % Formats.Length]));

    private static IEnumerable<(string Trait, IEnumerable<GridPoint[][]> Polygons)> All()
    {
        yield return ("5,000 equal squares", Times(5_000, _ => new[] { Box(0, 0, Cell, Cell) }));
        yield return ("2,000 holes in each other", [[Box(0, 0, Cell, Cell), .. Times(2_000, i => Turned(Nested(i + 1)))]]);
        yield return ("2,000 parts in each other", Times(2_000, i => new[] { Nested(i) }));
        yield return ("3,000 equal holes", [[Box(0, 0, Cell, Cell), .. Times(3_000, _ => Turned(Box(1_000, 1_000, Cell / 2, Cell / 2)))]]);
        yield return ("3,000 holes, each over the next",
            [[Box(0, 0, Cell, Cell), .. Times(3_000, i => Turned(Box(1_000 + 3_000 * i, 1_000, 4_000, Cell / 2)))]]);
        yield return ("2,000 squares, each there and back", Times(4_000, i => new[] { i % 2 == 0 ? Square(i / 2) : Turned(Square(i / 2)) }));
        yield return ("one square 2,000 times there and back", Times(4_000, i => new[] { i % 2 == 0 ? Box(0, 0, Cell, Cell) : Turned(Box(0, 0, Cell, Cell)) }));
        yield return ("4,000 squares side by side", Times(4_000, i => new[] { Box(i % 64 * 20_000, i / 64 * 20_000, 20_000, 20_000) }));
        yield return ("a board of 10,000 squares", Times(10_000, i => new[] { Box((2 * (i % 100) + i / 100 % 2) * 9_000, i / 100 * 9_000, 9_000, 9_000) }));
        yield return ("3,000 bars on one line", Times(3_000, i => new[] { Box(1_000 + i * 1_000, 1_000, 3_000_000, 1_000_000) }));
        yield return ("3,000 bars on a line of cells", Times(3_000, i => new[] { Box(i * 1_000, 0, 3_000_000, 1_000_000) }));
        yield return ("100 strips over 100 strips",
            Times(200, i => new[] { i < 100 ? Box(0, i * 90_000, Cell, 40_000) : Box((i - 100) * 90_000, 0, 40_000, Cell) }));
        yield return ("a comb of 20,000 teeth lying", [[Comb(20_000)]]);
        yield return ("25,000 rays of one point", [[Rays(25_000)]]);
        yield return ("a spiral of 300 turns", [[Spiral(300)]]);
        yield return ("a line 20,000 times there and back", [[[At(0, 0), At(0, Cell), .. Times(20_000, i => At(i % 2 * Cell, 1_000)), At(Cell, 0)]]]);
        yield return ("a ring of 100,000 points", [[[.. Times(100_000, i => Round(i * 2 * Math.PI / 100_000, 4_000_000 + i * 7_919 % 1_000))]]]);
    }

    private static HostileFile FileOf((string Trait, IEnumerable<GridPoint[][]> Polygons) drawing, (string Extension, Func<IFormatWriter> Writer) format)
    {
        using var bytes = new MemoryStream();
        format.Writer().Write(new ExportTable("a", false, ExportGeometry.Polygons, [new("n", ExportType.Whole)],
            [new ExportRow([1], new Shape(drawing.Polygons))]), bytes);
        return new HostileFile($"{drawing.Trait} ({format.Extension})", "a" + format.Extension, bytes.ToArray(), null);
    }

    private static IEnumerable<T> Times<T>(int count, Func<int, T> one) => Enumerable.Range(0, count).Select(one);

    private static GridPoint At(long x, long y) => new(Corner.Lon + x, Corner.Lat + y);

    private static GridPoint Round(double turn, double radius) => At(Cell / 2 + (long)(radius * Math.Cos(turn)), Cell / 2 + (long)(radius * Math.Sin(turn)));

    private static GridPoint[] Box(long x, long y, long width, long height) => [At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height)];

    private static GridPoint[] Nested(long i) => Box(2_000 * i, 2_000 * i, Cell - 4_000 * i, Cell - 4_000 * i);

    private static GridPoint[] Square(int i) => Box(i % 45 * 200_000, i / 45 * 200_000, 150_000, 150_000);

    private static GridPoint[] Turned(GridPoint[] ring) => [.. ring.Reverse()];

    private static GridPoint[] Comb(int teeth) =>
    [
        .. Times(teeth, i => i).SelectMany(i => new[] { At(1_000, i * 400), At(9_000_000, i * 400 + 100), At(1_000, i * 400 + 200) }),
        At(0, teeth * 400), At(0, 0),
    ];

    private static GridPoint[] Rays(int count) => [.. Times(count, i => i * 2 * Math.PI / count).SelectMany(turn => new[]
    {
        Round(0, 0), Round(turn, 4_900_000), Round(turn + Math.PI / count, 4_900_000),
    })];

    /// <summary>A band wound up: out along one side, and back along the other.</summary>
    private static GridPoint[] Spiral(int turns)
    {
        GridPoint Side(int i, double more) => Round(i * Math.PI / 50, 100_000 + i * 4_700_000.0 / (100 * turns) + more);
        return [.. Times(100 * turns, i => Side(i, 0)), .. Times(100 * turns, i => Side(100 * turns - 1 - i, 6_000))];
    }
}
