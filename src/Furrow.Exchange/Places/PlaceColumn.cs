using Furrow.Exchange.Mappings;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Places;

/// <summary>What a column gives of a place, by its name.</summary>
internal enum PlaceRole : byte
{
    None,

    /// <summary>A whole place: well-known text, a grid reference, latitude and longitude in one.</summary>
    Whole,
    East,
    North,
    Zone,
    Hemisphere,
}

/// <summary>A column that may give the place of a row.</summary>
/// <param name="Pair">Which easting belongs to which northing.</param>
/// <param name="IsSure">The name says a place and hardly anything else: where nothing else gives the place of a row, its value is not passed over.</param>
internal readonly record struct PlaceColumn(PlaceRole Role, string Pair, bool IsSure)
{
    /// <summary>Names people also give to other things: what stands there is a place only when it can be read as one.</summary>
    private static readonly string[] Unsure = ["position", "location", "gps", "utm", "koordinat", "grid"];

    private static readonly string[] Zones = ["zone", "utm zone", "zona", "dilim", "зона"];
    private static readonly string[] Hemispheres = ["hemisphere", "hemi"];

    /// <summary>Said of the same place: "Centroid lat", "GPS latitude".</summary>
    private static readonly HashSet<string> Before = ["centroid", "centre", "center", "gps", "point", "polygon", "site", "area", "minefield", "hazard",
        "decimal",
        "wgs", "84"];

    private static readonly HashSet<string> Behind = ["dd", "deg", "degree", "degrees", "decimal", "wgs", "m", "dms"];

    /// <summary>By the name, or what the name is apart from words around it: "Lat (2)", "Centroid_X".</summary>
    public static PlaceColumn Of(string heading)
    {
        if (heading.LastIndexOf(HeadingRows.Joint, StringComparison.Ordinal) is > 0 and var joint
            && Named(Words.Fold(heading[(joint + HeadingRows.Joint.Length)..]), Words.Fold(heading[..joint])) is { Role: not PlaceRole.None } part
            && Named(Words.Fold(heading), "").Role == PlaceRole.None)
        {
            return part;
        }

        var words = Words.Fold(heading).Split(' ').ToList();
        if (Named(string.Join(' ', words), "") is { Role: not PlaceRole.None } whole)
        {
            return whole;
        }

        int first = 0, last = words.Count;
        while (first < last - 1 && Before.Contains(words[first]))
        {
            first++;
        }

        while (last > first + 1 && (Behind.Contains(words[last - 1]) || words[last - 1].All(char.IsAsciiDigit)))
        {
            last--;
        }

        var name = string.Join(' ', words[first..last]);
        return words[last..].Contains("m") && SizeNames.MayBe(name) ? default : Named(name, string.Join(' ', [.. words[..first], .. words[last..]]));
    }

    private static PlaceColumn Named(string folded, string rest)
    {
        if (PlaceNames.Whole.Contains(folded))
        {
            return new(PlaceRole.Whole, "", rest.Length == 0);
        }

        if (AxisNames.Find(folded) is var (pair, isEast))
        {
            return new(isEast ? PlaceRole.East : PlaceRole.North, $"{pair} {rest}", rest.Length == 0 && folded.Length > 2);
        }

        return Unsure.Contains(folded) ? new(PlaceRole.Whole, "", false)
            : Zones.Contains(folded) ? new(PlaceRole.Zone, "", false)
            : Hemispheres.Contains(folded) ? new(PlaceRole.Hemisphere, "", false)
            : default;
    }
}
