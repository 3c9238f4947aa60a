using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about people, and how an intent names one.</summary>
internal sealed class PersonIntents : SubjectIntents
{
    public override IEnumerable<Intent> All =>
    [
        Intent<RegisterPerson>("person-register", PersonIntentsJson.Default, PersonRules.Register,
            says: (_, act, _) => $"Registered as {DerivedId.Of(act, "registered")}"),
    ];

    public override IEnumerable<ObjectKind> Objects => [new("person", Find, state => state.People.All.Select(p => (p.Id, p.Name)), NameOf)];

    /// <summary>By name or id.</summary>
    private static Outcome<Guid>? Find(ProgrammeState state, string text) => state.People.FindByName(text) is { } named ? named.Id
        : Guid.TryParse(text, out var id) && state.People.Find(id) is not null ? id : null;

    private static string? NameOf(ProgrammeState state, Guid id) => state.People.Find(id)?.Name;
}
