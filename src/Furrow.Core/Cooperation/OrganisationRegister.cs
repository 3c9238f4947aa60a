using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>An organisation as it is known.</summary>
/// <param name="Country">Two letters as in ISO 3166-1; null where it belongs to none.</param>
/// <param name="Parent">What it is part of, as it was recorded: that one may have been merged since.</param>
/// <param name="Act">Which registered it.</param>
public sealed record Organisation(Guid Id, string Name, OrganisationKind Kind, string? Country, Guid? Parent, Act Act)
{
    /// <summary>What else it is called, former names among them, in the order they were given.</summary>
    public ImmutableList<string> Aliases { get; init; } = [];

    /// <summary>Where it stands in the log; a reader opens it.</summary>
    public Sealed? Contact { get; init; }

    /// <summary>The organisation it is one with; null where it stands by itself.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Null: it works here.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Everything it is called, its name first.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    public bool IsCalled(string name) => Names.Any(n => Codes.AreSame(n, name));
}

/// <summary>The organisations of a programme, by id and by each of their names. What reports carry is text and stays as it was written; which organisation it
/// names is asked here.</summary>
[Folds(typeof(OrganisationRegistered), typeof(OrganisationRenamed), typeof(OrganisationChanged), typeof(OrganisationAliasAdded),
    typeof(OrganisationAliasRemoved), typeof(OrganisationContactChanged), typeof(OrganisationsMerged), typeof(OrganisationMergeTakenBack),
    typeof(OrganisationClosed), typeof(OrganisationReopened))]
public sealed class OrganisationRegister : ISubject<OrganisationRegister>
{
    public static OrganisationRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, Organisation> ById { get; init; } = ImmutableDictionary<Guid, Organisation>.Empty;

    /// <summary>Who bears a name, by what equal names have in common.</summary>
    private ImmutableDictionary<string, Guid> ByName { get; init; } = ImmutableDictionary<string, Guid>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    /// <summary>The register before its last change, and when that was committed: a figure as it was known is counted by the names of then.</summary>
    private (OrganisationRegister Register, DateTimeOffset ChangedAt)? Last { get; init; }

    /// <summary>In the order they were registered, those that were merged or closed too.</summary>
    public IEnumerable<Organisation> All => Order.Select(id => ById[id]);

    /// <summary>Those that stand by themselves.</summary>
    public IEnumerable<Organisation> Standing => All.Where(o => o.MergedInto is null);

    public Organisation? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>Who bears this name, as it was registered; null when nobody does.</summary>
    public Organisation? Bearing(string name) => ByName.TryGetValue(Codes.Key(name), out var id) ? ById[id] : null;

    /// <summary>The organisation a name speaks of: who bears it, or the one that was merged into. Null when nobody bears it.</summary>
    public Organisation? Named(string name) => Bearing(name) is { } bearing ? StandingFor(bearing) : null;

    /// <summary>The organisation itself, or the one it was merged into.</summary>
    public Organisation StandingFor(Organisation organisation)
    {
        while (organisation.MergedInto is { } other)
        {
            organisation = ById[other];
        }

        return organisation;
    }

    /// <summary>What it is part of, those merged counting as what they were merged into; null where it stands alone.</summary>
    public Organisation? ParentOf(Organisation organisation) => organisation.Parent is { } parent && Find(parent) is { } found ? StandingFor(found) : null;

    /// <summary>Whether, going from this one to what it is part of, one comes back to it.</summary>
    public bool IsPartOfItself(Organisation organisation)
    {
        var start = StandingFor(organisation);
        var seen = new HashSet<Guid>();
        for (var next = ParentOf(start); next is not null && seen.Add(next.Id); next = ParentOf(next))
        {
            if (next.Id == start.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As it was before a moment.</summary>
    public OrganisationRegister Before(DateTimeOffset moment)
    {
        var register = this;
        while (register.Last is { } last && last.ChangedAt >= moment)
        {
            register = last.Register;
        }

        return register;
    }

    public OrganisationRegister Apply(Placed placed) => After(placed) is var after && ReferenceEquals(after, this) ? this
        : new OrganisationRegister { ById = after.ById, ByName = after.ByName, Order = after.Order, Last = (this, placed.CommittedAt) };

    private OrganisationRegister After(Placed placed) => placed.Fact switch
    {
        OrganisationRegistered f => Find(f.Organisation) is null
            ? New(new Organisation(f.Organisation, f.Name, f.Kind, f.Country, f.Parent, placed.Act)) : this,
        OrganisationRenamed f => Changed(f.Organisation, o => o with { Name = f.Name, Aliases = Without(o.Aliases.Insert(0, o.Name), f.Name) }),
        OrganisationChanged f => Changed(f.Organisation, o => o with { Kind = f.Kind, Country = f.Country, Parent = f.Parent }),
        OrganisationAliasAdded f => Changed(f.Organisation, o => o.IsCalled(f.Alias) ? o : o with { Aliases = o.Aliases.Add(f.Alias) }),
        OrganisationAliasRemoved f => Changed(f.Organisation, o => o with { Aliases = Without(o.Aliases, f.Alias) }),
        OrganisationContactChanged f => Changed(f.Organisation, o => o with { Contact = f.Contact }),
        OrganisationsMerged f => Changed(f.Other, o => o with { MergedInto = f.Organisation }),
        OrganisationMergeTakenBack f => Changed(f.Other, o => o with { MergedInto = null }),
        OrganisationClosed f => Changed(f.Organisation, o => o with { ClosedOn = f.ClosedOn }),
        OrganisationReopened f => Changed(f.Organisation, o => o with { ClosedOn = null }),
        _ => this,
    };

    private OrganisationRegister New(Organisation organisation) => new()
    {
        ById = ById.Add(organisation.Id, organisation),
        ByName = ByName.SetItem(Codes.Key(organisation.Name), organisation.Id),
        Order = Order.Add(organisation.Id),
    };

    private OrganisationRegister Changed(Guid id, Func<Organisation, Organisation> change)
    {
        if (Find(id) is not { } before)
        {
            return this;
        }

        var after = change(before);
        return new OrganisationRegister
        {
            ById = ById.SetItem(id, after),
            ByName = ByName.RemoveRange(before.Names.Select(Codes.Key))
                .SetItems(after.Names.Select(n => KeyValuePair.Create(Codes.Key(n), id))),
            Order = Order,
        };
    }

    private static ImmutableList<string> Without(ImmutableList<string> names, string name) => names.RemoveAll(n => Codes.AreSame(n, name));
}
