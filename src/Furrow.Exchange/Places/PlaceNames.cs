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
}
