using System.Text;
using System.Text.Json;
using Furrow.Core;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.GeoJson;

/// <summary>Turns one sound JSON value into a row. Properties are kept as text: strings as their content, numbers and truth values as they stood,
/// lists and objects as their JSON.</summary>
internal sealed class GeoJsonFeature(string file, ReadLimits limits, StatedSystem stated)
{
    private readonly GeoJsonGeometry _geometry = new(file, limits);
    private readonly List<InputField> _fields = [];
    private readonly RepeatedNames _repeated = new();
    private readonly List<(byte[] Utf8, string Text)> _names = [];
    private readonly ColumnTexts _texts = new();
    private readonly RowContent _content = new();
    private EsriSet _esri = EsriSet.None;

    /// <summary>The row with the hash of its content, not yet numbered among its equals.</summary>
    public InputRow Read(ReadOnlySpan<byte> value, int row, CoordinateSystem crs, EsriSet? esri = null)
    {
        _esri = esri ?? EsriSet.None;
        var read = Parse(value, row, crs);
        read.RowSha256 = _content.Sha256(read);
        return read;
    }

    private InputRow Parse(ReadOnlySpan<byte> value, int row, CoordinateSystem crs)
    {
        _fields.Clear();
        var reader = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new InputRow { File = file, Row = row, Crs = crs, Problem = Problems.RowBroken(file, row, $"This is not a feature but a bare value.") };
        }

