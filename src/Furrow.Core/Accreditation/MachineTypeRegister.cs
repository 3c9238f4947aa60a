using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>A type of machine or detector as it is known.</summary>
public sealed record MachineType(Guid Id, MachineKind Kind, string Maker, string Model)
{
    /// <summary>The first day none is used; null: they are used.</summary>
    public DateOnly? ClosedOn { get; init; }

    public string Name => $"{Maker} {Model}";
}

/// <summary>The types of machines and detectors of a programme.</summary>
[Folds(typeof(MachineTypeRegistered), typeof(MachineTypeChanged), typeof(MachineTypeClosed), typeof(MachineTypeReopened))]
public sealed record MachineTypeRegister : ISubject<MachineTypeRegister>
{
    public static MachineTypeRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, MachineType> ById { get; init; } = ImmutableDictionary<Guid, MachineType>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    /// <summary>In the order they were registered.</summary>
    public IEnumerable<MachineType> All => Order.Select(id => ById[id]);

    public MachineType? Find(Guid id) => ById.GetValueOrDefault(id);

    public MachineTypeRegister Apply(Placed placed) => placed.Fact switch
    {
        MachineTypeRegistered f => Put(new MachineType(f.MachineType, f.Kind, f.Maker, f.Model)),
        MachineTypeChanged f => Changed(f.MachineType, t => t with { Kind = f.Kind, Maker = f.Maker, Model = f.Model }),
        MachineTypeClosed f => Changed(f.MachineType, t => t with { ClosedOn = f.ClosedOn }),
        MachineTypeReopened f => Changed(f.MachineType, t => t with { ClosedOn = null }),
        _ => this,
    };

    private MachineTypeRegister Changed(Guid id, Func<MachineType, MachineType> change) => Find(id) is { } type ? Put(change(type)) : this;

    private MachineTypeRegister Put(MachineType type) => this with
    {
        ById = ById.SetItem(type.Id, type), Order = ById.ContainsKey(type.Id) ? Order : Order.Add(type.Id),
    };
}
