namespace Furrow.Exchange.Projections;

/// <summary>Kinds of datum shift, by their EPSG methods. The last two are one formula with the rotations turned round: numbers of one taken for the other
/// move a place by metres.</summary>
public enum ShiftMethod : byte
{
    /// <summary>Three translations (EPSG methods 9603 and 1031).</summary>
    GeocentricTranslations,

    /// <summary>Seven parameters, rotations of the position vector (9606, 1033): the convention of TOWGS84.</summary>
    PositionVector,

    /// <summary>Seven parameters, rotations of the axes (9607, 1032).</summary>
    CoordinateFrame,
}

/// <summary>How coordinates on a datum become WGS 84.</summary>
/// <param name="Name">"EPSG:15865"; "TOWGS84" where the numbers come with the file or from the person.</param>
/// <param name="AccuracyMetres">As the EPSG data set states it; null where nobody states one.</param>
public sealed record DatumShift(string Name, ShiftMethod Method, double? AccuracyMetres)
{
    public string MethodName => Method switch
    {
        ShiftMethod.GeocentricTranslations => "geocentric translations",
        ShiftMethod.PositionVector => "position vector transformation",
        _ => "coordinate frame rotation",
    };
}
