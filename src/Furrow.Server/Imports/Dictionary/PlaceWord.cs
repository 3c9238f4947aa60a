using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What each column of a place gives of it: a latitude is no northing, and neither is the number of a point.</summary>
internal static class PlaceWord
{
    public const string Hemisphere = "hemisphere", Order = "order", Shape = "shape", PointType = "point-type", From = "from", To = "to", Bearing = "bearing",
        Distance = "distance";

    /// <param name="systems">In which the rows were read.</param>
    public static IReadOnlyDictionary<string, string> Of(GeometryColumns? columns, IEnumerable<string> systems)
    {
        var words = new Dictionary<string, string>();
        if (columns is null)
        {
            return words;
        }

        var isDegrees = systems.All(s => CoordinateSystems.Resolve(s).Value?.IsGeographic != false);
        var (east, north) = isDegrees ? (PlaceSaying.Longitude, PlaceSaying.Latitude) : (PlaceSaying.Easting, PlaceSaying.Northing);
        (east, north) = columns.Axes == PlaneAxes.XIsNorth ? (north, east) : (east, north);
        var whole = columns.Form switch { GeometryForm.Wkt => PlaceSaying.Wkt, GeometryForm.Position => PlaceSaying.Position, _ => PlaceSaying.Mgrs };
        foreach (var (column, word) in new[]
        {
            (columns.Text, whole), (columns.X, east), (columns.Y, north), (columns.Zone, PlaceSaying.Zone), (columns.Hemisphere, Hemisphere),
            (columns.Order, Order), (columns.Shape, Shape), (columns.PointType, PointType), (columns.From, From), (columns.To, To),
            (columns.Bearing, Bearing), (columns.Distance, Distance),
        })
        {
            words.TryAdd(column ?? "", word);
        }

        words.Remove("");
        return words;
    }
}
