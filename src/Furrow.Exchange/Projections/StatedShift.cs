namespace Furrow.Exchange.Projections;

/// <summary>A datum shift without its datum, as a file or a person gives it: TOWGS84 (three or seven numbers, position vector), GEOCENTRIC_TRANSLATION (three),
/// POSITION_VECTOR and COORDINATE_FRAME (seven).</summary>
/// <param name="Seven">In the position vector convention, whatever the method.</param>
internal sealed record StatedShift(double[] Seven, DatumShift Shift)
{
    public static StatedShift Given(double[] seven, ShiftMethod method) => new(seven, new DatumShift("TOWGS84", method, null));

    /// <summary>The keyword is one of a datum shift, whatever its numbers.</summary>
    public static bool IsMeant(WktNode? node) => Kind(node) is "TOWGS84" or "GEOCENTRICTRANSLATION" or "POSITIONVECTOR" or "COORDINATEFRAME";

    /// <summary>Null where the keyword is none of these, or the numbers are not as many as it takes.</summary>
    public static StatedShift? Of(WktNode? node)
    {
        if (node is null || node.Nodes.Count > 0 || node.Texts.Count > 0)
        {
            return null;
        }

        var n = node.Numbers;
        return (Kind(node), n.Count) switch
        {
            ("TOWGS84" or "GEOCENTRICTRANSLATION", 3) => Given([n[0], n[1], n[2], 0, 0, 0, 0], ShiftMethod.GeocentricTranslations),
            ("TOWGS84", 7) when n is [_, _, _, 0, 0, 0, 0] => Given([.. n], ShiftMethod.GeocentricTranslations),
            ("TOWGS84" or "POSITIONVECTOR", 7) => Given([.. n], ShiftMethod.PositionVector),
            ("COORDINATEFRAME", 7) => Given([n[0], n[1], n[2], -n[3], -n[4], -n[5], n[6]], ShiftMethod.CoordinateFrame),
            _ => null,
        };
    }

    private static string Kind(WktNode? node) => node?.Keyword.Replace("_", "", StringComparison.Ordinal) ?? "";
}
