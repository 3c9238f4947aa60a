using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Core.Checks;

/// <summary>Finds the places of a set that a shape lies in.</summary>
public sealed class PlaceIndex
{
    private readonly PlaceSet _set;
    private readonly PackedBoxes _boxes;

    public PlaceIndex(PlaceSet set)
    {
        _set = set;
        _boxes = new PackedBoxes([.. set.Places.Select(p => p.Shape.Bounds)]);
    }

    /// <summary>Places a part shares land with, in the order of the set.</summary>
    public IReadOnlyList<PlaceHit> Find(int part, Shape shape, long areaMicro)
    {
        List<int>? candidates = null;
        _boxes.Each(shape.Bounds, i =>
        {
            (candidates ??= []).Add(i);
            return true;
        });
        if (candidates is null)
        {
            return [];
        }

        candidates.Sort();
        var hits = new List<PlaceHit>(candidates.Count);
        foreach (var i in candidates)
        {
            var place = _set.Places[i];
            var shared = HasEdgeIn(place.Shape, shape.Bounds) ? SharedArea.Micro(place.Shape, shape) ?? areaMicro
                : Holds(place.Shape, shape.Polygons[0][0][0]) ? areaMicro : 0;
            if (shared > 0)
            {
                hits.Add(new PlaceHit(part, place.Name, shared));
            }
        }

        return hits;
    }

    /// <summary>Whether all of a box lies in a place; false also where a border passes so near that it may not.</summary>
    public static bool Holds(Shape place, GridBox box) =>
        !box.IsEmpty && place.Bounds.Holds(box) && !HasEdgeIn(place, box) && Holds(place, new GridPoint(box.MinLon, box.MinLat));

    /// <summary>Whether any edge of the place may pass through the box; if none does, the box is all inside or all outside.</summary>
    private static bool HasEdgeIn(Shape place, GridBox box)
    {
        foreach (var polygon in place.Polygons)
        {
            foreach (var ring in polygon)
            {
                for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
                {
                    if (GridBox.Empty.With(ring[j]).With(ring[i]).Intersects(box))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Holds(Shape place, GridPoint p)
    {
        foreach (var polygon in place.Polygons)
        {
            var inside = RingGeometry.Side(polygon[0], p) > 0;
            for (var i = 1; inside && i < polygon.Length; i++)
            {
                inside = RingGeometry.Side(polygon[i], p) < 0;
            }

            if (inside)
            {
                return true;
            }
        }

        return false;
    }
}
