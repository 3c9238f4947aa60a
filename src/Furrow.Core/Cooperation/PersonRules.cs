using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How people come into a programme.</summary>
public static class PersonRules
{
    public const int LongestName = 120;

    /// <summary>Marks that turn the direction of the text behind a name around.</summary>
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <summary>Who acts: by id, or by name where there is none.</summary>
    /// <param name="newId">The id of whoever is registered.</param>
    public static Outcome<(Guid Person, IReadOnlyList<IFact> Registered)> Of(People people, Guid? id, string name, Guid newId) =>
        id is not { } known ? Named(people, name, newId)
        : people.Find(known) is null ? Problems.PersonUnknown(known)
        : (known, (IReadOnlyList<IFact>)[]);

    /// <summary>Registers somebody who has not acted yet.</summary>
    public static Ruling Register(People people, string name, Guid newId)
    {
        var named = Named(people, name, newId);
        return named.IsRefused ? named.Problem! : named.Value.Registered is [var registered] ? [registered] : Problems.PersonKnown();
    }

    /// <summary>Who somebody of this name is; who was never seen before is registered with what they do first.</summary>
    /// <param name="newId">The id they then get.</param>
    public static Outcome<(Guid Person, IReadOnlyList<IFact> Registered)> Named(People people, string name, Guid newId) =>
        Codes.IsBlank(name) ? Problems.PersonMissing()
        : name.Trim().Length > LongestName
            || name.Any(c => char.IsControl(c) || Turning.Contains(c, StringComparison.Ordinal)) ? Problems.PersonNameWrong(LongestName)
        : people.FindByName(name) is { } known ? (known.Id, (IReadOnlyList<IFact>)[])
        : (newId, (IReadOnlyList<IFact>)[new PersonRegistered(newId, name.Trim())]);
}
