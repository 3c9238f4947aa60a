using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Api.Picture;
using Furrow.Server.Pages;
using Furrow.Server.Programmes;

namespace Furrow.Server.Api;

/// <summary>The map's API, all of it. Answers are JSON; refusals are RFC 9457 problem details.</summary>
public static class ApiEndpoints
{
    public static void MapFurrowApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/programme", (Programme programme, TimeProvider clock) =>
            Results.Json(ProgrammeAnswer.Of(programme.State, Today(programme.State, clock)), ApiJson.Options)).Reads();
        api.MapGet("/spot", Spot).Reads("lon", "lat", "date", "knownAt");
        api.MapGet("/search", Search).Reads("q", "knownAt");
        api.MapPost("/measure", async (HttpRequest request, CancellationToken cancel) => ProblemAnswers.Of(await MeasureAnswer.Read(request.Body, cancel)))
            .Takes("application/json").Reads();
        api.MapGet("/features", Features).Reads("bbox", "date", "kind", "knownAt", "limit");
        api.MapGet("/base", (Programme programme) => BaseAnswer.Of(BaseMap.For(programme.State))).Reads();
        api.MapGet("/words", () => Results.Json(WordsAnswer.Of(Texts.Current), ApiJson.Options)).Reads();
        app.MapPictures();
        app.MapMapFiles();
    }

    private static IResult Spot(HttpContext http, Programme programme, TimeProvider clock)
    {
        var (query, state) = (http.Request.Query, programme.State);
        var at = MapQuestion.Point(query["lon"], query["lat"]);
        var knownAt = MapQuestion.KnownAt(query["knownAt"], state.Land);
        var date = MapQuestion.Date(query["date"], Today(state, clock));
        return (at.Problem ?? knownAt.Problem ?? date.Problem) is { } problem
            ? ProblemAnswers.Of(problem)
            : Results.Json(SpotAnswer.Of(programme.ReaderFor(ReaderPurpose.Record), state, at.Value, knownAt.Value, date.Value), ApiJson.Options);
    }

    private static IResult Search(HttpContext http, Programme programme, TimeProvider clock)
    {
        var (query, state) = (http.Request.Query, programme.State);
        var knownAt = MapQuestion.KnownAt(query["knownAt"], state.Land);
        if (knownAt.Problem is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var places = BaseMap.For(state).Where(f => f.Name is not null && f.Kind >= BaseKind.Place).Select(f => (f.Name!, f.Parts[0][0]));
        return Results.Json(SearchAnswer.Of(state, query["q"].ToString(), Today(state, clock), knownAt.Value, places), ApiJson.Options);
    }

    private static IResult Features(HttpContext http, Programme programme, TimeProvider clock)
    {
        var (query, state) = (http.Request.Query, programme.State);
        var box = MapQuestion.Box(query["bbox"]);
        var date = MapQuestion.Date(query["date"], Today(state, clock));
        var kind = MapQuestion.Kind(query["kind"]);
        var knownAt = MapQuestion.KnownAt(query["knownAt"], state.Land);
        var limit = MapQuestion.Whole("limit", query["limit"], 1000);
        if ((box.Problem ?? date.Problem ?? kind.Problem ?? knownAt.Problem ?? limit.Problem) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        return Results.Stream(async body =>
        {
            await using var json = new Utf8JsonWriter(body);
            FeaturesAnswer.Write(json, state, box.Value, date.Value, kind.Value, knownAt.Value, Math.Clamp(limit.Value, 1, FeaturesAnswer.MostFeatures));
            await json.FlushAsync(http.RequestAborted);
        }, "application/geo+json");
    }

    private static DateOnly Today(ProgrammeState state, TimeProvider clock) => ProgrammeTime.Of(state).Today(clock);
}
