using System.Collections.Immutable;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;

namespace Furrow.Core.Places;

/// <summary>Boundaries in the ledger, and the act that loaded them.</summary>
public sealed record LoadedSet(Guid Id, PlaceSet Set, Act Act);

/// <summary>Every set of boundaries in the ledger.</summary>
[Folds(typeof(PlacesLoaded))]
public sealed class PlaceSets : ISubject<PlaceSets>
{
    public static PlaceSets Empty { get; } = new();

    /// <summary>The oldest first.</summary>
    public ImmutableList<LoadedSet> All { get; private init; } = [];

    /// <summary>The set loaded last: what questions are split by where nobody names another. Null when there is none.</summary>
    public PlaceSet? Last => All.IsEmpty ? null : All[^1].Set;

    /// <summary>The set of this name, its last edition; with the version behind the name, that one. Null when there is none.</summary>
    public PlaceSet? Find(string named) => All.FindLast(s => Codes.AreSame(s.Set.Name, named))?.Set
        ?? All.FindLast(s => Codes.AreSame($"{s.Set.Name} {s.Set.Version}", named))?.Set;

    public PlaceSets Apply(Placed placed) => placed.Fact is PlacesLoaded fact ? new PlaceSets { All = All.Add(Of(fact, placed.Act)) } : this;

    private static LoadedSet Of(PlacesLoaded fact, Act act) => new(fact.Set,
        new PlaceSet(fact.Name, [.. fact.Places.Select(p => new Place(p.Name, p.Shape))]) { Source = fact.Source, Version = fact.Version }, act);
}
