namespace Furrow.Exchange.Mappings;

/// <summary>What a person says of a column that holds the place of a row, or half of it.</summary>
public static class PlaceSaying
{
    public const string Latitude = "latitude", Longitude = "longitude", Easting = "easting", Northing = "northing", Zone = "zone", Wkt = "wkt", Mgrs = "mgrs",
        Position = "position";

    /// <summary>In the order in which a person is offered them.</summary>
    public static readonly IReadOnlyList<string> All = [Latitude, Longitude, Easting, Northing, Zone, Wkt, Mgrs, Position];

    /// <summary>The columns with what was said; null for a word that is none of these.</summary>
    public static GeometryColumns? With(this GeometryColumns columns, string column, string word) => word switch
    {
        Latitude or Northing => columns.AsPair() with { Y = column },
        Longitude or Easting => columns.AsPair() with { X = column },
        Zone => columns with { Zone = column },
        Wkt => columns.AsWhole(GeometryForm.Wkt, column),
        Mgrs => columns.AsWhole(GeometryForm.Mgrs, column),
        Position => columns.AsWhole(GeometryForm.Position, column),
        _ => null,
    };

    /// <summary>The places that words of single columns say, over what the mapping says; null where none says any.</summary>
    public static GeometryColumns? Of(IEnumerable<(string Column, string Words)> said, GeometryColumns? before)
    {
        GeometryColumns? found = null;
        foreach (var (column, words) in said)
        {
            found = (found ?? before ?? new GeometryColumns()).With(column, words.Trim()) ?? found;
        }

        return found;
    }

    private static GeometryColumns AsPair(this GeometryColumns columns) => columns with
    {
        Form = columns.Form == GeometryForm.Legs ? GeometryForm.Legs : GeometryForm.Coordinates,
        Text = null,
    };

    private static GeometryColumns AsWhole(this GeometryColumns columns, GeometryForm form, string column) => columns with
    {
        Form = columns.Form == GeometryForm.Legs ? GeometryForm.Legs : form,
        Text = column,
        X = null,
        Y = null,
    };
}
