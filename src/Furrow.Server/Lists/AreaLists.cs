using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Land.Orders;
using Furrow.Core.Land.Questions;
using Furrow.Server.Answers;
using Furrow.Server.Exports;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Hazardous areas.</summary>
public static class AreaLists
{
    /// <summary>Everything not closed, passed on or discredited.</summary>
    public const string NotClosed = "open";

    /// <summary>Columns by which any number of areas is sorted.</summary>
    private static readonly Dictionary<string, AreaOrder> Orders = new()
    {
        ["code"] = AreaOrder.Label, ["state"] = AreaOrder.State, ["status"] = AreaOrder.Status, ["registered"] = AreaOrder.Registered, ["remaining"] = AreaOrder.Remaining,
        ["balance"] = AreaOrder.InBalance, ["released"] = AreaOrder.Released, ["first"] = AreaOrder.FirstReported, ["last"] = AreaOrder.LastReported,
    };

    public static readonly Listing<HazardousAreaAnswer> Areas =
        new("areas", "areas.title", ask => ask.Land.KnownAt == 0 ? [] : LandQuestions.HazardousAreas(ask.Land, ask.AsOf))
        {
            Address = "/areas",
            IsOfLand = true,
            Nothing = "areas.none",
            Indexed = Answer,
            Columns =
            [
                new("code", "area.col.code", CellType.Code, (a, _) => a.Label)
                {
                    Link = a => "/areas/" + Uri.EscapeDataString(a.Code), Beside = a => a.HasCode ? null : new ListWord("area.no-code", "no-code"),
                },
                new("name", "area.name", CellType.Text, (a, _) => a.Name),
                new("state", "area.col.state", CellType.Word, (a, _) => ListWord.Of("area-state", a.State)),
                new("status", "col.status", CellType.Word, (a, _) => new ListWord("status." + Statuses.NameOf(a.Status), Statuses.NameOf(a.Status)))
                {
                    Shown = false,
                },
                new("registered", "area.col.registered", CellType.Area, (a, _) => a.RegisteredMicro) { Sums = true },
                new("remaining", "area.col.remaining", CellType.Area, (a, _) => a.RemainingMicro) { Sums = true },
                new("balance", "area.col.balance", CellType.Area, (a, _) => a.InBalanceMicro) { Sums = true },
                new("released", "area.col.released", CellType.Area, (a, _) => a.ReleasedMicro) { Sums = true },
                new("first", "area.col.first", CellType.Day, (a, _) => a.FirstReported),
                new("last", "area.col.last", CellType.Day, (a, _) => a.LastReported),
                new("kinds", "col.kinds", CellType.Text, (a, _) => Kinds.NameOf(a.Kinds)) { Shown = false },
                new("aliases", "area.aliases", CellType.Text, (a, _) => string.Join(", ", a.Aliases)) { Shown = false },
                new("predecessors", "area.predecessors", CellType.Text, (a, _) => string.Join(", ", a.Predecessors)) { Shown = false },
            ],
            Filters =
            [
                new("q", "areas.words", FilterType.Search, (a, words, _) => HasWords(a, words)),
                new("state", "col.state", FilterType.Choice, (a, state, _) => Fits(a, state, null))
                {
                    Choices =
                    [
                        new(NotClosed, "areas.not-closed"),
                        .. Enum.GetValues<AreaState>().Where(s => s != AreaState.Open).Select(s => new FilterChoice(Names.Of(s), "area-state." + Names.Of(s))),
                    ],
                },
                new("status", "col.status", FilterType.Choice, (a, status, _) => Fits(a, null, Statuses.Parse(status)))
                {
                    Choices = [.. Statuses.Names.Where(s => s.Status < LandStatus.NotHandedOver).Select(s => new FilterChoice(s.Name, "status." + s.Name))],
                },
            ],
            Place = (a, ask) => (a.RemainingMicro > 0 ? LandQuestions.Remaining(ask.Land, a.Code, ask.AsOf) : null, AreaExports.PointOf(ask.State, a)),
        };

    /// <summary>From the orders, where they are kept: for the land as it is now.</summary>
    private static RowSet<HazardousAreaAnswer>? Answer(ListAsk ask, RowQuestion<HazardousAreaAnswer> question)
    {
        var order = AreaOrder.Label;
        var isOrdered = question.Sort is not { } by || Orders.TryGetValue(by.Key, out order);
        if (ask.KnownAt is not null)
        {
            return null;
        }

        var (state, status) = (question.Value("state"), question.Value("status") is { } named ? Statuses.Parse(named) : null);
        var found = ask.Memory.Areas(ask.State.Land, ask.AsOf).Find(
            state is null && status is null ? null : f => Fits(f, state, status), question.Value("q"), order, isOrdered && question.Backwards, ask.Steps);
        var rows = isOrdered ? new RowSet<HazardousAreaAnswer>(found.Count, found.From)
            : found.Count > Listing<HazardousAreaAnswer>.MostSorted
                ? new RowSet<HazardousAreaAnswer>(found.Count, found.From) { NotSortedBy = question.Sort!.Key }
            : Listing<HazardousAreaAnswer>.Sorted([.. found.From(0)], question, ask);
        return rows with
        {
            Sums = new Dictionary<string, long>
            {
                ["registered"] = found.Totals.Registered, ["remaining"] = found.Totals.Remaining, ["balance"] = found.Totals.InBalance,
                ["released"] = found.Totals.Released,
            },
        };
    }

    private static bool Fits(AreaFacet facet, string? state, LandStatus? status) =>
        (state is null || (state == NotClosed ? IsOpen(facet.State) : Names.Of(facet.State) == state)) && (status is null || status switch
        {
            LandStatus.Confirmed => facet.Status != LandStatus.Unrecorded && facet.HasConfirmed,
            LandStatus.Suspected => facet.Status != LandStatus.Unrecorded && facet.HasSuspected,
            _ => facet.Status == status,
        });

    public static bool IsOpen(AreaState state) => state is not (AreaState.Closed or AreaState.Discredited or AreaState.PassedOn);

    public static bool HasWords(HazardousAreaAnswer area, string words) => SearchedWords.Has(area.Label, words)
        || SearchedWords.Has(area.Code, words) || SearchedWords.Has(area.Name, words) || area.Aliases.Any(alias => SearchedWords.Has(alias, words));

    /// <summary>As the balance counts areas: one with confirmed and with suspected land is in both accounts.</summary>
    private static bool Fits(HazardousAreaAnswer a, string? state, LandStatus? status) =>
        Fits(new AreaFacet(a.State, a.Status, a.HasLandIn(LandStatus.Suspected), a.HasLandIn(LandStatus.Confirmed)), state, status);
}
