using Furrow.Core;

namespace Furrow.Server.Answers;

/// <summary>Refusals as RFC 9457 problem details: the catalogue's code is the type, its sentence the detail.</summary>
public static class ProblemAnswers
{
    public static IResult Of(Problem problem) => Results.Problem(
        type: "urn:furrow:problem:" + problem.Code,
        title: problem.Code,
        detail: problem.Sentence,
        statusCode: problem.HttpStatus,
        extensions: new Dictionary<string, object?> { ["where"] = problem.Where, ["remedy"] = problem.Remedy }
            .Where(e => e.Value is not null).ToDictionary());

    /// <summary>The answer as JSON, or its refusal.</summary>
    public static IResult Of<T>(Outcome<T> outcome) => outcome.Problem is { } problem ? Of(problem) : Results.Json(outcome.Value, ApiJson.Options);
}
