using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>Levels of explosive ordnance disposal (IMAS 09.30). The numbers are for ever, and are those of the competency.</summary>
public enum EodLevel : byte
{
    Eod1 = 1,
    Eod2 = 2,
    Eod3 = 3,
    Eod3Plus = 4,

    /// <summary>Disposal of improvised explosive devices: no level of the others, and none of them follows from it.</summary>
    Iedd = 5,
}

/// <summary>What somebody can be qualified for. The numbers are for ever.</summary>
public enum Competency : byte
{
    Eod1 = 1,
    Eod2 = 2,
    Eod3 = 3,
    Eod3Plus = 4,
    Iedd = 5,
    ManualClearance = 10,
    Medic = 11,
    DogHandling = 12,
    MachineOperation = 13,
    Survey = 14,
    TeamLeading = 15,
    QualityManagement = 16,
}

/// <summary>A national course is known from here on. For which competency it counts is decided by an equivalence.</summary>
/// <param name="Country">Two letters as in ISO 3166-1; null: of none.</param>
[FactName("course-recorded", 1, needs: Right.KeepPeople)]
public sealed record CourseRecorded(Guid Course, string Name, string? Country) : IFact;

/// <summary>It was decided that a national course counts for a competency.</summary>
/// <param name="DecidedBy">The organisation that decided it.</param>
/// <param name="From">The first day it counts.</param>
/// <param name="Evidence">On what evidence it was decided, in words.</param>
[FactName("equivalence-decided", 1, needs: Right.KeepPeople)]
public sealed record EquivalenceDecided(Guid Equivalence, Guid Course, Competency Competency, Guid DecidedBy, DateOnly From,
    [property: Sensitive(Tier.Restricted)] Sealed Evidence) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Course);
}

/// <summary>It does not count any more.</summary>
/// <param name="TakenBackOn">The first day it does not count.</param>
[FactName("equivalence-taken-back", 1, needs: Right.KeepPeople)]
public sealed record EquivalenceTakenBack(Guid Equivalence, Guid Course, DateOnly TakenBackOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Equivalence, Course);
}

/// <summary>A person has a certificate: for a competency itself, or of a national course.</summary>
/// <param name="Competency">Null: the certificate is of a course.</param>
/// <param name="Course">Null: the certificate is for a competency.</param>
/// <param name="Number">The number an issuer gave the certificate of one person.</param>
/// <param name="ExpiresOn">The last day it is valid; null: it does not expire.</param>
/// <param name="Also">It overlaps another certificate of the same, and it was said so.</param>
[FactName("certificate-recorded", 1, needs: Right.KeepPeople)]
public sealed record CertificateRecorded(Guid Certificate, Guid Person, Competency? Competency, Guid? Course, string Issuer,
    [property: Sensitive(Tier.Personal)] Sealed? Number, DateOnly IssuedOn, DateOnly? ExpiresOn, bool Also) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

/// <summary>They do not have it: it was recorded by mistake, or its issuer took it back.</summary>
[FactName("certificate-withdrawn", 1, needs: Right.KeepPeople)]
public sealed record CertificateWithdrawn(Guid Certificate, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person, Certificate);
}

[JsonSerializable(typeof(CourseRecorded))]
[JsonSerializable(typeof(EquivalenceDecided))]
[JsonSerializable(typeof(EquivalenceTakenBack))]
[JsonSerializable(typeof(CertificateRecorded))]
[JsonSerializable(typeof(CertificateWithdrawn))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class QualificationFactsJson : JsonSerializerContext;
