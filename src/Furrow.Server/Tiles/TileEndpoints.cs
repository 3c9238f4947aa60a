using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tiles;

/// <summary>Vector tiles over HTTP: <c>/tiles/land/{z}/{x}/{y}.mvt?knownAt=</c>, described by <c>/tiles/land.json</c> (TileJSON 3.0).</summary>
public static class TileEndpoints
{
    public static void MapFurrowTiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/tiles/land/{z:int}/{x:int}/{y:int}.mvt", (int z, int x, int y, HttpContext http, Programme programme) =>
            Tile(LandTiles.For(programme), programme.State, z, x, y, http));
        app.MapGet("/tiles/land.json", (HttpContext http, Programme programme) => Describe(programme.State, http));
    }

    /// <summary>Where a map finds tiles. The programme is part of the address, so that a browser never mixes kept tiles of two.</summary>
    public static string Address(ProgrammeState state) =>
        $"/tiles/land/{{z}}/{{x}}/{{y}}.mvt?knownAt={{knownAt}}&programme={(state.Opened?.Programme ?? Guid.Empty).ToString("N")[..8]}";

    private static IResult Tile(LandTiles tiles, ProgrammeState state, int z, int x, int y, HttpContext http)
    {
        if (!TileFrame.Exists(z, x, y))
        {
            return ProblemAnswers.Of(Problems.MapTileUnknown(z, x, y));
        }

        var knownAt = MapQuestion.KnownAt(http.Request.Query["knownAt"], state.Land);
        if ((MapQuestion.Unknown(http.Request.Query, "knownAt", "programme") ?? knownAt.Problem) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var tile = tiles.Get(state, knownAt.Value, z, x, y);
        var headers = http.Response.Headers;
        headers.ETag = tile.EntityTag;
        // Asked again each time, answered without content while nothing in this tile moved.
        headers.CacheControl = "private, no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tile.EntityTag, StringComparison.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (tile.Gzip.Length == 0)
        {
            return Results.StatusCode(StatusCodes.Status204NoContent);
        }

        headers.ContentEncoding = "gzip";
        return Results.Bytes(tile.Gzip, "application/vnd.mapbox-vector-tile");
    }

    private static IResult Describe(ProgrammeState state, HttpContext http)
    {
        var knownAt = MapQuestion.KnownAt(http.Request.Query["knownAt"], state.Land);
        if ((MapQuestion.Unknown(http.Request.Query, "knownAt", "programme") ?? knownAt.Problem) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var mark = state.IsExercise ? "EXERCISE: invented land. " : "";
        var origin = $"{http.Request.Scheme}://{http.Request.Host}";
        var fields = new Dictionary<string, string>();
        foreach (var kind in (string[])[.. Core.Land.Kinds.Names.Select(k => k.Name), KindNames.Overall, KindNames.Custody])
        {
            fields[kind] = "Dated statuses, the latest first: yyyyMMdd and one status character each";
        }

        var ofPoints = new Dictionary<string, string>(fields.Keys.Where(k => k != KindNames.Custody && k != KindNames.Overall)
            .Select(k => KeyValuePair.Create(k, "True where the record speaks of it")))
        {
            ["by-place"] = "True where only the name of the place is known, and this its middle",
            ["on"] = "Date spoken of, yyyyMMdd", ["status"] = "What it says", ["report"] = "Code of the report",
            ["at"] = "Latitude/longitude in degrees, exact",
            ["reach"] = "Accuracy of the point, in decimetres of the projection at the equator",
        };
        return Results.Json(new
        {
            tilejson = "3.0.0",
            name = mark + (state.Opened?.Name ?? ""),
            description = mark + "Land by status history, as known at acceptance " + knownAt.Value,
            exercise = state.IsExercise,
            tiles = new[] { origin + Address(state).Replace("{knownAt}", $"{knownAt.Value}", StringComparison.Ordinal) },
            minzoom = 0,
            maxzoom = TileFrame.MaxZoom,
            bounds = MapExtent.DegreesOf(MapExtent.Of(state).Bounds),
            vector_layers = new[]
            {
                new { id = SummaryPyramid.CellsLayer, minzoom = 0, maxzoom = SummaryPyramid.MaxZoom, fields },
                new { id = TileEncoder.LandLayer, minzoom = SummaryPyramid.MaxZoom + 1, maxzoom = TileFrame.MaxZoom, fields },
                new { id = PointTiles.Layer, minzoom = 0, maxzoom = TileFrame.MaxZoom, fields = ofPoints },
            },
        }, ApiJson.Options);
    }
}
