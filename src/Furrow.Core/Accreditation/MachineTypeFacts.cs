using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accreditation;

/// <summary>What a type of machine is. The numbers are for ever.</summary>
public enum MachineKind : byte
{
    /// <summary>A hand-held or carried detector.</summary>
    Detector = 1,

    /// <summary>It works the ground: flail, tiller, excavator.</summary>
    GroundMachine = 2,

    /// <summary>It prepares the ground: it cuts vegetation or moves rubble.</summary>
    PreparationMachine = 3,

    /// <summary>It is steered from afar to look at or handle ordnance.</summary>
    Robot = 4,

    Other = 5,
}

/// <summary>A type of machine or detector is known from here on: all machines of one maker and model.</summary>
[FactName("machine-type-registered", 1, needs: Right.KeepAccreditation)]
public sealed record MachineTypeRegistered(Guid MachineType, MachineKind Kind, string Maker, string Model) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(MachineType);
}

/// <summary>What was recorded of a type is known otherwise.</summary>
[FactName("machine-type-changed", 1, needs: Right.KeepAccreditation)]
public sealed record MachineTypeChanged(Guid MachineType, MachineKind Kind, string Maker, string Model) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(MachineType);
}

/// <summary>Machines of this type are not used here any more.</summary>
/// <param name="ClosedOn">The first day none is used.</param>
[FactName("machine-type-closed", 1, needs: Right.KeepAccreditation)]
public sealed record MachineTypeClosed(Guid MachineType, DateOnly ClosedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(MachineType);
}

/// <summary>They are used again, or the closing was a mistake.</summary>
[FactName("machine-type-reopened", 1, needs: Right.KeepAccreditation)]
public sealed record MachineTypeReopened(Guid MachineType) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(MachineType);
}

[JsonSerializable(typeof(MachineTypeRegistered))]
[JsonSerializable(typeof(MachineTypeChanged))]
[JsonSerializable(typeof(MachineTypeClosed))]
[JsonSerializable(typeof(MachineTypeReopened))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class MachineTypeFactsJson : JsonSerializerContext;
