using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>Hazardous areas.</summary>
public static class AreaLists
{
    /// <summary>Everything not closed, passed on or discredited.</summary>
    public const string NotClosed = "open";

    public static readonly Listing<HazardousAreaAnswer> Areas =
        new("areas", "areas.title", ask => ask.Land.KnownAt == 0 ? [] : LandQuestions.HazardousAreas(ask.Land, ask.AsOf))
        {
            Address = "/areas",
            IsOfLand = true,
            Nothing = "areas.none",
            Columns =
            [
                new("code", "area.col.code", CellType.Code, (a, _) => a.Label)
                {
                    Link = a => "/areas/" + Uri.EscapeDataString(a.Code), Beside = a => a.HasCode ? null : new ListWord("area.no-code", "no-code"),
                },
                new("name", "area.name", CellType.Text, (a, _) => a.Name),
                new("state", "area.col.state", CellType.Word, (a, _) => ListWord.Of("area-state", a.State)),
                new("status", "col.status", CellType.Word, (a, _) => new ListWord("status." + Statuses.NameOf(a.Status), Statuses.NameOf(a.Status))) { Shown = false },
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
                new("state", "col.state", FilterType.Choice, (a, state, _) => state == NotClosed ? IsOpen(a.State) : Names.Of(a.State) == state)
                {
                    Choices =
                    [
                        new(NotClosed, "areas.not-closed"),
                        .. Enum.GetValues<AreaState>().Where(s => s != AreaState.Open).Select(s => new FilterChoice(Names.Of(s), "area-state." + Names.Of(s))),
                    ],
                },
                new("status", "col.status", FilterType.Choice, (a, status, _) => HasLandIn(a, Statuses.Parse(status)))
                {
                    Choices = [.. Statuses.Names.Where(s => s.Status < LandStatus.NotHandedOver).Select(s => new FilterChoice(s.Name, "status." + s.Name))],
                },
            ],
            Place = (a, ask) => (a.RemainingMicro > 0 ? LandQuestions.Remaining(ask.Land, a.Code, ask.AsOf) : null, null),
        };

    public static bool IsOpen(AreaState state) => state is not (AreaState.Closed or AreaState.Discredited or AreaState.PassedOn);

    public static bool HasWords(HazardousAreaAnswer area, string words) => Codes.Has(area.Label, words) || Codes.Has(area.Code, words)
        || Codes.Has(area.Name, words) || area.Aliases.Any(alias => Codes.Has(alias, words));

    /// <summary>As the balance counts areas: one with confirmed and with suspected land is in both accounts.</summary>
    private static bool HasLandIn(HazardousAreaAnswer area, LandStatus? status) => status is LandStatus.Confirmed or LandStatus.Suspected
        ? area.Status != LandStatus.Unrecorded && area.HasLandIn(status.Value) : area.Status == status;
}
