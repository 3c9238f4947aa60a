using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>Who takes part in the exercise, and what it was agreed under. Every step goes through the same rules as a real act.</summary>
/// <param name="judged">What has happened so far.</param>
internal sealed class ExerciseCooperation(JudgedBatch judged, ExercisePlan plan)
{
    private Outcome<JudgedBatch> _kept = judged;

    /// <summary>Before anything is reported.</summary>
    public static Outcome<JudgedBatch> WithOrganisations(JudgedBatch judged, ExercisePlan plan) => new ExerciseCooperation(judged, plan).Organisations();

    /// <summary>When all is reported: they are of later days than the beginning.</summary>
    public static Outcome<JudgedBatch> WithAgreements(JudgedBatch judged, ExercisePlan plan) => new ExerciseCooperation(judged, plan).Agreements();

    /// <summary>The contingent's list, row by row as a table would be written.</summary>
    public static Outcome<JudgedBatch> WithPeople(JudgedBatch judged, ExercisePlan plan) => new ExerciseCooperation(judged, plan).People();

    private Outcome<JudgedBatch> People()
    {
        foreach (var person in ExercisePeople.All)
        {
            Keep("engage " + person.ServiceCode, (state, act) => EngagementRules.Engage(state, act, new(Of(state, ExercisePeople.Organisation),
                ExercisePeople.Arrived, person.Name, person.ServiceCode, person.Team, person.Function, person.Level, person.CertificateNumber,
                "EXERCISE School of XB", person.IssuedOn, person.ExpiresOn, person.InsuredUntil, person.Languages, true, ExercisePeople.WorkOf(person.Team))));
        }

        Keep("engaged", (state, act) => EngagementRules.Close(state, act, "EXERCISE contingent of XB.xlsx",
            [.. ExercisePeople.All.Select(p => ActOf("engage " + p.ServiceCode))]));
        for (var team = 1; team <= ExercisePeople.Teams; team++)
        {
            var (code, reported) = (ExercisePeople.CodeOf(team), ExercisePeople.ReportedAs(team));
            Keep("reported " + code, (state, act) => TeamRules.AddAlias(state, act, new(state.Of<TeamRegister>().Bearing(code).First().Id, reported)));
        }

        return _kept;
    }

    private Outcome<JudgedBatch> Organisations()
    {
        var twice = ExerciseOrganisations.RegisteredTwice;
        foreach (var organisation in ExerciseOrganisations.All.Append(twice))
        {
            Keep("register " + organisation.Name, (state, act) => OrganisationRules.Register(state, act,
                new(organisation.Name, organisation.Kind, organisation.Country, organisation.Parent is { } parent ? Of(state, parent) : null)));
            foreach (var alias in organisation.Aliases)
            {
                Keep("alias " + alias, (state, act) => OrganisationRules.AddAlias(state, act, new(Of(state, organisation.Name), alias, true)));
            }
        }

        Keep("merge", (state, act) => OrganisationRules.Merge(state, act, new(Of(state, ExerciseOrganisations.KeptOfTwo), Of(state, twice.Name))));
        return _kept;
    }

    private Outcome<JudgedBatch> Agreements()
    {
        foreach (var agreement in ExerciseAgreements.All)
        {
            Keep("agreement " + agreement.Key, (state, act) => AgreementRules.Record(state, act, new(agreement.Name, agreement.Kind, agreement.Level,
                agreement.SignedOn, agreement.InForceOn, null, [.. agreement.Parties.Select(p => Of(state, p))], agreement.Countries)));
            if (agreement.RestsOn is { } other)
            {
                Keep($"agreement {agreement.Key} rests", (state, act) =>
                    AgreementRules.Link(state, act, new(Agreement(agreement.Key), AgreementLink.RestsOn, Agreement(other))));
            }

            foreach (var clause in agreement.Clauses)
            {
                Keep(agreement.Key, clause);
            }

            if (agreement.EndedOn is { } ended)
            {
                Keep($"agreement {agreement.Key} ends", (state, act) => AgreementRules.End(state, act, new(Agreement(agreement.Key), ended)));
            }
        }

        return _kept;
    }

    private void Keep(string agreement, ExerciseClause clause)
    {
        var what = $"clause {agreement} {clause.Number}";
        Keep(what, (state, act) => ClauseRules.Record(state, act, new(Agreement(agreement), clause.Number,
            clause.Activity is null ? ClauseKind.Promise : ClauseKind.Activity, clause.Activity, [.. clause.Partners.Select(p => Of(state, p))], null, null,
            null, clause.Promised, clause.Quantity)));
        foreach (var delivery in clause.Deliveries)
        {
            Keep($"{what} {delivery.On:O}", (state, act) => ClauseRules.Deliver(state, act,
                new(DerivedId.Of(ActOf(what), AgreementRules.ClauseThing), delivery.Change, delivery.On, delivery.Quantity)));
        }
    }

    private void Keep(string what, Func<ProgrammeState, Act, Ruling> rule) => _kept = _kept.IsRefused ? _kept : _kept.Value!.Then(
        new Acting("EXERCISE liaison officer", judged.Next.CommittedAt, Door.Verb, "EXERCISE cooperation", ActOf(what)), rule);

    private Guid ActOf(string what) => DerivedId.Of(plan.Programme, what);

    private Guid Agreement(string key) => DerivedId.Of(ActOf("agreement " + key), AgreementRules.Thing);

    private static Guid Of(ProgrammeState state, string organisation) => state.Of<OrganisationRegister>().Bearing(organisation)!.Id;
}
