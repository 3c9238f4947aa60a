using Furrow.Core;
using Furrow.Server.Accounts;
using Furrow.Server.Programmes;

namespace Furrow.Server.Serve;

/// <summary>Whether the server answers and can record, for whoever watches over it: 200 when all is well, 503 with the problem and its remedy when nothing
/// can be recorded now. Each question tries it, by a durable write that changes nothing.</summary>
public static class HealthAnswer
{
    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/health", async (Programme programme) =>
    {
        var problem = await programme.WhyNotWriting();
        var isReading = problem?.Code == "ledger-open-for-reading";
        return Results.Json(
            new
            {
                state = problem is null ? "ok" : isReading ? "reading" : problem.Code is "storage-broken" or "ledger-incomplete" ? "broken" : "cannot-write",
                position = programme.State.Position,
                exercise = programme.State.IsExercise,
                problem = Of(problem),
                snapshot = Of(programme.SnapshotFailure),
                erasures = Of(programme.ErasureListFailure),
            },
            statusCode: problem is null || isReading ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).WithMetadata(new OpenToAllAttribute());

    private static object? Of(Problem? problem) => problem is null ? null : new { code = problem.Code, sentence = problem.Sentence, remedy = problem.Remedy };
}
