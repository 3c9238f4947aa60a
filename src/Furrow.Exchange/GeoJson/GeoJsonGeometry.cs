using System.Text.Json;
using Furrow.Core;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.GeoJson;

/// <summary>Reads geometry objects (RFC 7946 section 3.1), members in any order. One instance serves a whole file and reuses its buffers.
/// Third and further numbers of a position (heights) are passed over.</summary>
internal sealed partial class GeoJsonGeometry(string file, ReadLimits limits)
{
    public static readonly IReadOnlyList<string> Types = ["Polygon", "MultiPolygon", "Point", "MultiPoint", "LineString", "MultiLineString",
        "GeometryCollection"];

    private readonly List<double> _numbers = [];
    private readonly List<double[]> _rings = [];
    private readonly List<double[][]> _polygons = [];
    private int _row;
    private int _points;
    private double[]? _point;
    private int _single;
    private int _lines;
    private string? _line;

    /// <summary>Why the last geometry could not be read.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>What the last geometry draws beside its polygons, in words; null where there is nothing.</summary>
    public Phrase? Left => _polygons.Count == 0 ? null : DrawnBuilder.Beside(_single, _lines);

    /// <summary>Whether the last geometry may have a crs member of its own, as very old files do.</summary>
    public bool MayHaveCrs { get; private set; }

    /// <summary>The reader stands on the first token of the geometry and is left on its last.</summary>
    public DrawnGeometry Read(ref Utf8JsonReader reader, int row)
    {
        Start(row);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return DrawnGeometry.None;
        }

        var start = reader;
        if (!Usual(ref reader))
        {
            Start(row);
            MayHaveCrs = true;
            reader = start;
            Object(ref reader, 0);
        }

        if (_polygons.Count == 0 && (_line is not null || _single > 1))
        {
            Fault ??= Problems.GeometryWithoutArea(file, _row, _line is null ? $"set of several points" : (Phrase)$"{new Word(_line)}");
        }

        if (Fault is not null)
        {
            return DrawnGeometry.None;
        }

        return _polygons.Count > 0 ? DrawnGeometry.Of([.. _polygons], closesRings: true)
            : _point is { } p ? DrawnGeometry.Point(p[0], p[1])
            : DrawnGeometry.None;
    }

    private void Start(int row)
    {
        (_row, _points, _point, Fault, MayHaveCrs) = (row, 0, null, null, false);
        (_single, _lines, _line) = (0, 0, null);
        _polygons.Clear();
    }

    /// <summary>An object with a type and then coordinates, nothing else and nothing wrong: read in one pass, as nearly every geometry is. False means
    /// that it is to be read with more care.</summary>
    private bool Usual(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject
            || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("type"u8)
            || !reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        var type = reader.ValueTextEquals("Polygon"u8) ? "Polygon" : reader.ValueTextEquals("MultiPolygon"u8) ? "MultiPolygon"
            : reader.ValueTextEquals("Point"u8) ? "Point" : null;
        if (type is null || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("coordinates"u8) || !reader.Read())
        {
            return false;
        }

        Coordinates(ref reader, type);
        return Fault is null && reader.TokenType == JsonTokenType.EndArray && reader.Read() && reader.TokenType == JsonTokenType.EndObject;
    }

    private void Object(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Fault ??= Problems.GeometryBroken(file, _row, $"The geometry is not an object.");
            reader.Skip();
            return;
        }

        string? type = null;
        Utf8JsonReader coordinates = default, geometries = default;
        bool hasCoordinates = false, hasGeometries = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null;
            }
            else if (reader.ValueTextEquals("coordinates"u8))
            {
                reader.Read();
                coordinates = reader;
                hasCoordinates = true;
            }
            else if (reader.ValueTextEquals("geometries"u8))
            {
                reader.Read();
                geometries = reader;
                hasGeometries = true;
            }

            reader.Skip();
        }

        if (type == "GeometryCollection" && hasGeometries)
        {
            Collection(ref geometries, depth);
        }
        else if (type is null || !hasCoordinates)
        {
            Fault ??= Problems.GeometryBroken(file, _row, $"The geometry has no type or no coordinates.");
        }
        else
        {
            Coordinates(ref coordinates, type);
        }
    }

    private void Collection(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartArray || depth > 8)
        {
            Fault ??= Problems.GeometryBroken(file, _row, $"The geometries of the collection are not a list.");
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && Fault is null)
        {
            Object(ref reader, depth + 1);
        }
    }
}
