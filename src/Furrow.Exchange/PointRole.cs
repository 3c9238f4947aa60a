using System.Text.Json.Serialization;

namespace Furrow.Exchange;

/// <summary>What a point of a record is. Only the start, turning, intermediate and end points are corners of its polygon.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PointRole>))]
public enum PointRole : byte
{
    Turning,
    Start,
    Intermediate,
    End,
    Reference,
    Benchmark,
    Landmark,
    Evidence,

    /// <summary>Some other point, by a person's word: no corner.</summary>
    Left,
}

/// <summary>A point of a record that is no corner of its polygon.</summary>
/// <param name="Text">As it stood in the file.</param>
public sealed record RecordPoint(PointRole Role, string? Label, double Lon, double Lat, string Text);
