using System.Globalization;
using Furrow.Exchange.Projections;
using Furrow.Oracle.Tests.Countries;
using Furrow.Postgres;
using Furrow.Trials;
using Xunit;

namespace Furrow.Oracle.Tests.Projections;

/// <summary>Every coordinate system known by code, by every way to WGS 84 it can be given, over its whole area of use and the margin beside it: what PROJ
/// says by the same EPSG operation, to a millimetre. The projection is asked of PostGIS (from the geographic system of the registry, so that there is no
/// choice of operation in it), the datum shift of gdaltransform by its number.</summary>
public sealed class SystemsAgainstProjTests(Judges judges, ITestOutputHelper output)
{
    private const double Millimetre = 0.001;

    /// <summary>The codes some programs write for Web Mercator, of which PROJ knows two.</summary>
    private static readonly int[] Nicknames = [900913];

    [Fact]
    public void Every_system_gives_the_places_of_PROJ_by_the_same_operation_over_its_area_of_use()
    {
        var registry = ProjRegistry.Systems();
        var systems = CoordinateSystems.Codes.Except(Nicknames).Where(c => c != 4326).Select(c => new Asked(c, registry[c])).ToList();
        Project(systems);
        var worst = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Compare(systems.Where(s => !CoordinateSystems.WaysOf(s.Code).Any()), null, s => s.Points, worst);
        foreach (var group in systems.SelectMany(s => CoordinateSystems.WaysOf(s.Code).Select(way => (Way: way, System: s))).GroupBy(p => p.Way))
        {
            var shifted = new Queue<(double, double)>(GdalTransform.By(group.Key, group.SelectMany(p => p.System.Points)));
            Compare(group.Select(p => p.System), group.Key, s => [.. s.Points.Select(_ => shifted.Dequeue())], worst);
            Assert.Empty(shifted);
        }

        output.WriteLine($"{systems.Count} systems, {worst.Count} with their ways, {systems[0].Points.Count} places each; worst {worst.Values.Max() * 1000:F6} mm");
        Assert.Equal([], worst.Where(w => !(w.Value <= Millimetre)).Select(w => $"{w.Key}: {w.Value * 1000:F3} mm"));
    }

    [Fact]
    public void Names_operations_methods_and_accuracies_are_those_of_the_registry()
    {
        var (registry, shifts) = (ProjRegistry.Systems(), ProjRegistry.Shifts());
        foreach (var code in CoordinateSystems.Codes.Except(Nicknames))
        {
            var ways = CoordinateSystems.WaysOf(code).ToList();
            var system = CoordinateSystems.Resolve($"EPSG:{code}{(ways.Count > 0 ? $" via EPSG:{ways[0]}" : "")}").Get();
            Assert.Equal(registry[code].Authority == "ESRI" ? "WGS 84 / Pseudo-Mercator" : registry[code].Name, system.RegistryName);
            foreach (var way in ways)
            {
                var shift = CoordinateSystems.Resolve($"EPSG:{code} via EPSG:{way}").Get().Shift!;
                Assert.Equal($"EPSG:{way}: {shifts[way].Method.Replace(" (geog2D domain)", "").ToLowerInvariant()}, {shifts[way].Accuracy} m",
                    $"{shift.Name}: {shift.MethodName}, {shift.AccuracyMetres} m");
            }
        }
    }

    [Fact]
    public void The_other_codes_of_Web_Mercator_mean_it()
    {
        var known = CoordinateSystems.Resolve("EPSG:3857").Get();
        Assert.All(Nicknames, code => Assert.True(CoordinateSystems.Resolve($"EPSG:{code}").Get().Agrees(known)));
    }

    private static void Compare(IEnumerable<Asked> systems, int? way, Func<Asked, IReadOnlyList<(double Lon, double Lat)>> theirs,
        SortedDictionary<string, double> worst)
    {
        foreach (var asked in systems)
        {
            var text = $"EPSG:{asked.Code}{(way is null ? "" : $" via EPSG:{way}")}";
            var system = CoordinateSystems.Resolve(text).Get();
            worst[text] = theirs(asked).Select((at, i) =>
            {
                var (x, y) = asked.Projected[i];
                var ours = system.ToWgs84(x, y);
                var back = system.FromWgs84(ours.Lon, ours.Lat);
                var off = Metres(ours, at);
                return Math.Max(off, system.IsGeographic ? Metres(back, (x, y)) : Math.Max(Math.Abs(back.X - x), Math.Abs(back.Y - y)));
            }).Aggregate(0.0, (most, now) => double.IsNaN(now) ? double.PositiveInfinity : Math.Max(most, now));
        }
    }

    /// <summary>All of them in one query: each is one row with all its places.</summary>
    private void Project(List<Asked> systems)
    {
        var rows = string.Join(",\n", systems.Select((s, i) => $"({i}, '{s.Geographic}', '{s.Authority}:{s.Code}', ST_GeomFromText('MULTIPOINT({
            string.Join(',', s.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Lon:R} {p.Lat:R}")))})'))"));
        foreach (var (system, at, x, y) in judges.Of(TrialCountries.Generated).Server.Source.Rows($"""
            SELECT id, (dumped).path[1], ST_X((dumped).geom), ST_Y((dumped).geom)
            FROM (SELECT id, ST_DumpPoints(ST_Transform(geom, source, target)) AS dumped FROM (VALUES {rows}) AS asked(id, source, target, geom)) AS points
            ORDER BY 1, 2
            """, r => (r.GetInt32(0), r.GetInt32(1), r.GetDouble(2), r.GetDouble(3))))
        {
            Assert.Equal(at, systems[system].Projected.Count + 1);
            systems[system].Projected.Add((x, y));
        }

        Assert.All(systems, s => Assert.Equal(s.Points.Count, s.Projected.Count));
    }

    private static double Metres((double Lon, double Lat) one, (double Lon, double Lat) other) => Math.Max(Math.Abs(one.Lat - other.Lat),
        Math.Abs(Math.IEEERemainder(one.Lon - other.Lon, 360)) * Math.Cos(other.Lat * Math.PI / 180)) * 111_320;

    private sealed class Asked(int code, (string Authority, string Name, string Geographic) registered)
    {
        public int Code => code;

        public string Authority => registered.Authority;

        public string Geographic => registered.Geographic;

        /// <summary>Corners, edges and inside of the area of use and of the margin: longitude and latitude on the system's own datum.</summary>
        public List<(double Lon, double Lat)> Points { get; } = Grid(CoordinateSystems.Resolve(Usable(code)).Get().Area ?? Everywhere);

        public List<(double X, double Y)> Projected { get; } = [];

        /// <summary>On the meridian itself a place of a system of the whole world has two eastings.</summary>
        private const double OnOneSide = 179.999999;

        private static AreaOfUse Everywhere => new(-180, -90, 180, 90, 0);

        private static string Usable(int code) => $"EPSG:{code}{(CoordinateSystems.WaysOf(code).ToList() is [var first, ..] ? $" via EPSG:{first}" : "")}";

        private static List<(double Lon, double Lat)> Grid(AreaOfUse area) =>
            [.. from lon in Steps(area.West, area.East, area.Margin)
                from lat in Steps(area.South, area.North, area.Margin)
                select (Math.Clamp(Math.IEEERemainder(lon, 360), -OnOneSide, OnOneSide), Math.Clamp(lat, -89.5, 89.5))];

        private static IEnumerable<double> Steps(double low, double high, double margin) =>
            [low - margin, low, low + 0.21 * (high - low), low + 0.5 * (high - low), low + 0.83 * (high - low), high, high + margin];
    }
}
