using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;

namespace Furrow.Server.Pages.Areas;

/// <summary>The list of hazardous areas as an address asks for it: words, state, status, order.</summary>
/// <param name="State">"open" means everything not closed, passed on or discredited; else a state's name.</param>
/// <param name="Sort">A column's name; "-" before it turns the order round.</param>
public sealed record AreaList(string Words, string State, string Status, string Sort)
{
    public static readonly IReadOnlyList<string> Columns = ["code", "state", "registered", "remaining", "balance", "released", "first", "last"];

    public static AreaList Read(IQueryCollection query) =>
        new(query["q"].ToString().Trim(), AddressWords.Read("/areas", query, "state"), AddressWords.Read("/areas", query, "status"),
            AddressWords.Read("/areas", query, "sort") is { Length: > 0 } sort ? sort : "code");

    public static string NameOf(AreaState state) => state switch
    {
        AreaState.WorkedOn => "worked-on",
        AreaState.PartlyReleased => "partly-released",
        AreaState.PassedOn => "passed-on",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static bool IsOpen(AreaState state) => state is not (AreaState.Closed or AreaState.Discredited or AreaState.PassedOn);

    public IReadOnlyList<HazardousAreaAnswer> Of(IEnumerable<HazardousAreaAnswer> areas, IReadOnlySet<string>? holding = null)
    {
        var chosen = areas.Where(a => Matches(a) && (holding is null || holding.Contains(a.Code)));
        var column = Sort.TrimStart('-');
        IEnumerable<HazardousAreaAnswer> sorted = column switch
        {
            "state" => chosen.OrderBy(a => a.State).ThenBy(a => a.Label, Codes.Order),
            "registered" => chosen.OrderBy(a => a.RegisteredMicro).ThenBy(a => a.Label, Codes.Order),
            "remaining" => chosen.OrderBy(a => a.RemainingMicro).ThenBy(a => a.Label, Codes.Order),
            "balance" => chosen.OrderBy(a => a.InBalanceMicro).ThenBy(a => a.Label, Codes.Order),
            "released" => chosen.OrderBy(a => a.ReleasedMicro).ThenBy(a => a.Label, Codes.Order),
            "first" => chosen.OrderBy(a => a.FirstReported).ThenBy(a => a.Label, Codes.Order),
            "last" => chosen.OrderBy(a => a.LastReported).ThenBy(a => a.Label, Codes.Order),
            _ => chosen.OrderBy(a => a.Label, Codes.Order),
        };
        return [.. Sort.StartsWith('-') ? sorted.Reverse() : sorted];
    }

    private bool Matches(HazardousAreaAnswer area) =>
        (Words.Length == 0 || Has(area.Label) || Has(area.Code) || Has(area.Name) || area.Aliases.Any(Has))
        && State switch { "" => true, "open" => IsOpen(area.State), _ => NameOf(area.State) == State }
        && (Status.Length == 0 || HasLandIn(area));

    /// <summary>As the balance counts areas: one with confirmed and with suspected land is in both accounts.</summary>
    private bool HasLandIn(HazardousAreaAnswer area) => Statuses.Parse(Status) switch
    {
        LandStatus.Confirmed => area.Status != LandStatus.Unrecorded && area.HasLandIn(LandStatus.Confirmed),
        LandStatus.Suspected => area.Status != LandStatus.Unrecorded && area.HasLandIn(LandStatus.Suspected),
        var status => area.Status == status,
    };

    private bool Has(string? text) => Codes.Has(text, Words);
}
