using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about people, and how an intent names one.</summary>
internal sealed class PersonIntents : SubjectIntents
{
    /// <summary>Names read in one go: a form offers no more.</summary>
    private const int Together = 256;

    public override IEnumerable<Intent> All =>
    [
        Intent<RegisterPerson>("person-register", PersonIntentsJson.Default, PersonRules.Register,
            says: (_, act, _) => $"Registered as {DerivedId.Of(act, "registered")}"),
        Intent<GivePersonCode>("person-code", PersonIntentsJson.Default, PersonRules.Give),
        Intent<RecordPersonDetail>("person-detail", PersonIntentsJson.Default, PersonRules.Record),
    ];

    public override IEnumerable<ObjectKind> Objects => [new("person", Find, Named, NameOf) { Offers = IsOffered }];

    /// <summary>By name, service code or id; where several are called so, it says between whom to choose.</summary>
    private static Outcome<Guid>? Find(ProgrammeState state, string text) => state.Names.All(state.People, text) switch
    {
        [var one] => one,
        [] => Guid.TryParse(text, out var id) && state.People.Find(id) is not null ? id : null,
        var several => Problems.PersonNameShared(string.Join(", ", several)),
    };

    private static IEnumerable<(Guid Id, string Name)> Named(ProgrammeState state, Reader reader)
    {
        foreach (var some in state.People.All.Where(p => !p.IsWithdrawn).Chunk(Together))
        {
            reader.Fetch(some.Select(p => p.Name));
            foreach (var person in some)
            {
                yield return (person.Id, reader.NameOf(person.Id));
            }
        }
    }

    private static bool IsOffered(ProgrammeState state, Guid id) => state.People.Find(id) is { IsWithdrawn: false };

    private static string? NameOf(ProgrammeState state, Reader reader, Guid id) => state.People.Find(id) is null ? null : reader.NameOf(id);
}
