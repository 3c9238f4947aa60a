namespace Furrow.Core.Cooperation;

/// <summary>Who has a name or a service code. They stand in the log alone and are data of the rim, which remembers who has which without remembering names. It
/// goes with the state from one to the next; whoever is not in that state is not found in it.</summary>
public interface IPersonNames
{
    /// <summary>The person of this name or service code, compared as codes are: case, blanks, marks nobody sees and ways to compose a letter do not make
    /// another person. Who was registered first when several have it; null when nobody has. A name that was erased finds nobody.</summary>
    Guid? Find(People people, string name);

    /// <summary>Everybody of this name or service code, who was registered first first.</summary>
    IReadOnlyList<Guid> All(People people, string name);

    /// <summary>Whether a text holds the name of this person, folded as codes are; false where the name is not to be had.</summary>
    bool IsIn(string text, Person person);

    /// <summary>Somebody is about to be registered, or given a code.</summary>
    void Note(Guid person, string name);

    /// <summary>The name or the code was erased.</summary>
    void Forget(Guid person);
}

/// <summary>Where there is no log: names that are open, as in facts that were never written.</summary>
internal sealed class OpenNames : IPersonNames
{
    public static readonly OpenNames Only = new();

    public Guid? Find(People people, string name) => All(people, name) is [var first, ..] ? first : null;

    public IReadOnlyList<Guid> All(People people, string name) => [.. people.Called.Where(c => c.Text.IsOpen && Codes.AreSame(c.Text.Text, name))
        .Select(c => c.Person).Where(p => people.Find(p) is { IsWithdrawn: false }).Distinct()];

    public bool IsIn(string text, Person person) => person.Name.IsOpen && Codes.Has(text, person.Name.Text);

    public void Note(Guid person, string name)
    {
    }

    public void Forget(Guid person)
    {
    }
}
