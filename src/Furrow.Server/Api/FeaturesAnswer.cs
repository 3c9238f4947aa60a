using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;

namespace Furrow.Server.Api;

/// <summary>Land in a window as GeoJSON (RFC 7946): one feature for all land of a cell that shares its whole status history.</summary>
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
