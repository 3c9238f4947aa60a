using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Pages.Import;

/// <summary>Which columns of a table say where a row lies, as the form of a mapping says it.</summary>
public static class PlaceForm
{
    /// <summary>Name of the field of the form, its key, and the column it holds.</summary>
    public static readonly IReadOnlyList<(string Name, string Key, Func<GeometryColumns, string?> Of)> Columns =
    [
        ("place-text", "place.text", g => g.Text), ("place-y", "place.y", g => g.Y), ("place-x", "place.x", g => g.X), ("place-zone", "place.zone", g => g.Zone),
        ("place-hemisphere", "place.hemisphere", g => g.Hemisphere), ("place-group", "place.group", g => g.Group), ("place-order", "place.order", g => g.Order),
        ("place-shape", "place.shape", g => g.Shape), ("place-point-type", "place.point-type", g => g.PointType),
    ];

    /// <summary>The same of bearings and distances.</summary>
    public static readonly IReadOnlyList<(string Name, string Key, Func<GeometryColumns, string?> Of)> LegColumns =
    [
        ("place-from", "place.from", g => g.From), ("place-to", "place.to", g => g.To), ("place-bearing", "place.bearing", g => g.Bearing),
        ("place-distance", "place.distance", g => g.Distance),
    ];

    /// <summary>Units of a distance that are offered.</summary>
    public static readonly IReadOnlyList<string> Units = ["m", "ft", "yd", "km"];

    /// <summary>Why rows could not be placed so; null when they can. A form that lacks a column would leave every row nowhere.</summary>
    public static Problem? Wrong(IFormCollection form, GeometryColumns? place, string file, IReadOnlyList<ProposedColumn> known)
    {
        if (form["place-declination"].ToString().Trim() is { Length: > 0 } degrees && PlainNumber.Real(degrees) is null)
        {
            return Problems.ReportFieldWrong("place-declination", $"\"{degrees}\" is no number of degrees; write it as 4.5, or -4.5 for west.");
        }

        return place is null ? null
            : place.PlaceColumns.FirstOrDefault(c => known.Count > 0 && known.All(k => k.Column != c)) is { } strange
                ? Problems.ColumnMissing(file, "geometry", strange)
            : place.Form switch
            {
                GeometryForm.Coordinates when place.X is null || place.Y is null =>
                    Problems.PlaceColumnsMissing($"Say in which two columns the coordinates stand."),
                GeometryForm.Wkt or GeometryForm.Mgrs or GeometryForm.Position when place.Text is null =>
                    Problems.PlaceColumnsMissing($"Say in which column the whole position stands."),
                GeometryForm.Legs when place.Bearing is null || place.Distance is null || place.Group is null
                        || place.Text is null && (place.X is null || place.Y is null) =>
                    Problems.PlaceColumnsMissing($"Say in which columns bearing, distance, the code of the polygon and the position of its start stand."),
                _ => null,
            };
    }

    /// <summary>What stood before where the form says nothing of it, or the same.</summary>
    public static GeometryColumns? Read(IFormCollection form, GeometryColumns? before)
    {
        string? Text(string name) => form["place-" + name].ToString().Trim() is { Length: > 0 } text ? text : null;
        if (!Enum.TryParse<GeometryForm>(form["place-form"], out var kind) || (before is null && kind == GeometryForm.None))
        {
            return before;
        }

        return (before ?? new GeometryColumns()) with
        {
            Form = kind,
            Text = Text("text"),
            X = Text("x"),
            Y = Text("y"),
            Zone = Text("zone"),
            Hemisphere = Text("hemisphere"),
            Group = Text("group"),
            Order = Text("order"),
            Shape = Text("shape"),
            PointType = Text("point-type"),
            From = Text("from"),
            To = Text("to"),
            Bearing = Text("bearing"),
            Distance = Text("distance"),
            DistanceUnit = Text("distance-unit"),
            DeclinationDegrees = PlainNumber.Real(Text("declination") ?? ""),
            Adjustment = Enum.TryParse<TraverseAdjustment>(form["place-adjustment"], out var adjustment) ? adjustment : before?.Adjustment ?? default,
            North = Enum.TryParse<NorthReference>(form["place-north"], out var north) ? north : before?.North ?? default,
        };
    }
}
