using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accreditation;

/// <summary>One version of a standard operating procedure (SOP) is known from here on. A new version is a procedure of its own: what was done by the old one
/// stays done by the old one.</summary>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Version">As the organisation writes it: "3", "2024-1".</param>
/// <param name="Replaces">The version before it; null: the first.</param>
[FactName("procedure-registered", 1, needs: Right.KeepAccreditation)]
public sealed record ProcedureRegistered(Guid Procedure, Guid Organisation, string Code, string Version, string Title, DateOnly IssuedOn,
    Guid? Replaces = null) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [new Concern { Objects = [Procedure], Within = [Organisation] }];
}

/// <summary>Its title and the day it was issued are known otherwise.</summary>
[FactName("procedure-changed", 1, needs: Right.KeepAccreditation)]
public sealed record ProcedureChanged(Guid Procedure, string Title, DateOnly IssuedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Procedure);
}

/// <summary>Nobody works by this version any more.</summary>
/// <param name="ClosedOn">The first day nobody does.</param>
[FactName("procedure-closed", 1, needs: Right.KeepAccreditation)]
public sealed record ProcedureClosed(Guid Procedure, DateOnly ClosedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Procedure);
}

/// <summary>It is in use again, or its closing was a mistake.</summary>
[FactName("procedure-reopened", 1, needs: Right.KeepAccreditation)]
public sealed record ProcedureReopened(Guid Procedure) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Procedure);
}

[JsonSerializable(typeof(ProcedureRegistered))]
[JsonSerializable(typeof(ProcedureChanged))]
[JsonSerializable(typeof(ProcedureClosed))]
[JsonSerializable(typeof(ProcedureReopened))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ProcedureFactsJson : JsonSerializerContext;
