using System.Text.Json.Serialization;

namespace Furrow.Exchange;

/// <summary>How a table gives the place of a row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GeometryForm>))]
public enum GeometryForm : byte
{
    None,

    /// <summary>One column with WKT.</summary>
    Wkt,

    /// <summary>Two columns: degrees in any notation, or eastings and northings; with a zone column for UTM.</summary>
    Coordinates,

    /// <summary>One column with an MGRS reference.</summary>
    Mgrs,

    /// <summary>One column with a whole position: MGRS, UTM with its zone, or latitude and longitude with letters.</summary>
    Position,

    /// <summary>A first row with a position, then rows with bearing and distance from the point before.</summary>
    Legs,
}

/// <summary>What zero degrees of a bearing points to. There is no default: ten degrees of forgotten declination move a 100 m leg by 17 m.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NorthReference>))]
public enum NorthReference : byte
{
    Unstated,
    True,
    Magnetic,
    Grid,
}

/// <summary>What columns that are only called X and Y hold.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaneAxes>))]
public enum PlaneAxes : byte
{
    /// <summary>As the coordinate system defines its axes, checked against its area of use.</summary>
    Unstated,

    /// <summary>The first column, X, is the easting.</summary>
    XIsEast,

    /// <summary>X is the northing and Y the easting.</summary>
    XIsNorth,
}

/// <summary>What is done with the misclosure of a traverse.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TraverseAdjustment>))]
public enum TraverseAdjustment : byte
{
    /// <summary>The points stay as measured; the last edge closes the ring.</summary>
    None,

    /// <summary>The misclosure is spread over the legs by their length (compass or Bowditch rule).</summary>
    CompassRule,
}

/// <summary>Which columns of a table hold the geometry. Part of a mapping file; proposed from names and values when not given.</summary>
public sealed record GeometryColumns
{
    public GeometryForm Form { get; init; }

    /// <summary>Column with WKT, MGRS or a whole position.</summary>
    public string? Text { get; init; }

    /// <summary>Column with longitude or easting.</summary>
    public string? X { get; init; }

    /// <summary>Column with latitude or northing.</summary>
    public string? Y { get; init; }

    /// <summary>Where the columns are only called X and Y: which of the two is the northing.</summary>
    public PlaneAxes Axes { get; init; }

    /// <summary>Column with the UTM zone: "33", "33N" or "33T".</summary>
    public string? Zone { get; init; }

    /// <summary>Column with N or S, where the zone does not say.</summary>
    public string? Hemisphere { get; init; }

    /// <summary>Column with the id that all rows of one polygon share. Null: one row, one place.</summary>
    public string? Group { get; init; }

    /// <summary>Column with the number of the point in its ring.</summary>
    public string? Order { get; init; }

    /// <summary>Column with the id of a polygon within its record, where a record has several. Null: one polygon for each id.</summary>
    public string? Shape { get; init; }

    /// <summary>Column that says what a point is: start point, turning point, reference point ...</summary>
    public string? PointType { get; init; }

    /// <summary>What words of that column mean, beside those that are known.</summary>
    public IReadOnlyDictionary<string, PointRole>? PointTypes { get; init; }

    /// <summary>For legs: columns with the points a leg leads from and to.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Bearing { get; init; }

    /// <summary>Column with the length of a leg.</summary>
    public string? Distance { get; init; }

    /// <summary>"m", "ft" ...: in what it is measured; null is what its heading states, or metres.</summary>
    public string? DistanceUnit { get; init; }

    public NorthReference North { get; init; }

    /// <summary>For magnetic bearings: degrees that magnetic north lies east of true north at the place and date of the survey.</summary>
    public double? DeclinationDegrees { get; init; }

    public TraverseAdjustment Adjustment { get; init; }

    /// <summary>Columns that say where, not what: no field of a report.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> PlaceColumns => 
        [.. new[] { Text, X, Y, Zone, Hemisphere, Order, Shape, PointType, From, To, Bearing, Distance }.OfType<string>()];
}
