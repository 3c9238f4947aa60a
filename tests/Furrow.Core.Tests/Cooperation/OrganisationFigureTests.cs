using Furrow.Core.Cooperation;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>Figures are counted by organisation, not by spelling, as the register was when they were known.</summary>
public sealed class OrganisationFigureTests
{
    private static readonly DateOnly AsOf = new(2026, 1, 1);

    /// <summary>Two reports of one office under two names, accepted in the first hour; the register says so in the second; another acceptance in the third.
    /// </summary>
    private static readonly ProgrammeState Told = new History()
        .Then(0, (state, act) => ReportRules.Submit(state.Book, act, Hazard(1) with { Organisation = "Survey office" }))
        .Then(0, (state, act) => ReportRules.Submit(state.Book, act, Hazard(2) with { Organisation = "Office of Survey" }))
        .Then(1, (state, act) => ReportRules.CheckAndAccept(state.Book, act, [Id(1), Id(2)]), "Bea")
        .Then(2, (state, act) => OrganisationRules.Register(state, act, new("Survey Office", OrganisationKind.StateOperator)))
        .Then(2, (state, act) => OrganisationRules.AddAlias(state, act, new(state.Of<OrganisationRegister>().Bearing("survey office")!.Id, "office of survey")))
        .Then(3, (state, act) => ReportRules.Submit(state.Book, act, Hazard(3) with { Organisation = "Field Aid" }))
        .Then(3, (state, act) => ReportRules.CheckAndAccept(state.Book, act, [Id(3)]), "Bea").State;

    [Theory]
    [InlineData(null, "Field Aid, Survey Office")]
    [InlineData(2, "Field Aid, Survey Office")]
    [InlineData(1, "Survey Office")]
    public void The_balance_follows_the_organisation(int? knownAt, string rows)
    {
        var balance = LandQuestions.Balance(Told.Land, new BalanceQuestion(AsOf, KnownAt: knownAt, By: BalanceGroup.Organisation)
        {
            OrganisationOf = Told.OrganisationOf(knownAt),
        });
        Assert.Equal(rows, string.Join(", ", balance.Rows.Select(r => r.Group)));
        Assert.Equal(balance.Accounts.Select(a => a.ClosingMicro), [balance.Rows.Sum(r => r.Accounts.Sum(a => a.ClosingMicro))]);
    }

    [Fact]
    public void A_figure_as_it_was_known_before_the_register_is_counted_by_the_names_of_then() =>
        Assert.Equal(["Office of Survey", "Survey office"], Before.Select(r => r.Organisation).Order(StringComparer.Ordinal));

    [Fact]
    public void Effort_follows_it_too() => Assert.Equal([("Field Aid", 1), ("Survey Office", 2)],
        LandQuestions.Effort(Told.Land, DateOnly.MinValue, AsOf, organisationOf: Told.OrganisationOf()).Select(r => (r.Organisation, r.Claims)));

    /// <summary>With one more acceptance before anything was registered.</summary>
    private static IReadOnlyList<EffortRow> Before
    {
        get
        {
            var state = new History()
                .Then(0, (s, act) => ReportRules.Submit(s.Book, act, Hazard(1) with { Organisation = "Survey office" }))
                .Then(0, (s, act) => ReportRules.Submit(s.Book, act, Hazard(2) with { Organisation = "Office of Survey" }))
                .Then(1, (s, act) => ReportRules.CheckAndAccept(s.Book, act, [Id(1), Id(2)]), "Bea")
                .Then(2, (s, act) => ReportRules.Submit(s.Book, act, Hazard(3)))
                .Then(2, (s, act) => ReportRules.CheckAndAccept(s.Book, act, [Id(3)]), "Bea")
                .Then(3, (s, act) => OrganisationRules.Register(s, act, new("Survey Office", OrganisationKind.StateOperator)))
                .Then(3, (s, act) => OrganisationRules.AddAlias(s, act, new(s.Of<OrganisationRegister>().Bearing("survey office")!.Id, "office of survey")))
                .State;
            return LandQuestions.Effort(state.Land, DateOnly.MinValue, AsOf, 1, state.OrganisationOf(1));
        }
    }

    /// <summary>What was done, hour by hour.</summary>
    private sealed record History
    {
        public ProgrammeState State { get; private init; } = ProgrammeState.Empty;

        public History Then(int hour, Func<ProgrammeState, Act, Ruling> rule, string by = "Ann")
        {
            var act = By(by, "why", Noon.AddMinutes(State.Position));
            return new History
            {
                State = State.ApplyAll(rule(State, act).Get().Select((fact, i) => new Placed(State.Position + 1 + i, Noon.AddHours(hour), act, fact))),
            };
        }
    }
}
