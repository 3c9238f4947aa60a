using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Pages.Balance;

/// <summary>Turns the address of a balance page into questions to the ledger.</summary>
public static class BalanceQuestions
{
    public static readonly IReadOnlyList<BalanceGroup> Groups =
        [BalanceGroup.Place, BalanceGroup.Kind, BalanceGroup.Organisation, BalanceGroup.Team, BalanceGroup.Method, BalanceGroup.Donor, BalanceGroup.Year,
            BalanceGroup.HazardousArea];

    /// <summary>More columns than this nobody reads.</summary>
    private const int MostYears = 12;

    public static string NameOf(BalanceGroup by) => by == BalanceGroup.HazardousArea ? "hazardous-area" : by.ToString().ToLowerInvariant();

    public static BalanceGroup? ParseGroup(string? name) => Groups.Where(g => NameOf(g) == name).Select(g => (BalanceGroup?)g).FirstOrDefault();

    public static BalanceQuestion Question(LandQuery query, BalanceGroup? by = null, PlaceSet? places = null) =>
        new(query.AsOf, query.From, query.KnownAt, query.Kind, by, places);

    public static BalanceAnswer Ask(Visit visit, BalanceGroup? by) =>
        LandQuestions.Balance(visit.State.Land, Question(visit.Query, by, by == BalanceGroup.Place ? visit.Places : null) with
        {
            OrganisationOf = visit.State.OrganisationOf(visit.Query.KnownAt),
        });

    /// <summary>The same account at the end of each year up to the date asked for.</summary>
    public static IReadOnlyList<YearPoint> Years(Visit visit)
    {
        var query = visit.Query;
        var ends = new List<DateOnly> { query.AsOf };
        for (var year = query.AsOf.Year - 1; ends.Count < MostYears && year > 0; year--)
        {
            ends.Add(new DateOnly(year, 12, 31));
        }

        var points = new List<YearPoint>();
        foreach (var end in ends)
        {
            var answer = LandQuestions.Balance(visit.State.Land, new BalanceQuestion(end, null, query.KnownAt, query.Kind));
            if (answer.Accounts.All(a => a.ClosingMicro == 0))
            {
                break;
            }

            points.Insert(0, new YearPoint(end, answer.Accounts));
        }

        return points.Count > 1 ? points : [];
    }

    /// <summary>What came into a status and what left it in the period.</summary>
    public static (long InMicro, long OutMicro) Moved(IEnumerable<BalanceFlow> flows, LandStatus status)
    {
        long into = 0, outOf = 0;
        foreach (var flow in flows.Where(f => f.From != f.To))
        {
            into += flow.To == status ? flow.AreaMicro : 0;
            outOf += flow.From == status ? flow.AreaMicro : 0;
        }

        return (into, outOf);
    }
}

/// <summary>The accounts at one date, for a chart.</summary>
public sealed record YearPoint(DateOnly At, IReadOnlyList<BalanceAccount> Accounts);
