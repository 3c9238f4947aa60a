namespace Furrow.Exchange.Projections;

/// <summary>The datum shift inside a BOUNDCRS (ISO 19162): its method says which way the rotations turn, its parameters in which units they are.</summary>
internal static class BoundShift
{
    private const double Second = Math.PI / 180 / 3600;

    /// <summary>Null where the method is none of the three, or it has a parameter that is none of the seven.</summary>
    public static StatedShift? Of(WktNode shift)
    {
        var name = shift.Find("METHOD")?.Name ?? "";
        ShiftMethod? method = Has(name, "Coordinate Frame") ? ShiftMethod.CoordinateFrame : Has(name, "Position Vector") ? ShiftMethod.PositionVector
            : Has(name, "Geocentric translation") ? ShiftMethod.GeocentricTranslations : null;
        var seven = new double[7];
        foreach (var parameter in shift.All("PARAMETER"))
        {
            if (Place(parameter.Name) is not { } at || parameter.Number(0) is not { } value)
            {
                return null;
            }

            seven[at] = at switch
            {
                < 3 => value * (parameter.Find("LENGTHUNIT", "UNIT")?.Number(0) ?? 1),
                < 6 => value * (parameter.Find("ANGLEUNIT", "UNIT")?.Number(0) is { } angle ? angle / Second : 1),
                _ => Ppm(value, parameter.Find("SCALEUNIT", "UNIT")?.Number(0)),
            };
            seven[at] = at is > 2 and < 6 && method == ShiftMethod.CoordinateFrame ? -seven[at] : seven[at];
        }

        var isOnlyMoved = !seven.AsSpan(3).ContainsAnyExcept(0.0);
        var code = shift.Find("ID", "AUTHORITY") is { Name: "EPSG" } id ? id.Whole(0) ?? 0 : 0;
        return method is not { } known || known == ShiftMethod.GeocentricTranslations && !isOnlyMoved ? null
            : Datums.Way(code) is { } registered && registered.Way.Seven.SequenceEqual(seven) ? registered.Way : StatedShift.Given(seven, known);
    }

    /// <summary>Abridged transformations give one plus the difference ("unity", or no unit at all); a difference in parts per million is never near one
    /// in the unit it states.</summary>
    private static double Ppm(double value, double? unit) => unit switch
    {
        null => value is > 0.5 and < 1.5 ? (value - 1) * 1e6 : value,
        1 => Math.Abs(value) > 0.5 ? (value - 1) * 1e6 : value * 1e6,
        { } stated => value * stated * 1e6,
    };

    private static int? Place(string name) => name.Replace(' ', '-').ToUpperInvariant() switch
    {
        var n when n.StartsWith("X-AXIS-TRANSLATION", StringComparison.Ordinal) => 0,
        var n when n.StartsWith("Y-AXIS-TRANSLATION", StringComparison.Ordinal) => 1,
        var n when n.StartsWith("Z-AXIS-TRANSLATION", StringComparison.Ordinal) => 2,
        var n when n.StartsWith("X-AXIS-ROTATION", StringComparison.Ordinal) => 3,
        var n when n.StartsWith("Y-AXIS-ROTATION", StringComparison.Ordinal) => 4,
        var n when n.StartsWith("Z-AXIS-ROTATION", StringComparison.Ordinal) => 5,
        var n when n.StartsWith("SCALE-DIFFERENCE", StringComparison.Ordinal) => 6,
        _ => null,
    };

    private static bool Has(string text, string part) => text.Replace('_', ' ').Contains(part, StringComparison.OrdinalIgnoreCase);
}
