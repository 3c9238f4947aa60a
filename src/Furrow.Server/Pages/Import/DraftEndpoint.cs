using System.Text;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Import;

/// <summary>How a file is read, or was, as a mapping to keep and share.</summary>
public static class DraftEndpoint
{
    public static void MapDraftFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/import/draft/{id:guid}/mapping.json", (Guid id, ImportDrafts drafts) =>
            drafts.Open(id, waits: true)?.Plan is { } plan
                ? Mapping((plan.Dictionary.Open.Count == 0 ? plan.ConfirmedMapping : plan.Mapping).ToJson(), plan.File) : Results.NotFound()).Reads();
        app.MapGet("/import/{id:guid}/mapping.json", (Guid id, Programme programme) =>
            programme.State.Book.FindBatch(id)?.Received is { } received ? Mapping(received.MappingJson, received.File) : Results.NotFound()).Reads();
    }

    private static IResult Mapping(string json, string file) =>
        Results.Bytes(Encoding.UTF8.GetBytes(json), "application/json", Path.GetFileNameWithoutExtension(file) + ".mapping.json");
}
