using System.Globalization;

namespace Furrow.Core.Drills.RawCountries;

/// <summary>One feature of a generated file, as it would stand there: degrees as drawn, rings open (the writer closes them), faults and all.</summary>
/// <param name="Polygons">Each a shell and its holes. Empty: the feature has no geometry.</param>
/// <param name="Properties">Names and texts in the order of the file.</param>
public sealed record RawFeature(IReadOnlyList<(double Lon, double Lat)[][]> Polygons, IReadOnlyList<KeyValuePair<string, string>> Properties);

/// <summary>The files of a whole invented country, as raw as those of a real one: of about the same size, and with as many missing, crossing, repeated and
/// overlapping polygons as the published figures of a real one tell. Wholly decided by a seed. It lies where <see cref="GeneratedCountry"/> lies, in the open
/// ocean, and every feature carries EXERCISE.</summary>
/// <param name="Suspected">Attributes typeArea (constant) and fileId (map sheet); no ids, no dates, no status.</param>
/// <param name="Cleared">The same.</param>
/// <param name="Districts">Attributes shapeName and shapeID; neighbours share their borders point by point.</param>
public sealed record RawCountry(IReadOnlyList<RawFeature> Suspected, IReadOnlyList<RawFeature> Cleared, IReadOnlyList<RawFeature> Districts)
{
    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    public static RawCountry Make(ulong seed)
    {
        var borders = RawBorders.Draw(SeededNumbers.For(seed, "raw borders"));
        var sites = new RawSites(SeededNumbers.For(seed, "raw sites"), borders);
        var suspected = new RawLayer(SeededNumbers.For(seed, "raw suspected"), RawQuota.Suspected, sites).Draw(hosts: null);
        var cleared = new RawLayer(SeededNumbers.For(seed, "raw cleared"), RawQuota.Cleared, sites).Draw(hosts: suspected);
        return new RawCountry(
            Features(seed, "raw suspected", suspected, RawQuota.Suspected), Features(seed, "raw cleared", cleared, RawQuota.Cleared),
            [.. borders.Districts.Select((ring, i) => new RawFeature([Degrees([ring])], DistrictName(i)))]);
    }

    /// <summary>The drawn areas and those without geometry, in a mixed order, as sheets were typed.</summary>
    private static RawFeature[] Features(ulong seed, string layer, IReadOnlyList<RawArea> areas, RawQuota quota)
    {
        var numbers = SeededNumbers.For(seed, layer + " order");
        RawFeature[] features = [.. areas.Select(a => Feature(quota.Word, a)), .. Enumerable.Range(0, quota.WithoutGeometry)
            .Select(_ => new RawFeature([], Attributes(quota.Word, Sheet(new PlanePoint(numbers.Between(-150_000, 150_000.0), 0)))))];
        numbers.Shuffle(features);
        return features;
    }

    private static RawFeature Feature(string word, RawArea area) =>
        new([.. area.Polygons.Select(Degrees)], Attributes(word, Sheet(area.Polygons[0][0][0])));

    private static KeyValuePair<string, string>[] Attributes(string word, string sheet) => [new("typeArea", word), new("fileId", sheet)];

    /// <summary>The map sheet of a place: 30 by 30 km, in quarters.</summary>
    private static string Sheet(PlanePoint at)
    {
        int column = (int)Math.Floor(at.East / 15_000) + 100, row = (int)Math.Floor(at.North / 15_000) + 100;
        return string.Create(CultureInfo.InvariantCulture, $"EXERCISE-{column / 2:00}{row / 2:00}-{Quarters[column % 2 + row % 2 * 2]}");
    }

    /// <summary>Two districts bear one name, as places do.</summary>
    private static KeyValuePair<string, string>[] DistrictName(int index) =>
    [
        new("shapeName", string.Create(CultureInfo.InvariantCulture, $"EXERCISE District {(index == 141 ? 1 : index + 1):000}")), new("shapeISO", ""),
        new("shapeID", string.Create(CultureInfo.InvariantCulture, $"EXERCISE{index + 1:000000}")), new("shapeGroup", "EXERCISE"), new("shapeType", "ADM3"),
    ];

    private static (double Lon, double Lat)[][] Degrees(PlanePoint[][] rings) =>
        Array.ConvertAll(rings, ring => Array.ConvertAll(ring, p => p.ToDegrees()));
}
