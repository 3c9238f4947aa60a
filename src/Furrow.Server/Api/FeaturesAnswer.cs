using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;

namespace Furrow.Server.Api;

/// <summary>Land in a window as GeoJSON (RFC 7946): one feature for all land of a cell that shares its whole status history; and a point for each record
/// without polygon whose place is known.</summary>
internal static class FeaturesAnswer
{
    public const int MostFeatures = 10_000;

    public static void Write(Utf8JsonWriter json, ProgrammeState state, GridBox box, DateOnly date, KindSet kind, int knownAt, int limit)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", state.Opened?.Name);
        json.WriteBoolean("exercise", state.IsExercise);
        json.WriteNumber("knownAt", knownAt);
        json.WriteString("date", Iso(date));
        json.WriteString("kind", Kinds.NameOf(kind));
        json.WriteStartArray("features");
        var written = 0;
        var more = false;
        foreach (var feature in LandQuestions.Window(state.Land, box, knownAt).Where(f => f.Shape.Bounds.Intersects(box)))
        {
            if (written == limit)
            {
                more = true;
                break;
            }

            WriteFeature(json, state, feature, date, kind);
            written++;
        }

        foreach (var record in more ? [] : UndrawnRecords.In(state, box, knownAt).Where(r => Speaks(r.Claim, date, kind)))
        {
            if (written == limit)
            {
                more = true;
                break;
            }

            WritePoint(json, state, record);
            written++;
        }

        json.WriteEndArray();
        json.WriteNumber("numberReturned", written);
        json.WriteBoolean("more", more);
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, ProgrammeState state, LandFeature feature, DateOnly date, KindSet kind)
    {
        var status = feature.Histories.FirstOrDefault(h => (h.Kinds & kind) != 0)?.At(date) ?? LandStatus.Unrecorded;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("status", Statuses.NameOf(status));
        json.WriteNumber("areaSquareMetres", AreaText.SquareMetres(feature.AreaMicro));
        json.WriteStartArray("reports");
        foreach (var code in feature.Claims.Select(c => state.Land.Claim(c).ReportCode).Distinct(Codes.Comparer))
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
        json.WriteStartArray("history");
        foreach (var history in feature.Histories.Where(h => (h.Kinds & kind) != 0))
        {
            foreach (var since in history.Since)
            {
                json.WriteStartObject();
                json.WriteString("on", Iso(since.On));
                json.WriteString("status", Statuses.NameOf(since.Status));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        if (state.IsExercise)
        {
            json.WriteBoolean("exercise", true);
        }

        json.WriteEndObject();
        WriteGeometry(json, feature.Shape);
        json.WriteEndObject();
    }

    /// <summary>A record without polygon counts for every kind it names, from its day on.</summary>
    private static bool Speaks(LandClaim claim, DateOnly date, KindSet kind) =>
        claim.On <= date && ((kind & KindSet.Overall) != 0 || (claim.Kinds & kind) != 0);

    /// <summary>What the layer of points of a map tile says of it, and no more.</summary>
    private static void WritePoint(Utf8JsonWriter json, ProgrammeState state, UndrawnRecord record)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("status", Statuses.NameOf(EffectStyle.Of(record.Claim.Effect)));
        json.WriteNull("areaSquareMetres");
        json.WriteStartArray("reports");
        json.WriteStringValue(record.Claim.ReportCode);
        json.WriteEndArray();
        json.WriteString("on", Iso(record.Claim.On));
        json.WriteBoolean("byPlace", record.ByPlace);
        if (record.ReachMetres is { } reach)
        {
            json.WriteNumber("accuracyMetres", reach);
        }

        if (state.IsExercise)
        {
            json.WriteBoolean("exercise", true);
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(record.At.LonDegrees);
        json.WriteNumberValue(record.At.LatDegrees);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGeometry(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in shape.Polygons)
        {
            json.WriteStartArray();
            foreach (var ring in polygon)
            {
                json.WriteStartArray();
                foreach (var point in ring.Append(ring[0]))
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(point.LonDegrees);
                    json.WriteNumberValue(point.LatDegrees);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Iso(DateOnly day) => IsoDay.Text(day);
}
