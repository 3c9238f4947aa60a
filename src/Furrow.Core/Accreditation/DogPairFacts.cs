using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accreditation;

/// <summary>What an operational test came to. The numbers are for ever.</summary>
public enum DogTestResult : byte
{
    Passed = 1,
    Failed = 2,
}

/// <summary>A detection dog and its handler work together from here on. Another handler makes another pair.</summary>
/// <param name="Dog">What the dog is called.</param>
/// <param name="Chip">Number of its chip; null: not known.</param>
/// <param name="Handler">The person, by id.</param>
[FactName("dog-pair-formed", 1, needs: Right.KeepAccreditation)]
public sealed record DogPairFormed(Guid DogPair, string Dog, string? Chip, Guid Handler, Guid Organisation, DateOnly FormedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [DogPair], Within = [Organisation] }];
}

/// <summary>What the dog is called and its chip are known otherwise.</summary>
[FactName("dog-pair-changed", 1, needs: Right.KeepAccreditation)]
public sealed record DogPairChanged(Guid DogPair, string Dog, string? Chip) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(DogPair);
}

/// <summary>They do not work together any more.</summary>
/// <param name="DissolvedOn">The first day they do not.</param>
[FactName("dog-pair-dissolved", 1, needs: Right.KeepAccreditation)]
public sealed record DogPairDissolved(Guid DogPair, DateOnly DissolvedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(DogPair);
}

/// <summary>They work together after all.</summary>
[FactName("dog-pair-dissolution-taken-back", 1, needs: Right.KeepAccreditation)]
public sealed record DogPairDissolutionTakenBack(Guid DogPair) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(DogPair);
}

/// <summary>A pair was tested.</summary>
/// <param name="On">The day of the test.</param>
[FactName("dog-test-recorded", 1, needs: Right.KeepAccreditation)]
public sealed record DogTestRecorded(Guid DogTest, Guid DogPair, DateOnly On, DogTestResult Result) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [DogTest], Within = [DogPair] }];
}

/// <summary>That test was recorded by mistake.</summary>
[FactName("dog-test-withdrawn", 1, needs: Right.KeepAccreditation)]
public sealed record DogTestWithdrawn(Guid DogTest) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(DogTest);
}

/// <summary>The pair worked on this day: after too many days without, it needs a test again.</summary>
[FactName("dog-pair-worked", 1, needs: Right.Record)]
public sealed record DogPairWorked(Guid DogPair, DateOnly On) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(DogPair);
}

[JsonSerializable(typeof(DogPairFormed))]
[JsonSerializable(typeof(DogPairChanged))]
[JsonSerializable(typeof(DogPairDissolved))]
[JsonSerializable(typeof(DogPairDissolutionTakenBack))]
[JsonSerializable(typeof(DogTestRecorded))]
[JsonSerializable(typeof(DogTestWithdrawn))]
[JsonSerializable(typeof(DogPairWorked))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class DogPairFactsJson : JsonSerializerContext;
