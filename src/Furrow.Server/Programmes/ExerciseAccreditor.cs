using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Programmes;

/// <summary>Who and what is accredited in the exercise. Every step goes through the same rules as a real act.</summary>
/// <param name="judged">What has happened so far: its organisations, teams and reports.</param>
internal sealed class ExerciseAccreditor(JudgedBatch judged, ExercisePlan plan)
{
    private Outcome<JudgedBatch> _kept = judged;

    public static Outcome<JudgedBatch> After(JudgedBatch judged, ExercisePlan plan) => new ExerciseAccreditor(judged, plan).All();

    private Outcome<JudgedBatch> All()
    {
        Machines();
        foreach (var procedure in ExerciseAccreditations.Procedures)
        {
            var of = ExerciseAccreditations.All.First(a => a.Organisation == procedure.Organisation);
            Keep($"procedure {procedure.Organisation} {procedure.Version}", (state, act) => ProcedureRules.Register(state, act,
                new(Of(state, procedure.Organisation), ExerciseAccreditations.Code, procedure.Version, ExerciseAccreditations.Title, procedure.IssuedOn)));
            Accredit(ProcedureOf(procedure.Organisation, procedure.Version), of.Activities, Later(of.From, procedure.IssuedOn), of.Until);
        }

        foreach (var accreditation in ExerciseAccreditations.All)
        {
            Accredit(Of(judged.Next, accreditation.Organisation), accreditation.Activities, accreditation.From, accreditation.Until);
        }

        Teams();
        Pairs();
        Withdrawn();
        return _kept;
    }

    private void Machines()
    {
        Keep("detector", (state, act) => MachineTypeRules.Register(state, act, new(MachineKind.Detector, ExerciseAccreditations.Maker,
            ExerciseAccreditations.Detector)));
        Keep("tiller", (state, act) => MachineTypeRules.Register(state, act, new(MachineKind.GroundMachine, ExerciseAccreditations.Maker,
            ExerciseAccreditations.Tiller)));
    }

    /// <summary>Those of the contingent; one of them was suspended, and the land that was released on its work is recalled.</summary>
    private void Teams()
    {
        foreach (var team in judged.Next.Of<TeamRegister>().All)
        {
            Accredit(team.Id, ExerciseAccreditations.Clearance, ExerciseAccreditations.TeamsFrom, ExerciseAccreditations.Valid);
        }

        if (judged.Next.Of<TeamRegister>().Bearing(ExerciseAccreditations.SuspendedTeam).FirstOrDefault() is { } suspended)
        {
            Keep("suspend team", (state, act) => AccreditationRules.Suspend(state, act, new(AccreditationOf(suspended.Id), ExerciseAccreditations.SuspendedOn)),
                ExerciseAccreditations.WhySuspended);
        }
    }

    /// <summary>Nobody has tested them.</summary>
    private void Pairs()
    {
        var handlers = judged.Next.Of<TeamRegister>().AllMemberships.Where(m => m.Function == PersonFunction.DogHandler).Select(m => m.Person).Distinct();
        foreach (var (handler, (dog, chip)) in handlers.Zip(ExerciseAccreditations.Dogs))
        {
            Keep("pair " + chip, (state, act) => DogPairRules.Form(state, act, new(dog, handler, Of(state, ExerciseAccreditations.OfDogs),
                ExerciseAccreditations.TeamsFrom, chip)));
            Accredit(DerivedId.Of(ActOf("pair " + chip), DogPairRules.Thing), [FieldActivity.DogClearance], ExerciseAccreditations.TeamsFrom,
                ExerciseAccreditations.Valid);
        }
    }

    /// <summary>A procedure by which some reports were made is withdrawn: their land waits for decisions.</summary>
    private void Withdrawn()
    {
        var procedure = ProcedureOf(ExerciseAccreditations.Recalled, "1");
        var reports = judged.Next.Reports.Where(e => e.Status == ReportStatus.Approved && e.Report is { Kind: ReportKind.Clearance } report
            && Codes.AreSame(report.Organisation, ExerciseAccreditations.Recalled)).Take(ExerciseAccreditations.ReportsRecalled).Select(e => e.Id).ToList();
        if (reports.Count > 0)
        {
            Keep("use", (state, act) => RecallRules.Record(state, act, new(procedure, reports)));
        }

        Keep("withdraw procedure", (state, act) => AccreditationRules.Withdraw(state, act, new(AccreditationOf(procedure), ExerciseAccreditations.WithdrawnOn)),
            ExerciseAccreditations.WhyWithdrawn);
    }

    /// <summary>Applied for a month before, looked at on paper and on site, and given in full.</summary>
    private void Accredit(Guid subject, IReadOnlyList<FieldActivity> activities, DateOnly from, DateOnly until)
    {
        Keep($"apply {subject:D}", (state, act) => AccreditationRules.Apply(state, act, new(subject, activities, from.AddDays(-30))));
        foreach (var (step, day) in new[] { (AccreditationStep.DeskAssessment, -20), (AccreditationStep.OnSiteAssessment, -10), (AccreditationStep.Full, 0) })
        {
            Keep($"move {subject:D} {step}", (state, act) => AccreditationRules.Move(state, act, new(AccreditationOf(subject), step, from.AddDays(day),
                step == AccreditationStep.Full ? until : null, null, Of(state, ExerciseOrganisations.Authority)), state.Of<ProgrammeRecord>().Cooperation));
        }
    }

    private void Keep(string what, Func<ProgrammeState, Act, Ruling> rule, string why = "EXERCISE accreditation") => _kept = _kept.IsRefused ? _kept
        : _kept.Value!.Then(new Acting("EXERCISE accreditation officer", judged.Next.CommittedAt, Door.Verb, why, ActOf(what)), rule);

    private Guid ActOf(string what) => DerivedId.Of(plan.Programme, "accreditation " + what);

    private Guid AccreditationOf(Guid subject) => DerivedId.Of(ActOf($"apply {subject:D}"), AccreditationRules.Thing);

    private Guid ProcedureOf(string organisation, string version) => DerivedId.Of(ActOf($"procedure {organisation} {version}"), ProcedureRules.Thing);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static Guid Of(ProgrammeState state, string organisation) => state.Of<OrganisationRegister>().Bearing(organisation)!.Id;
}
