using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Land.Orders;
using Furrow.Core.Land.Questions;
using Xunit;

namespace Furrow.Core.Tests.Land;

/// <summary>Ids are drawn by chance: no answer follows them. The same programme is run under two sets of ids, and every answer is the same, in the same order,
/// but for the ids themselves.</summary>
public sealed partial class IdLaws
{
    private const int Orders = 9;
    private static readonly DateOnly Last = new(2020, 1, 8);

    [Fact]
    public void Two_ledgers_of_the_same_reports_under_other_ids_answer_the_same() => RandomLand.Programme.Obeys(steps =>
    {
        var (one, other) = (Run(steps, 1), Run(steps, 2));
        Assert.Equal(Answers(one), Answers(other));
    }, seed: "0000KoOw1fk7", samples: 150, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>Most areas have no code, so their code is an id; many reports read alike.</summary>
    private static LandLedger Run(RandomLand.Step[] steps, int ids)
    {
        var land = LandLedger.Empty;
        foreach (var step in steps)
        {
            var next = RandomLand.Next(land, step);
            land = land.Accept(next with
            {
                Adds = [.. next.Adds.Select(c => c with
                {
                    Report = IdOf(c.Id, ids),
                    ReportCode = $"row {c.Id % 2}",
                    HazardousArea = c.HazardousArea is "HA-4" ? c.HazardousArea : AreaCode.OfNameless(IdOf(c.Id, ids)),
                    Predecessors = c.Predecessors.Count > 0 && c.Id > 0 ? [AreaCode.OfNameless(IdOf(c.Id - 1, ids))] : [],
                })],
            });
        }

        return land;
    }

    private static List<string> Answers(LandLedger land)
    {
        var names = Enumerable.Range(0, land.ClaimCount).ToDictionary(i => land.Claim(i).Report.ToString("N"), i => $"report {i}");
        List<string> answers = [];
        for (var known = 1; known <= land.KnownAt; known++)
        {
            Say(LandQuestions.HazardousAreas(land, Last, known));
            Say(LandQuestions.Balance(land, new BalanceQuestion(Last, null, known, By: BalanceGroup.HazardousArea)).Rows);
            Say(LandQuestions.Restate(land, 0, known, Last, KindSet.Overall).Lines);
            Say(LandQuestions.Effort(land, DateOnly.MinValue, Last, known));
        }

        var orders = AreaOrders.Of(land, Last);
        for (var order = 0; order < Orders; order++)
        {
            Say(orders.Find(null, null, (AreaOrder)order, order % 2 == 1, new Steps()).From(0).Select(a => a.Code));
        }

        return answers;

        void Say(object answer) => answers.Add(Id().Replace(JsonSerializer.Serialize(answer),
            id => names.GetValueOrDefault(id.Value.Replace("-", "", StringComparison.Ordinal), "an area nobody drew")));
    }

    /// <summary>In an order of its own for each set of ids.</summary>
    private static Guid IdOf(int report, int ids) => DerivedId.Of(new Guid(ids, 0, 0, new byte[8]), $"{report}");

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Id();
}
