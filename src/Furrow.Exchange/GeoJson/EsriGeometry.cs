using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Furrow.Core;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.GeoJson;

/// <summary>The geometry of a feature of Esri JSON, and its days.</summary>
internal static class EsriGeometry
{
    /// <summary>An object that begins with a member of such a geometry. The reader is not moved.</summary>
    public static bool IsOne(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        return reader.ValueTextEquals("rings"u8) || reader.ValueTextEquals("x"u8) || reader.ValueTextEquals("paths"u8) || reader.ValueTextEquals("points"u8)
            || reader.ValueTextEquals("curveRings"u8) || reader.ValueTextEquals("curvePaths"u8) || reader.ValueTextEquals("hasZ"u8)
            || reader.ValueTextEquals("hasM"u8) || reader.ValueTextEquals("spatialReference"u8);
    }

    /// <summary>The reader is left on the last token.</summary>
    public static Outcome<DrawnGeometry> Read(ref Utf8JsonReader reader, string file, int row, ReadLimits limits, out string? system, out Phrase? beside)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var builder = new DrawnBuilder(file, row, limits.PointsPerRow);
        try
        {
            EsriDrawing.Read(document.RootElement, builder);
            system = EsriDrawing.System(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // A name or text inside that is not UTF-8.
            system = null;
            builder.Refuse($"The geometry is not sound JSON.");
        }

        var drawn = builder.Build();
        beside = builder.Left;
        return builder.Fault is { } fault ? fault : new Outcome<DrawnGeometry>(drawn, null);
    }

    /// <summary>The moment that so many milliseconds after 1970 are; the day alone at midnight, as days without an hour are kept.
    /// Null when there is none.</summary>
    public static string? Day(ReadOnlySpan<byte> number)
    {
        if (!Utf8Parser.TryParse(number, out long milliseconds, out var read) || read != number.Length
            || milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999)
        {
            return null;
        }

        var moment = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        var text = moment.ToString("u", CultureInfo.InvariantCulture).Replace(' ', 'T');
        return moment.TimeOfDay == TimeSpan.Zero ? text[..text.IndexOf('T', StringComparison.Ordinal)] : text;
    }
}
