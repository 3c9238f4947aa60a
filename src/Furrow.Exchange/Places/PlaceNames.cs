namespace Furrow.Exchange.Places;

/// <summary>Names of columns, folded, that say a place and hardly anything else: what stands there must be read, or the row is refused. Names that people
/// also give to other things are not among them ("location" is often a village, "gps" a device, "utm" a zone, "duzina" a length).</summary>
internal static class PlaceNames
{
    public static readonly string[] Whole = ["wkt", "wkt geom", "geom", "geometry", "the geom", "shape", "polygon", "coordinates", "coordinate", "coords",
        "gps coordinates", "gps position", "lat lon", "lat long", "latitude longitude", "utm coordinates", "mgrs", "mgrs coordinate", "usng", "grid ref",
        "grid reference", "koordinate", "koordinata", "koordinatlar", "koordinat", "geometriya", "геометрия", "координаты"];

    /// <summary>Names of columns with well-known text.</summary>
    public static readonly string[] Drawn = ["wkt", "wkt geom", "the geom"];

    private static readonly string[] Halves = ["lat", "latitude", "lon", "long", "longitude", "lng", "easting", "northing", "utm easting", "utm northing",
        "utm e", "utm n", "utm x", "utm y", "x coord", "y coord", "coord x", "coord y", "point x", "point y", "enlik", "enlem", "boylam", "широта", "долгота",
        "geografska duzina", "geografska sirina"];

    /// <summary>Only beside each other.</summary>
    private static readonly (string X, string Y)[] Pairs = [("x", "y"), ("east", "north"), ("istok", "sjever"), ("dogu", "kuzey")];

    public static bool IsHalf(string folded, IReadOnlyCollection<string> all) =>
        Halves.Contains(folded) || Pairs.Any(p => (folded == p.X || folded == p.Y) && all.Contains(p.X) && all.Contains(p.Y));
}
