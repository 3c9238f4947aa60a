using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>What an instrument is. The numbers are for ever.</summary>
public enum AgreementKind : byte
{
    /// <summary>Parties say what they intend. It gives nobody a right to act.</summary>
    Declaration = 1,

    /// <summary>The same, of a meeting or a visit.</summary>
    JointStatement = 2,

    Memorandum = 3,
    TechnicalArrangement = 4,
    Protocol = 5,
    Grant = 6,
    Contract = 7,

    /// <summary>What an authority allows somebody.</summary>
    Licence = 8,

    /// <summary>A law or a decree by which a national body acts.</summary>
    Mandate = 9,
}

/// <summary>Who concluded it.</summary>
public enum AgreementLevel : byte
{
    HeadsOfState = 1,
    Governments = 2,
    Ministers = 3,
    SpeakersOfParliament = 4,
    Agencies = 5,

    /// <summary>A state by itself: a law, a decree, a licence.</summary>
    NationalLaw = 6,
}

/// <summary>How one instrument stands to another.</summary>
public enum AgreementLink : byte
{
    /// <summary>It was concluded under the other.</summary>
    RestsOn = 1,

    /// <summary>It changes the other, which goes on.</summary>
    Amends = 2,

    /// <summary>It takes the place of the other.</summary>
    Replaces = 3,
}

/// <summary>An instrument is known from here on. Several may have one name.</summary>
/// <param name="SignedOn">Null: it is not signed, or nobody knows when.</param>
/// <param name="InForceOn">The first day it is in force; null: it is not, or nobody has said since when.</param>
/// <param name="Until">The last day it is in force; null: no end was agreed.</param>
/// <param name="Parties">Organisations that concluded it; of a mandate, the bodies that have it.</param>
/// <param name="Countries">States that concluded it, two letters each as in ISO 3166-1.</param>
[FactName("agreement-recorded", 1, needs: Right.KeepAgreements)]
public sealed record AgreementRecorded(Guid Agreement, string Name, AgreementKind Kind, AgreementLevel Level, DateOnly? SignedOn, DateOnly? InForceOn,
    DateOnly? Until, IReadOnlyList<Guid> Parties, IReadOnlyList<string> Countries) : IFact;

/// <summary>What was recorded of an instrument is known otherwise: all of it is said anew.</summary>
/// <param name="SignedOn">As in agreement-recorded, like all that follows.</param>
[FactName("agreement-changed", 1, needs: Right.KeepAgreements)]
public sealed record AgreementChanged(Guid Agreement, string Name, AgreementKind Kind, AgreementLevel Level, DateOnly? SignedOn, DateOnly? InForceOn,
    DateOnly? Until, IReadOnlyList<Guid> Parties, IReadOnlyList<string> Countries) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Agreement);
}

/// <summary>An instrument was ended, before or without an agreed end.</summary>
/// <param name="EndedOn">The last day it was in force.</param>
[FactName("agreement-ended", 1, needs: Right.KeepAgreements)]
public sealed record AgreementEnded(Guid Agreement, DateOnly EndedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Agreement);
}

/// <summary>It was not ended.</summary>
[FactName("agreement-end-taken-back", 1, needs: Right.KeepAgreements)]
public sealed record AgreementEndTakenBack(Guid Agreement) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Agreement);
}

/// <summary>One instrument rests on another, amends or replaces it.</summary>
/// <param name="Other">The older one.</param>
[FactName("agreement-linked", 1, needs: Right.KeepAgreements)]
public sealed record AgreementLinked(Guid Agreement, Guid Other, AgreementLink Link) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Agreement);
}

/// <summary>It does not.</summary>
[FactName("agreement-unlinked", 1, needs: Right.KeepAgreements)]
public sealed record AgreementUnlinked(Guid Agreement, Guid Other, AgreementLink Link) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Agreement);
}

[JsonSerializable(typeof(AgreementRecorded))]
[JsonSerializable(typeof(AgreementChanged))]
[JsonSerializable(typeof(AgreementEnded))]
[JsonSerializable(typeof(AgreementEndTakenBack))]
[JsonSerializable(typeof(AgreementLinked))]
[JsonSerializable(typeof(AgreementUnlinked))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AgreementFactsJson : JsonSerializerContext;
