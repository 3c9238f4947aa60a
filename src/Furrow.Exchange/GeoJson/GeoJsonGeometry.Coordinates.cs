using System.Text.Json;
using Furrow.Core;

namespace Furrow.Exchange.GeoJson;

/// <content>The coordinates of one geometry, as deep as its type says.</content>
internal sealed partial class GeoJsonGeometry
{
    private void Coordinates(ref Utf8JsonReader reader, string type)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Fault ??= Problems.GeometryBroken(file, _row, $"The coordinates are not a list.");
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
            case "LineString":
                Line(ref reader, type);
                break;
            case "MultiLineString":
                Lines(ref reader, type);
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
            _single++;
            _point = [_numbers[0], _numbers[1]];
        }
    }

    private void Lines(ref Utf8JsonReader reader, string type)
    {
        _line ??= type;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && Fault is null)
        {
            if (IsList(ref reader))
            {
                Line(ref reader, type);
            }
        }
    }

    /// <summary>The reader stands on the list of positions and is left on its end.</summary>
    private void Line(ref Utf8JsonReader reader, string type)
    {
        _line ??= type;
        _lines++;
        Positions(ref reader);
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
        if (Positions(ref reader))
        {
            _rings.Add([.. _numbers]);
        }
    }

    private bool Positions(ref Utf8JsonReader reader)
    {
        _numbers.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsList(ref reader) || !reader.Read() || !Position(ref reader))
            {
                return false;
            }
        }

        return true;
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
            Fault ??= Problems.GeometryBroken(file, _row, $"A position needs two numbers.");
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
            ? Problems.GeometryBroken(file, _row, $"The coordinates are not nested as deep as the geometry type needs.")
            : Problems.CoordinateNotANumber(file, _row, JsonText.Raw(ref reader));
        return false;
    }
}
