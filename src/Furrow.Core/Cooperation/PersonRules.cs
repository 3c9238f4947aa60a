using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How people come into a programme.</summary>
public static class PersonRules
{
    public const int LongestName = 120, LongestCode = 40;

    /// <summary>Makes somebody known before they do anything: a person that an intent can name.</summary>
    public static Ruling Register(IKnown known, Act act, RegisterPerson intent)
    {
        var named = Named(known.PersonNamed, intent.Name, DerivedId.Of(act.Id, "registered"), intent.Another == true);
        return named.IsRefused ? named.Problem! : named.Value.Registered.Count == 0 ? Problems.PersonKnown(named.Value.Person)
            : Ruling.Of(named.Value.Registered);
    }

    /// <summary>No two people have one code; and none has the name of another for a code.</summary>
    public static Ruling Give(IKnown known, Act act, GivePersonCode intent)
    {
        var person = known.Of<People>().Find(intent.Whom)!;
        return CodeRefused(known, intent.ServiceCode, intent.Whom) is { } problem ? problem
            : [new PersonCodeGiven(person.Id, intent.ServiceCode.Trim(), intent.NameWithheld == true)];
    }

    public static Ruling Record(IKnown known, Act act, RecordPersonDetail intent) =>
        Codes.IsBlank(intent.Personal) && !known.Of<People>().Find(intent.Whom)!.Details.ContainsKey(intent.Detail) ? Problems.PersonUnchanged()
            : [new PersonDetailRecorded(intent.Whom, intent.Detail, Codes.IsBlank(intent.Personal) ? null : intent.Personal!.Trim())];

    /// <summary>Why this is no code for them; null when it is.</summary>
    internal static Problem? CodeRefused(IKnown known, string code, Guid? own) =>
        Codes.IsBlank(code) ? Problems.ServiceCodeBlank()
        : known.PersonNamed(code) is { } other && other != own ? Problems.ServiceCodeTaken(other)
        : null;

    /// <summary>Who acts: by id, or by name where there is none.</summary>
    /// <param name="newId">The id of whoever is registered.</param>
    public static Outcome<(Guid Person, IReadOnlyList<IFact> Registered)> Of(People people, Func<string, Guid?> find, Guid? id, string name,
        Guid newId) =>
        id is not { } known ? Named(find, name, newId)
        : people.Find(known) is null ? Problems.PersonUnknown(known)
        : (known, (IReadOnlyList<IFact>)[]);

    /// <summary>Where nobody has acted yet, the first one registers themself.</summary>
    public static Ruling RegisterOneself(IKnown known, Act act, string name) =>
        known.PersonNamed(name) is { } person ? Problems.PersonKnown(person)
        : LooksLike(known.PersonNamed, name) is { } problem ? problem
        : [new PersonRegistered(act.Person, name.Trim())];

    /// <summary>Why an act may not register these: somebody of that name is registered by it already, as the one who acts. Null when it may.</summary>
    public static Problem? RegisteredTwice(IReadOnlyList<IFact> whoActs, IReadOnlyList<IFact> ruling) =>
        (from acting in whoActs.OfType<PersonRegistered>()
         from other in ruling.OfType<PersonRegistered>()
         where other.Person != acting.Person && other.Name.IsOpen && Codes.AreSame(acting.Name.Text, other.Name.Text)
         select Problems.PersonKnown(acting.Person)).FirstOrDefault();

    /// <summary>Nobody can see that the letters are others: that is asked about before somebody else is made of it.</summary>
    private static Problem? LooksLike(Func<string, Guid?> find, string name) =>
        Lookalikes.Of(name).Select(find).FirstOrDefault(p => p is not null) is { } other ? Problems.PersonLooksLike(other)
        : Lookalikes.MixedWord(name) is { } word ? Problems.PersonNameOfTwoScripts(word) : null;

    /// <summary>Who somebody of this name is; who was never seen before is registered with what they do first.</summary>
    /// <param name="find">Who has a name (<see cref="IPersonNames.Find"/>).</param>
    /// <param name="newId">The id they then get.</param>
    /// <param name="isAnother">A name that looks like another is meant so.</param>
    public static Outcome<(Guid Person, IReadOnlyList<IFact> Registered)> Named(Func<string, Guid?> find, string name, Guid newId, bool isAnother = false) =>
        Codes.IsBlank(name) ? Problems.PersonMissing()
        : TextRules.Fault(name.Trim(), LongestName, mayHoldLines: false) != TextFault.None ? Problems.PersonNameWrong(LongestName)
        : find(name) is { } known ? (known, (IReadOnlyList<IFact>)[])
        : !isAnother && LooksLike(find, name) is { } problem ? problem
        : (newId, (IReadOnlyList<IFact>)[new PersonRegistered(newId, name.Trim())]);
}
