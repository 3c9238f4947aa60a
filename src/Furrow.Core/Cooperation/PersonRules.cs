using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How people come into a programme.</summary>
public static class PersonRules
{
    public const int LongestName = 120;

    /// <summary>Marks that turn the direction of the text behind a name around.</summary>
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <summary>Who somebody of this name is; who was never seen before is registered with what they do first.</summary>
    /// <param name="find">Who has a name, compared as codes are: case, blanks, marks nobody sees and ways to compose a letter do not make another person.
    /// Names are data of the rim; one that was erased finds nobody.</param>
    /// <param name="newId">The id they then get.</param>
    public static Outcome<(Guid Person, IReadOnlyList<IFact> Registered)> Named(Func<string, Guid?> find, string name, Guid newId) =>
        Codes.IsBlank(name) ? Problems.PersonMissing()
        : name.Trim().Length > LongestName
            || name.Any(c => char.IsControl(c) || Turning.Contains(c, StringComparison.Ordinal)) ? Problems.PersonNameWrong(LongestName)
        : find(name) is { } known ? (known, (IReadOnlyList<IFact>)[])
        : (newId, (IReadOnlyList<IFact>)[new PersonRegistered(newId, name.Trim())]);
}
