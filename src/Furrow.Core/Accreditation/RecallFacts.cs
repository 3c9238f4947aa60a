using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accreditation;

/// <summary>What a person decided on land under recall. The numbers are for ever.</summary>
public enum RecallDecision : byte
{
    /// <summary>The doubt stands: the land stays under recall.</summary>
    Upheld = 1,

    /// <summary>The land can be relied on as before.</summary>
    Lifted = 2,
}

/// <summary>Reports say what was done by a procedure, a type of machine, a dog-handler pair or a person: where the reports themselves do not hold it.</summary>
/// <param name="Subject">The procedure, type of machine, pair or person, by its id.</param>
/// <param name="Reports">These reports.</param>
/// <param name="Batch">All reports of a file; null: only those named.</param>
[FactName("use-recorded", 1, needs: Right.Record)]
public sealed record UseRecorded(Guid Use, AccreditedKind Kind, Guid Subject, IReadOnlyList<Guid> Reports, Guid? Batch) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Use], Within = [Subject] }];
}

/// <summary>That was recorded by mistake.</summary>
[FactName("use-withdrawn", 1, needs: Right.KeepAccreditation)]
public sealed record UseWithdrawn(Guid Use) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Use);
}

/// <summary>Land that was released on work of this kind is in doubt until a person decides on it. The ledger of land stays as it is.</summary>
/// <param name="Subject">What the land was released on, by its id.</param>
/// <param name="Since">Work from this day on is in doubt; null: all of it.</param>
[FactName("recall-opened", 1, needs: Right.KeepAccreditation)]
public sealed record RecallOpened(Guid Recall, AccreditedKind Kind, Guid Subject, DateOnly? Since) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Recall], Within = [Subject] }];
}

/// <summary>A person decided on the land of some reports under recall. A later decision takes the place of an earlier one.</summary>
[FactName("recall-decided", 1, needs: Right.KeepAccreditation)]
public sealed record RecallDecided(Guid Recall, IReadOnlyList<Guid> Reports, RecallDecision Decision) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Recall);
}

/// <summary>All is decided, and the recall is over. Land on which the doubt was upheld stays under it.</summary>
[FactName("recall-closed", 1, needs: Right.KeepAccreditation)]
public sealed record RecallClosed(Guid Recall) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Recall);
}

[JsonSerializable(typeof(UseRecorded))]
[JsonSerializable(typeof(UseWithdrawn))]
[JsonSerializable(typeof(RecallOpened))]
[JsonSerializable(typeof(RecallDecided))]
[JsonSerializable(typeof(RecallClosed))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class RecallFactsJson : JsonSerializerContext;
