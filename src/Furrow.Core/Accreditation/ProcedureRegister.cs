using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>One version of a standard operating procedure as it is known.</summary>
public sealed record Procedure(Guid Id, Guid Organisation, string Code, string Version, string Title, DateOnly IssuedOn, Guid? Replaces)
{
    /// <summary>The first day nobody works by it; null: it is in use.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>"SOP 4, version 2".</summary>
    public string Name => $"{Code}, {Version}";

    public bool IsInUse(DateOnly day) => IssuedOn <= day && !(ClosedOn <= day);
}

/// <summary>The procedures of all organisations, version by version.</summary>
[Folds(typeof(ProcedureRegistered), typeof(ProcedureChanged), typeof(ProcedureClosed), typeof(ProcedureReopened))]
public sealed record ProcedureRegister : ISubject<ProcedureRegister>
{
    public static ProcedureRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, Procedure> ById { get; init; } = ImmutableDictionary<Guid, Procedure>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    private ImmutableDictionary<Guid, ImmutableList<Guid>> ByOrganisation { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    /// <summary>In the order they were registered.</summary>
    public IEnumerable<Procedure> All => Order.Select(id => ById[id]);

    public Procedure? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>Those that were registered for it, in that order.</summary>
    public IEnumerable<Procedure> Of(Guid organisation) => ByOrganisation.GetValueOrDefault(organisation, []).Select(id => ById[id]);

    public ProcedureRegister Apply(Placed placed) => placed.Fact switch
    {
        ProcedureRegistered f => Put(new Procedure(f.Procedure, f.Organisation, f.Code, f.Version, f.Title, f.IssuedOn, f.Replaces)),
        ProcedureChanged f => Changed(f.Procedure, p => p with { Title = f.Title, IssuedOn = f.IssuedOn }),
        ProcedureClosed f => Changed(f.Procedure, p => p with { ClosedOn = f.ClosedOn }),
        ProcedureReopened f => Changed(f.Procedure, p => p with { ClosedOn = null }),
        _ => this,
    };

    private ProcedureRegister Changed(Guid id, Func<Procedure, Procedure> change) => Find(id) is { } procedure ? Put(change(procedure)) : this;

    private ProcedureRegister Put(Procedure procedure) => ById.ContainsKey(procedure.Id) ? this with { ById = ById.SetItem(procedure.Id, procedure) }
        : this with
        {
            ById = ById.Add(procedure.Id, procedure),
            Order = Order.Add(procedure.Id),
            ByOrganisation = ByOrganisation.SetItem(procedure.Organisation, ByOrganisation.GetValueOrDefault(procedure.Organisation, []).Add(procedure.Id)),
        };
}
