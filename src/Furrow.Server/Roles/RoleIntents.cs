using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Core.Roles;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Roles;

/// <summary>What can be done about roles, and how an intent names one that somebody has.</summary>
internal sealed class RoleIntents : SubjectIntents
{
    private static readonly RoleIntentsJson Json = RoleIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<GiveRole>("role-give", Json, RoleRules.Give, undoneBy: "role-take", leadsTo: (_, _) => "/lists/roles"),
        Intent<TakeRole>("role-take", Json, RoleRules.Take, leadsTo: (_, _) => "/lists/roles"),
        Intent<SuspendPerson>("person-suspend", Json, RoleRules.Suspend, undoneBy: "person-unsuspend", leadsTo: (_, _) => "/lists/roles"),
        Intent<LiftSuspension>("person-unsuspend", Json, RoleRules.Lift, leadsTo: (_, _) => "/lists/roles"),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(RoleRules.Thing, Find, (state, reader) => Of(state).All.Where(h => h.Taken is null).Select(h => (h.Id, NameOf(state, reader, h.Id)!)), NameOf)
        {
            Offers = (state, id) => Of(state).Find(id) is { Taken: null },
        },
    ];

    private static Outcome<Guid>? Find(ProgrammeState state, string text) => Guid.TryParse(text, out var id) && Of(state).Find(id) is not null ? id : null;

    /// <summary>Two people may have one role: who has it stands before it.</summary>
    private static string? NameOf(ProgrammeState state, Reader reader, Guid id) => Of(state).Find(id) is { } held
        ? $"{reader.NameOf(held.Person)}: {Names.Of(held.Role)}" : null;

    private static RoleRegister Of(ProgrammeState state) => state.Of<RoleRegister>();
}
