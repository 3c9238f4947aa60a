using System.Text;
using Furrow.Server.Answers;

namespace Furrow.Server.Pages.Import;

/// <summary>The mapping of a draft as a file to keep and share.</summary>
public static class DraftEndpoint
{
    public static void MapDraftFiles(this IEndpointRouteBuilder app) => app.MapGet("/import/draft/{id:guid}/mapping.json", (Guid id, ImportDrafts drafts) =>
        drafts.Open(id, waits: true)?.Plan is { } plan
            ? Results.Bytes(Encoding.UTF8.GetBytes(
                (plan.Dictionary.Open.Count == 0 ? plan.ConfirmedMapping : plan.Mapping).ToJson()), "application/json",
                Path.GetFileNameWithoutExtension(plan.File) + ".mapping.json")
            : Results.NotFound()).Reads();
}
