using System.Text.Json;
using Furrow.Core;

namespace Furrow.Exchange.GeoJson;

/// <summary>Reads geometry objects (RFC 7946 section 3.1), members in any order. One instance serves a whole file and reuses its buffers.
/// Third and further numbers of a position (heights) are passed over.</summary>
internal sealed class GeoJsonGeometry(string file, ReadLimits limits)
{
    public static readonly IReadOnlyList<string> Types = ["Polygon", "MultiPolygon", "Point", "MultiPoint", "LineString", "MultiLineString",
        "GeometryCollection"];

    private readonly List<double> _numbers = [];
    private readonly List<double[]> _rings = [];
    private readonly List<double[][]> _polygons = [];
    private int _row;
    private int _points;
    private double[]? _point;

    /// <summary>Why the last geometry could not be read.</summary>
    public Problem? Fault { get; private set; }

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

        if (Fault is not null)
        {
            return DrawnGeometry.None;
        }

        return _polygons.Count > 0 ? DrawnGeometry.Of([.. _polygons])
            : _point is { } p ? DrawnGeometry.Point(p[0], p[1])
            : DrawnGeometry.None;
    }

    private void Start(int row)
    {
        (_row, _points, _point, Fault, MayHaveCrs) = (row, 0, null, null, false);
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
            Fault ??= Problems.GeometryBroken(file, _row, "The geometry is not an object.");
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
            Fault ??= Problems.GeometryBroken(file, _row, "The geometry has no type or no coordinates.");
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
            Fault ??= Problems.GeometryBroken(file, _row, "The geometries of the collection are not a list.");
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && Fault is null)
        {
            Object(ref reader, depth + 1);
        }
    }

    private void Coordinates(ref Utf8JsonReader reader, string type)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Fault ??= Problems.GeometryBroken(file, _row, "The coordinates are not a list.");
            return;
        }

        switch (type)
        {
            case "Polygon":
                Polygon(ref reader);
                break;
            case "MultiPolygon":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && Fault is null)
                {
                    if (IsList(ref reader))
                    {
                        Polygon(ref reader);
                    }
                }

                break;
            case "Point":
                SinglePoint(ref reader);
                break;
            case "MultiPoint":
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && Fault is null)
                {
                    if (IsList(ref reader))
                    {
                        SinglePoint(ref reader);
                    }
                }

                break;
            case "LineString" or "MultiLineString":
                Fault ??= Problems.GeometryWithoutArea(file, _row, type);
                break;
            default:
                Fault ??= Problems.GeometryBroken(file, _row, $"The geometry type '{JsonText.Shorten(type)}' is not known.");
                break;
        }
    }

    private void SinglePoint(ref Utf8JsonReader reader)
    {
        _numbers.Clear();
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return;
        }

        if (Position(ref reader))
        {
            Fault ??= _point is null ? null : Problems.GeometryWithoutArea(file, _row, "set of several points");
            _point = [_numbers[0], _numbers[1]];
        }
    }

    /// <summary>The reader stands on the list of rings and is left on its end.</summary>
    private void Polygon(ref Utf8JsonReader reader)
    {
        _rings.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && Fault is null)
        {
            if (IsList(ref reader))
            {
                Ring(ref reader);
            }
        }

        if (_rings.Count > 0 && Fault is null)
        {
            _polygons.Add([.. _rings]);
        }
    }

    private void Ring(ref Utf8JsonReader reader)
    {
        _numbers.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsList(ref reader) || !reader.Read() || !Position(ref reader))
            {
                return;
            }
        }

        _rings.Add([.. _numbers]);
    }

    /// <summary>The reader stands on the first number of a position and is left on the end of its list.</summary>
    private bool Position(ref Utf8JsonReader reader)
    {
        for (var i = 0; reader.TokenType != JsonTokenType.EndArray; i++, reader.Read())
        {
            if (reader.TokenType != JsonTokenType.Number)
            {
                Fault ??= Problems.CoordinateNotANumber(file, _row, JsonText.Raw(ref reader));
                return false;
            }

            if (i < 2)
            {
                if (!DecimalText.TryRead(reader.ValueSpan, out var number) && (!reader.TryGetDouble(out number) || !double.IsFinite(number)))
                {
                    Fault ??= Problems.CoordinateNotANumber(file, _row, JsonText.Raw(ref reader));
                    return false;
                }

                _numbers.Add(number);
            }
        }

        if (_numbers.Count % 2 != 0 || _numbers.Count == 0)
        {
            Fault ??= Problems.GeometryBroken(file, _row, "A position needs two numbers.");
            return false;
        }

        if (++_points > limits.PointsPerRow)
        {
            Fault ??= Problems.FileBeyondLimit(file, $"{limits.PointsPerRow} points in one row", _row, "geometry");
            return false;
        }

        return true;
    }

    private bool IsList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        Fault ??= reader.TokenType == JsonTokenType.Number
            ? Problems.GeometryBroken(file, _row, "The coordinates are not nested as deep as the geometry type needs.")
            : Problems.CoordinateNotANumber(file, _row, JsonText.Raw(ref reader));
        return false;
    }
}
