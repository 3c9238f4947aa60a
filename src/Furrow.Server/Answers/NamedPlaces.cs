using System.Runtime.CompilerServices;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Places;
using Furrow.Core.Programmes;

namespace Furrow.Server.Answers;

/// <summary>Where a place lies of which only the name is known: somewhere in the circle round its boundary.</summary>
/// <param name="ReachMetres">From the middle of the boundary to its farthest corner.</param>
internal sealed record NamedPlace(GridPoint Middle, double ReachMetres);

/// <summary>The places of the boundaries in the ledger, the set loaded last before the others.</summary>
internal sealed class NamedPlaces
{
    private static readonly ConditionalWeakTable<PlaceSets, NamedPlaces> Known = [];
    private readonly Dictionary<string, NamedPlace> _byName = new(Codes.Comparer);

    private NamedPlaces(ProgrammeState state)
    {
        foreach (var place in state.Of<PlaceSets>().All.AsEnumerable().Reverse().SelectMany(s => s.Set.Places).Where(p => !p.Shape.IsEmpty))
        {
            var box = place.Shape.Bounds;
            var middle = new GridPoint(box.MinLon / 2 + box.MaxLon / 2, box.MinLat / 2 + box.MaxLat / 2);
            _byName.TryAdd(place.Name, new NamedPlace(middle, place.Shape.Polygons.SelectMany(p => p[0]).Max(p => GroundMeasure.DistanceMetres(middle, p))));
        }
    }

    public static NamedPlaces Of(ProgrammeState state) => Known.GetValue(state.Of<PlaceSets>(), _ => new NamedPlaces(state));

    public NamedPlace? Find(string name) => _byName.GetValueOrDefault(name.Trim());
}
