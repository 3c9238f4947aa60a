using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;

namespace Furrow.Server.Pages.Areas;

/// <summary>The list of hazardous areas as an address asks for it: words, state, status, order.</summary>
/// <param name="State">"open" means everything not closed and not discredited; else a state's name.</param>
/// <param name="Sort">A column's name; "-" before it turns the order round.</param>
public sealed record AreaList(string Words, string State, string Status, string Sort)
{
    public static readonly IReadOnlyList<string> Columns = ["code", "state", "registered", "remaining", "released", "first", "last"];

    public static AreaList Read(IQueryCollection query) =>
        new(query["q"].ToString().Trim(), query["state"].ToString(), query["status"].ToString(),
            query["sort"].ToString() is { Length: > 0 } sort ? sort : "code");

    public static string NameOf(AreaState state) => state switch
    {
        AreaState.WorkedOn => "worked-on",
        AreaState.PartlyReleased => "partly-released",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static bool IsOpen(AreaState state) => state is not (AreaState.Closed or AreaState.Discredited);

    public IReadOnlyList<HazardousAreaAnswer> Of(IEnumerable<HazardousAreaAnswer> areas, IReadOnlySet<string>? holding = null)
    {
        var chosen = areas.Where(a => Matches(a) && (holding is null || holding.Contains(a.Code)));
        var column = Sort.TrimStart('-');
        IEnumerable<HazardousAreaAnswer> sorted = column switch
        {
            "state" => chosen.OrderBy(a => a.State).ThenBy(a => a.Code, StringComparer.OrdinalIgnoreCase),
            "registered" => chosen.OrderBy(a => a.RegisteredMicro).ThenBy(a => a.Code, StringComparer.Ordinal),
            "remaining" => chosen.OrderBy(a => a.RemainingMicro).ThenBy(a => a.Code, StringComparer.Ordinal),
            "released" => chosen.OrderBy(a => a.ReleasedMicro).ThenBy(a => a.Code, StringComparer.Ordinal),
            "first" => chosen.OrderBy(a => a.FirstReported).ThenBy(a => a.Code, StringComparer.Ordinal),
            "last" => chosen.OrderBy(a => a.LastReported).ThenBy(a => a.Code, StringComparer.Ordinal),
            _ => chosen.OrderBy(a => a.Code, StringComparer.OrdinalIgnoreCase),
        };
        return [.. Sort.StartsWith('-') ? sorted.Reverse() : sorted];
    }

    private bool Matches(HazardousAreaAnswer area) =>
        (Words.Length == 0 || Has(area.Code) || Has(area.Name) || area.Aliases.Any(Has))
        && State switch { "" => true, "open" => IsOpen(area.State), _ => NameOf(area.State) == State }
        && (Status.Length == 0 || Statuses.NameOf(area.Status) == Status);

    private bool Has(string? text) => text?.Contains(Words, StringComparison.OrdinalIgnoreCase) == true;
}
