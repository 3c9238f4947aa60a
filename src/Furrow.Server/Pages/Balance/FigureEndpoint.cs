using System.Text;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Balance;

/// <summary>Serves the very file of a published figure, never a fresh one.</summary>
public static class FigureEndpoint
{
    public static void MapFigures(this IEndpointRouteBuilder app) => app.MapGet("/figures/{id:guid}/file", (Guid id, Programme programme) =>
        programme.State.FindFigure(id) is not { } figure ? Results.NotFound()
            : programme.FileOf(figure) is var file && file.IsRefused ? ProblemAnswers.Of(file.Problem!)
            : Results.Bytes(Encoding.UTF8.GetBytes(file.Value!), "text/csv; charset=utf-8", figure.FileName)).Reads();
}
