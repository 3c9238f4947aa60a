using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How people come into a programme.</summary>
public static class PersonRules
{
    /// <summary>Who somebody of this name is; who was never seen before is registered with what they do first.</summary>
    /// <param name="newId">The id they then get.</param>
    public static Outcome<(Guid Person, IReadOnlyList<IFact> Registered)> Named(People people, string name, Guid newId) =>
        string.IsNullOrWhiteSpace(name) ? Problems.PersonMissing()
        : people.FindByName(name) is { } known ? (known.Id, (IReadOnlyList<IFact>)[])
        : (newId, (IReadOnlyList<IFact>)[new PersonRegistered(newId, name.Trim())]);
}