        var whole = reader;
        var members = new Members();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && members.Problem is null)
        {
            Member(ref reader, row, ref members);
        }

        if (members.Type is not (null or "Feature") && !members.HasGeometry && !GeoJsonGeometry.Types.Contains(members.Type))
        {
            members.Problem ??= members.Type == "Topology" ? TopoJson(row)
                : Problems.RowBroken(file, row, $"'{JsonText.Shorten(members.Type)}' is neither a feature nor a geometry.", "type");
        }
        else if (members.Type is not (null or "Feature") && !members.HasGeometry)
        {
            // A bare geometry: a row without fields.
            _fields.Clear();
            (members.Problem, members.HasGeometry) = (null, true);
            members.Geometry = Geometry(ref whole, row, ref members);
        }
        else if (members.Type is null && !members.HasGeometry && !members.IsEsri)
        {
            members.Problem ??= Problems.RowBroken(file, row, $"This is not a feature: it has neither a type nor a geometry.");
        }

        if (members.Crs is { } named && members.Problem is null)
        {
            var found = stated.Against(named == GeoJsonCrs.Unstated ? stated.IsStated ? null : "null" : named, crs);
            (crs, members.Problem) = (found.Value ?? crs, found.Problem is { } p ? p with { Where = new(file, row, "crs") } : null);
        }

        if (members.IsEsri && members.Geometry.Kind != DrawnKind.None && members.Crs is null && _esri.System is null && !stated.IsStated)
        {
            // Esri JSON has no system of its own, as GeoJSON has.
            members.Problem ??= Problems.CrsMissing(file, $"The features say no spatial reference.") with { Where = new(file, row, "geometry") };
        }

        return new InputRow { File = file, Row = row, Fields = [.. _fields], Geometry = members.Geometry, Crs = crs, Problem = members.Problem,
            Notes = members.HasGeometry && members.Beside is { } left ? [left] : [] };
    }

    private Problem TopoJson(int row) => Problems.FormatNotRead(file, $"{"TopoJSON"}",
        $"{string.Concat("ogr2ogr -f GeoJSON converted.geojson \"", file, "\"")}") with { Where = new(file, row, "type") };

    private void Member(ref Utf8JsonReader reader, int row, ref Members members)
    {
        if (reader.ValueTextEquals("type"u8))
        {
            reader.Read();
            members.Type = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : "?";
            reader.Skip();
        }
        else if (reader.ValueTextEquals("geometry"u8))
        {
            reader.Read();
            members.HasGeometry = true;
            members.Geometry = Geometry(ref reader, row, ref members);
        }
        else if (reader.ValueTextEquals("properties"u8) || members.Type is null && reader.ValueTextEquals("attributes"u8))
        {
            members.IsEsri |= reader.ValueTextEquals("attributes"u8);
            reader.Read();
            Properties(ref reader, row, ref members);
        }
        else if (reader.ValueTextEquals("crs"u8))
        {
            reader.Read();
            members.Crs = GeoJsonCrs.Name(ref reader) ?? members.Crs;
        }
        else if (reader.ValueTextEquals("bbox"u8) || reader.ValueTextEquals("coordinates"u8) || reader.ValueTextEquals("geometries"u8))
        {
            reader.Skip();
        }
        else
        {
            // The id and members the standard does not know: kept as fields.
            Field(ref reader, row, ref members);
        }
    }

    private DrawnGeometry Geometry(ref Utf8JsonReader reader, int row, ref Members members)
    {
        var start = reader;
        if (EsriGeometry.IsOne(start))
        {
            var esri = EsriGeometry.Read(ref reader, file, row, limits, out var system, out members.Beside);
            (members.IsEsri, members.Crs, members.Problem) = (true, members.Crs ?? system, members.Problem ?? esri.Problem);
            return esri.Value ?? DrawnGeometry.None;
        }

        var geometry = _geometry.Read(ref reader, row);
        members.Beside = _geometry.Left;
        members.Problem ??= _geometry.Fault;
        if (_geometry.MayHaveCrs)
        {
            reader = start;
            reader.Skip();
            members.Crs ??= start.TokenType == JsonTokenType.StartObject ? GeoJsonCrs.Member(ref start) : null;
        }

        return geometry;
    }

    private void Properties(ref Utf8JsonReader reader, int row, ref Members members)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                members.Problem ??= Problems.RowBroken(file, row, $"The properties are not an object.", "properties");
            }

            reader.Skip();
            return;
        }

        var from = _fields.Count;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Field(ref reader, row, ref members);
            if (_fields.Count > limits.FieldsPerRow)
            {
                members.Problem ??= Problems.FileBeyondLimit(file, $"{limits.FieldsPerRow} fields in one row", row);
                return;
            }
        }

        _repeated.Part(_fields, from);
    }

    private void Field(ref Utf8JsonReader reader, int row, ref Members members)
    {
        var name = NameOf(ref reader);
        reader.Read();
        var token = reader.TokenType;
        var value = token switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => _texts.Of(ref reader, _fields.Count),
            JsonTokenType.StartArray or JsonTokenType.StartObject => Nested(ref reader),
            JsonTokenType.Number when name is not null && _esri.Dates.Contains(name) && EsriGeometry.Day(reader.ValueSpan) is { } day => day,
            _ => Encoding.UTF8.GetString(reader.ValueSpan),
        };
        if (name is null || value is null && token != JsonTokenType.Null)
        {
            members.Problem ??= reader.ValueSpan.ContainsAnyInRange((byte)0x80, (byte)0xFF)
                ? Problems.EncodingMisfit(file, "UTF-8", EncodingCandidates.Of(reader.ValueSpan), row, name ?? "properties")
                : Problems.RowBroken(file, row, $"The text is not UTF-8, or an escape in it has no character.", name ?? "properties");
        }

        var meaning = _esri.Meaning(name, value);
        _fields.Add(new InputField(name ?? "?", meaning ?? value, meaning is null && token == JsonTokenType.Number));
    }

    /// <summary>A list or object as its own JSON. The reader was made over the whole feature, so the span between two positions is in reach
    /// by re-encoding.</summary>
    private static string? Nested(ref Utf8JsonReader reader)
    {
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.GetRawText();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A text inside that is not UTF-8.
            return null;
        }
    }

    /// <summary>Features of one file have the same names in the same order, so the text of a name is almost always that of the last feature.</summary>
    private string? NameOf(ref Utf8JsonReader reader)
    {
        var at = _fields.Count;
        if (at < _names.Count && !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(_names[at].Utf8))
        {
            return _names[at].Text;
        }

        var text = JsonText.Of(ref reader);
        if (text is not null && !reader.ValueIsEscaped && at < 200)
        {
            while (_names.Count <= at)
            {
                _names.Add(([], ""));
            }

            _names[at] = (reader.ValueSpan.ToArray(), text);
        }

        return text;
    }

    private record struct Members
    {
        public string? Type;
        public string? Crs;
        public bool HasGeometry;
        public bool IsEsri;

        /// <summary>What is drawn beside the polygons, in words.</summary>
        public Phrase? Beside;
        public DrawnGeometry Geometry = DrawnGeometry.None;
        public Problem? Problem;

        public Members()
        {
        }
    }
}
