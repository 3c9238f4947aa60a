namespace Furrow.Core.Land;

/// <summary>The readings of polygons that name their shells and holes (docs/decisions/0004-fill-rule-in-repair.md has them as a table). A line that crosses
/// itself may mean the odd-even rule, the nonzero rule or all it encloses: the first is the smallest, the last the largest. Holes are taken out each by its
/// own rule, and land in two of them is taken out. In doubt is a hole inside another hole (a hole, or an island), a hole that does not lie in its shell (a
/// hole, or a part of its own), a part inside the land of another part (land twice, or a hole), and a part over a hole of another part (land, or out), unless
/// it lies in that hole as an island. Parts that overlap otherwise are joined.</summary>
internal sealed class DeclaredReadings : IReadings
{
    /// <summary>A ring and the polygon it belongs to: what it is there.</summary>
    private readonly record struct Role(int Polygon, bool IsShell, bool IsOutside, int Depth);

    private readonly Role[] _roles;
    private readonly RingRelations _relations;
    private readonly NodingBudget _budget;

    /// <summary>Parts that lie in the land of another part.</summary>
    private readonly bool[] _isInner;

    public DeclaredReadings(IReadOnlyList<GridPoint[][]> polygons, FaceCovers covers, RingRelations relations, NodingBudget budget)
    {
        (_relations, _budget) = (relations, budget);
        _roles = [.. RolesOf(polygons, relations, budget)];
        _isInner = new bool[polygons.Count];
        if (polygons.Count > 1)
        {
            FindInner(polygons, covers, relations, budget);
        }
    }

    public DrawingFault Faults { get; private set; }

    public Reading Of(ReadOnlySpan<RingCover> cover)
    {
        bool certain = false, possible = false, inner = false;
        var parts = 0;
        for (int first = 0, last; first < cover.Length; first = last)
        {
            var polygon = _roles[cover[first].Ring].Polygon;
            for (last = first; last < cover.Length && _roles[cover[last].Ring].Polygon == polygon; last++)
            {
            }

            var here = OfPolygon(cover[first..last]);
            certain |= here.Certain && !IsOverHole(cover[first].Ring, cover);
            possible |= here.Possible;
            inner |= _isInner[polygon] && _roles[cover[first].Ring].IsShell;
            parts += here.Possible ? 1 : 0;
        }

        Faults |= parts > 1 && !inner ? DrawingFault.PartsOverlap : DrawingFault.None;
        return new Reading(certain && !inner, possible);
    }

    /// <summary>Whether a part has land here that another part draws out by a hole. An island lies whole in a hole that is certainly one.</summary>
    private bool IsOverHole(int shell, ReadOnlySpan<RingCover> cover)
    {
        _budget.Take(cover.Length);
        foreach (ref readonly var ring in cover)
        {
            var role = _roles[ring.Ring];
            if (!role.IsShell && ring.Encloses && role.Polygon != _roles[shell].Polygon
                && (role.IsOutside || role.Depth > 0 || !_relations.IsIn(shell, ring.Ring)))
            {
                Faults |= DrawingFault.PartOverHole;
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Role> RolesOf(IReadOnlyList<GridPoint[][]> polygons, RingRelations relations, NodingBudget budget)
    {
        for (int p = 0, shell = 0; p < polygons.Count; shell += polygons[p++].Length)
        {
            yield return new Role(p, true, false, 0);
            var holes = polygons[p].Length - 1;
            var isInside = new bool[holes];
            for (var h = 0; h < holes; h++)
            {
                isInside[h] = relations.LiesIn(shell + 1 + h, shell);
            }

            for (var h = 0; h < holes; h++)
            {
                var around = relations.Around(shell + 1 + h).ToList();
                budget.Take(around.Count);
                var depth = around.Count(r => r > shell && r <= shell + holes && isInside[r - shell - 1]);
                Faults |= (isInside[h] ? DrawingFault.None : DrawingFault.HoleOutside) | (depth > 0 ? DrawingFault.HoleInHole : DrawingFault.None);
                yield return new Role(p, false, !isInside[h], depth);
            }
        }
    }

    /// <summary>The rings of one polygon around a face: its shell, if it is there, comes first.</summary>
    private Reading OfPolygon(ReadOnlySpan<RingCover> rings)
    {
        bool shellOdd = false, shellEncloses = false, inHole = false, outside = false;
        int deepest = -1, shallow = 0;
        foreach (ref readonly var ring in rings)
        {
            var role = _roles[ring.Ring];
            if (role.IsShell)
            {
                (shellOdd, shellEncloses) = (ring.IsOdd, ring.Encloses);
                continue;
            }

            inHole |= ring.Encloses;
            outside |= ring.Encloses && role.IsOutside;
            shallow += role.Depth == 0 && !role.IsOutside ? 1 : 0;
            deepest = ring.IsOdd && !role.IsOutside ? Math.Max(deepest, role.Depth) : deepest;
        }

        Faults |= shallow > 1 ? DrawingFault.HolesOverlap : DrawingFault.None;
        return new Reading(shellOdd && !inHole, (shellEncloses && (deepest < 0 || (deepest & 1) != 0)) || outside);
    }

    private void FindInner(IReadOnlyList<GridPoint[][]> polygons, FaceCovers covers, RingRelations relations, NodingBudget budget)
    {
        var shells = new int[polygons.Count];
        for (var p = 1; p < shells.Length; p++)
        {
            shells[p] = shells[p - 1] + polygons[p - 1].Length;
        }

        // The parts in whose land every face of a part lies so far.
        var around = new List<int>?[polygons.Count];
        var (here, solid) = (new List<int>(), new List<int>());
        for (var cover = 1; cover < covers.Count && !budget.IsSpent; cover++)
        {
            (here, solid) = PartsAt(covers.Of(cover), here, solid);
            foreach (var part in here)
            {
                budget.Take(solid.Count + (around[part]?.Count ?? 0));
                around[part] = around[part] is { } before ? [.. before.Intersect(solid)] : [.. solid.Where(p => p != part)];
            }
        }

        for (var p = 0; p < shells.Length; p++)
        {
            _isInner[p] = around[p]?.Exists(other => relations.LiesIn(shells[p], shells[other])) ?? false;
            Faults |= _isInner[p] ? DrawingFault.PartInPart : DrawingFault.None;
        }
    }

    /// <summary>The parts whose shell lies around a face, and those that have land there.</summary>
    private (List<int> Here, List<int> Solid) PartsAt(ReadOnlySpan<RingCover> cover, List<int> here, List<int> solid)
    {
        here.Clear();
        solid.Clear();
        foreach (ref readonly var ring in cover)
        {
            var role = _roles[ring.Ring];
            if (role.IsShell)
            {
                here.Add(role.Polygon);
                solid.Add(role.Polygon);
            }
            else if (solid.Count > 0 && solid[^1] == role.Polygon)
            {
                solid.RemoveAt(solid.Count - 1);
            }
        }

        return (here, solid);
    }
}
