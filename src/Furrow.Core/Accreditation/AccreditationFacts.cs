using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accreditation;

/// <summary>What can be accredited. The numbers are for ever.</summary>
public enum AccreditedKind : byte
{
    Organisation = 1,
    Team = 2,
    Person = 3,

    /// <summary>A dog and its handler.</summary>
    DogPair = 4,

    /// <summary>A maker's model of a machine or detector.</summary>
    MachineType = 5,

    /// <summary>One version of a standard operating procedure.</summary>
    Procedure = 6,
}

/// <summary>Work that somebody is accredited for, and that somebody asks to be entitled to. The numbers are for ever.</summary>
public enum FieldActivity : byte
{
    NonTechnicalSurvey = 1,
    TechnicalSurvey = 2,
    ManualClearance = 3,

    /// <summary>With machines that work the ground.</summary>
    MechanicalClearance = 4,

    /// <summary>With detection dogs.</summary>
    DogClearance = 5,

    /// <summary>Clearance of battle areas that hold no mines.</summary>
    BattleAreaClearance = 6,

    /// <summary>Explosive ordnance disposal: single items are destroyed or rendered safe.</summary>
    Eod = 7,

    Marking = 8,
    Training = 9,

    /// <summary>Checking the work of others.</summary>
    QualityControl = 10,
}

/// <summary>How far an accreditation has come. That it has lapsed is computed from its last day. The numbers are for ever.</summary>
public enum AccreditationStage : byte
{
    Applied = 1,
    DeskAssessment = 2,
    OnSiteAssessment = 3,

    /// <summary>Valid, for a time, while it is watched.</summary>
    Provisional = 4,

    Full = 5,
    Suspended = 6,
    Withdrawn = 7,
    Refused = 8,
}

/// <summary>Somebody asks that something be accredited.</summary>
/// <param name="Subject">What it is for, by its id.</param>
/// <param name="Activities">For which work.</param>
[FactName("accreditation-applied-for", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationAppliedFor(Guid Accreditation, AccreditedKind Kind, Guid Subject, IReadOnlyList<FieldActivity> Activities,
    DateOnly AppliedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Accreditation], Within = [Subject] }];
}

/// <summary>It went on to another stage: to an assessment, to a decision, or on for another term.</summary>
/// <param name="From">The first day of the stage.</param>
/// <param name="Until">Of a decision that gives it: the last day.</param>
/// <param name="Activities">Of a decision that gives it: for which work.</param>
/// <param name="Assessor">The organisation that assessed.</param>
/// <param name="Conditions">Under which it is given, in words.</param>
[FactName("accreditation-moved", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationMoved(Guid Accreditation, AccreditationStage Stage, DateOnly From, DateOnly? Until, IReadOnlyList<FieldActivity> Activities,
    Guid? Assessor, [property: Sensitive(Tier.Restricted)] Sealed? Conditions = null) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Accreditation);
}

/// <summary>It was looked at on site, and stays what it is: who makes up a team is counted anew from here.</summary>
/// <param name="Assessor">The organisation that assessed.</param>
[FactName("accreditation-assessed", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationAssessed(Guid Accreditation, DateOnly On, Guid? Assessor) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Accreditation);
}

/// <summary>It does not hold for the time being.</summary>
/// <param name="From">The first day it does not.</param>
[FactName("accreditation-suspended", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationSuspended(Guid Accreditation, DateOnly From) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Accreditation);
}

/// <summary>It is again what it was before it was suspended.</summary>
/// <param name="From">The first day it is.</param>
[FactName("accreditation-suspension-lifted", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationSuspensionLifted(Guid Accreditation, DateOnly From) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Accreditation);
}

/// <summary>It is over for good; who asked may ask anew.</summary>
/// <param name="From">The first day it does not hold.</param>
[FactName("accreditation-withdrawn", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationWithdrawn(Guid Accreditation, DateOnly From) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Accreditation);
}

/// <summary>The last thing that was recorded of its course was a mistake.</summary>
[FactName("accreditation-move-taken-back", 1, needs: Right.KeepAccreditation)]
public sealed record AccreditationMoveTakenBack(Guid Accreditation) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Accreditation);
}

[JsonSerializable(typeof(AccreditationAppliedFor))]
[JsonSerializable(typeof(AccreditationMoved))]
[JsonSerializable(typeof(AccreditationAssessed))]
[JsonSerializable(typeof(AccreditationSuspended))]
[JsonSerializable(typeof(AccreditationSuspensionLifted))]
[JsonSerializable(typeof(AccreditationWithdrawn))]
[JsonSerializable(typeof(AccreditationMoveTakenBack))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AccreditationFactsJson : JsonSerializerContext;
