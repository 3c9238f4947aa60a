using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Accreditation;

/// <summary>What can be done about what is accredited beside organisations, teams and persons: procedures, types of machines, dog-handler pairs.</summary>
internal sealed class ThingIntents : SubjectIntents
{
    private static readonly ProcedureIntentsJson OfProcedures = ProcedureIntentsJson.Default;
    private static readonly MachineTypeIntentsJson Machines = MachineTypeIntentsJson.Default;
    private static readonly DogPairIntentsJson Pairs = DogPairIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<RegisterProcedure>("procedure-register", OfProcedures, ProcedureRules.Register,
            leadsTo: (act, _) => $"/records/procedures/{DerivedId.Of(act, ProcedureRules.Thing):D}"),
        Intent<ChangeProcedure>("procedure-change", OfProcedures, ProcedureRules.Change),
        Intent<CloseProcedure>("procedure-close", OfProcedures, ProcedureRules.Close, undoneBy: "procedure-reopen"),
        Intent<ReopenProcedure>("procedure-reopen", OfProcedures, ProcedureRules.Reopen,
            offers: (state, id) => state.Of<ProcedureRegister>().Find(id)?.ClosedOn is not null),
        Intent<RegisterMachineType>("machine-register", Machines, MachineTypeRules.Register,
            leadsTo: (act, _) => $"/records/machine-types/{DerivedId.Of(act, MachineTypeRules.Thing):D}"),
        Intent<ChangeMachineType>("machine-change", Machines, MachineTypeRules.Change),
        Intent<CloseMachineType>("machine-close", Machines, MachineTypeRules.Close, undoneBy: "machine-reopen"),
        Intent<ReopenMachineType>("machine-reopen", Machines, MachineTypeRules.Reopen,
            offers: (state, id) => state.Of<MachineTypeRegister>().Find(id)?.ClosedOn is not null),
        Intent<FormDogPair>("dog-form", Pairs, DogPairRules.Form, leadsTo: (act, _) => $"/records/dog-pairs/{DerivedId.Of(act, DogPairRules.Thing):D}"),
        Intent<ChangeDogPair>("dog-change", Pairs, DogPairRules.Change),
        Intent<DissolveDogPair>("dog-dissolve", Pairs, DogPairRules.Dissolve, undoneBy: "dog-reunite"),
        Intent<TakeBackDogPairDissolution>("dog-reunite", Pairs, DogPairRules.TakeBackDissolution,
            offers: (state, id) => state.Of<DogPairRegister>().Find(id)?.DissolvedOn is not null),
        Intent<RecordDogTest>("dog-test", Pairs, DogPairRules.Test, undoneBy: "dog-untest"),
        Intent<WithdrawDogTest>("dog-untest", Pairs, DogPairRules.WithdrawTest),
        Intent<RecordDogWork>("dog-work", Pairs, DogPairRules.Work),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(ProcedureRules.Thing, FindProcedure, (state, _) => Procedures(state, p => p.ClosedOn is null),
            (state, _, id) => state.Of<ProcedureRegister>().Find(id) is { } procedure ? AccreditedSubjects.LabelOf(state, procedure) : null)
        {
            Every = (state, _) => Procedures(state, _ => true),
            Offers = (state, id) => state.Of<ProcedureRegister>().Find(id) is { ClosedOn: null },
        },
        Kind(MachineTypeRules.Thing, s => s.Of<MachineTypeRegister>().All, t => t.Id, t => t.Name, t => t.ClosedOn is null),
        Kind(DogPairRules.Thing, s => s.Of<DogPairRegister>().All, p => p.Id, p => p.Name, p => p.DissolvedOn is null),
        new(DogPairRules.TestThing, (state, text) => Guid.TryParse(text, out var id) && state.Of<DogPairRegister>().FindTest(id) is not null ? id : null,
            (state, _) => state.Of<DogPairRegister>().AllTests.Where(t => !t.IsWithdrawn).Select(t => (t.Id, LabelOf(state, t))),
            (state, _, id) => state.Of<DogPairRegister>().FindTest(id) is { } test ? LabelOf(state, test) : null)
        {
            Offers = (state, id) => state.Of<DogPairRegister>().FindTest(id) is { IsWithdrawn: false },
        },
    ];

    private static IEnumerable<(Guid Id, string Name)> Procedures(ProgrammeState state, Func<Procedure, bool> which) =>
        state.Of<ProcedureRegister>().All.Where(which).Select(p => (p.Id, AccreditedSubjects.LabelOf(state, p)));

    /// <summary>By id, by its name with its organisation, or without where one organisation alone has it.</summary>
    private static Outcome<Guid>? FindProcedure(ProgrammeState state, string text)
    {
        var found = state.Of<ProcedureRegister>().All.Where(p => Guid.TryParse(text, out var id) ? p.Id == id
            : AccreditedSubjects.IsCalled(state, AccreditedKind.Procedure, p.Id, text)).ToList();
        return found switch
        {
            [] => null,
            [var one] => one.Id,
            _ => Problems.ProcedureShared(text, string.Join(", ", found.Select(p => $"{AccreditedSubjects.LabelOf(state, p)} {p.Id:D}"))),
        };
    }

    private static string LabelOf(ProgrammeState state, DogTest test) =>
        $"{state.Of<DogPairRegister>().Find(test.DogPair)?.Name}, {Names.Iso(test.On)}";
}
