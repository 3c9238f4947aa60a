using Furrow.Exchange;
using Furrow.Exchange.Tables;

namespace Furrow.Server.Pages.Import;

/// <summary>Which columns of a table say where a row lies, as the form of a mapping says it.</summary>
public static class PlaceForm
{
    /// <summary>Name of the field of the form, its key, and the column it holds.</summary>
    public static readonly IReadOnlyList<(string Name, string Key, Func<GeometryColumns, string?> Of)> Columns =
    [
        ("place-text", "place.text", g => g.Text), ("place-x", "place.x", g => g.X), ("place-y", "place.y", g => g.Y), ("place-zone", "place.zone", g => g.Zone),
        ("place-hemisphere", "place.hemisphere", g => g.Hemisphere), ("place-group", "place.group", g => g.Group), ("place-order", "place.order", g => g.Order),
        ("place-bearing", "place.bearing", g => g.Bearing), ("place-distance", "place.distance", g => g.Distance),
    ];

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
            Bearing = Text("bearing"),
            Distance = Text("distance"),
            North = Enum.TryParse<NorthReference>(form["place-north"], out var north) ? north : before?.North ?? default,
        };
    }
}
