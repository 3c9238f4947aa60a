using Furrow.Core;
using Furrow.Server.Pages.Findings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Furrow.Server.Pages.Forms;

/// <summary>What went wrong with a request, for the page that tells it: the problem (null: a bug), and what was sent with it as far as it could be
/// read.</summary>
public sealed record PageFault(Problem? Problem, IFormCollection? Posted)
{
    /// <summary>As the framework names it.</summary>
    internal const string TokenField = "__RequestVerificationToken";

    private static readonly string[] OwnFields = [TokenField, "_handler", FormIntent.Field, FormIntent.PositionField, GroupDecision.SeenField, "act", "batch"];

    /// <summary>What nobody may read over somebody's shoulder is not shown again.</summary>
    private static readonly string[] Secrets = ["password", "again", "current", "code", "half-way", "offered", "asked", "credential"];

    /// <summary>What a person had typed or chosen, without what the form carried by itself.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Typed =>
        Posted?.Where(sent => !OwnFields.Contains(sent.Key) && !Secrets.Contains(sent.Key) && sent.Value.Any(value => !string.IsNullOrWhiteSpace(value))) ?? [];

    public static PageFault? Of(HttpContext http) => http.Items[typeof(PageFault)] as PageFault;

    /// <summary>Ends the request with this problem; the layer in front shows its page.</summary>
    public static async Task End(HttpContext http, Problem problem)
    {
        http.Items[typeof(PageFault)] = new PageFault(problem, await FormOf(http));
        http.Response.StatusCode = problem.HttpStatus;
    }

    /// <summary>What was sent as a form, or null when there was none or it cannot be read. Also of a form whose token is not valid, which the framework
    /// keeps from being read: nothing is done by it, it is only shown again.</summary>
    public static async Task<IFormCollection?> FormOf(HttpContext http)
    {
        var token = http.Features.Get<IAntiforgeryValidationFeature>();
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        try
        {
            return http.Features.Get<IFormFeature>()?.Form ?? (http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            http.Features.Set(token);
        }
    }
}
