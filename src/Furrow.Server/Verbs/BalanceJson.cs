using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>The balance as JSON. Areas are m² as exact decimal numbers: their sums are the printed totals.</summary>
internal static class BalanceJson
{
    public static object Of(ProgrammeState state, BalanceAnswer balance, string? word) => new
    {
        programme = state.Opened?.Name,
        exercise = state.IsExercise,
        ledger = "land",
        timeZone = ProgrammeTime.Of(state).Id,
        asOf = Names.Iso(balance.Question.AsOf),
        from = balance.Question.From is { } from ? Names.Iso(from) : null,
        knownAt = balance.KnownAt,
        trialBalanceSquareMetres = Names.Area(balance.TrialBalanceMicro),
        kind = Kinds.NameOf(balance.Question.Kind),
        accounts = balance.Accounts.Select(Account),
        unlocated = new
        {
            records = balance.Unlocated.Records,
            withPoint = balance.Unlocated.WithPoint,
            byPlace = balance.Unlocated.ByPlace,
            nowhere = balance.Unlocated.Nowhere,
            statedSquareMetres = balance.Unlocated.StatedSquareMetres,
            recordsWithoutStatedArea = balance.Unlocated.RecordsWithoutStatedArea,
        },
        flows = balance.Flows.Select(Flow),
        hazardousAreas = new { opening = balance.Count.Opening, opened = balance.Count.Opened, closed = balance.Count.Closed, closing = balance.Count.Closing },
        by = word,
        places = balance.Question.Places?.Name,
        placesVersion = balance.Question.Places?.Version,
        placesSource = balance.Question.Places?.Source,
        inSeveralPlacesSquareMetres = Names.Area(balance.SharedMicro),
        rows = word is null ? null : balance.Rows.Select(
            r => new { group = r.Group, label = r.Label, accounts = r.Accounts.Select(Account), flows = r.Flows.Select(Flow) }),
    };

    private static object Account(BalanceAccount account) => new
    {
        status = Statuses.NameOf(account.Status),
        openingSquareMetres = Names.Area(account.OpeningMicro),
        areaSquareMetres = Names.Area(account.ClosingMicro),
        hazardousAreas = account.HazardousAreas,
    };

    private static object Flow(BalanceFlow flow) => new
    {
        from = Statuses.NameOf(flow.From),
        to = Statuses.NameOf(flow.To),
        heading = Names.Of(flow.Heading),
        baseline = flow.Baseline,
        areaSquareMetres = Names.Area(flow.AreaMicro),
    };
}
