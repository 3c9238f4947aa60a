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
    private readonly List<int> _sureHoles = [];

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
        var (sureHoles, isInDoubtfulHole) = HolesAt(cover);
        for (int first = 0, last; first < cover.Length; first = last)
        {
            var polygon = _roles[cover[first].Ring].Polygon;
            for (last = first; last < cover.Length && _roles[cover[last].Ring].Polygon == polygon; last++)
            {
            }

            var here = OfPolygon(cover[first..last]);
            certain |= here.Certain && !isInDoubtfulHole && !IsOverHole(cover[first].Ring, sureHoles);
            Faults |= here.Certain && isInDoubtfulHole ? DrawingFault.PartOverHole : DrawingFault.None;
            possible |= here.Possible;
            inner |= _isInner[polygon] && _roles[cover[first].Ring].IsShell;
            parts += here.Possible ? 1 : 0;
        }

        Faults |= parts > 1 && !inner ? DrawingFault.PartsOverlap : DrawingFault.None;
        return new Reading(certain && !inner, possible);
    }

    /// <summary>The holes that enclose a face and are certainly holes, and whether others do.</summary>
    private (RingSet Sure, bool IsInDoubtful) HolesAt(ReadOnlySpan<RingCover> cover)
    {
        _budget.Take(NodingBudget.StepsOfWord * cover.Length);
        _sureHoles.Clear();
        var isInDoubtful = false;
        foreach (ref readonly var ring in cover)
        {
            var role = _roles[ring.Ring];
            if (role.IsShell || !ring.Encloses)
            {
                continue;
            }

            if (role.IsOutside || role.Depth > 0)
            {
                isInDoubtful = true;
            }
            else
            {
                _sureHoles.Add(ring.Ring);
            }
        }

        return (RingSet.Of(_sureHoles), isInDoubtful);
    }

    /// <summary>Whether a part has land here that another part draws out by a hole (its own would have taken it out). An island lies whole in a hole that is
    /// certainly one.</summary>
    private bool IsOverHole(int shell, RingSet sureHoles)
    {
        if (sureHoles.IsEmpty)
        {
            return false;
        }

        var around = _relations.In(shell);
        _budget.Take(NodingBudget.StepsOfWord * (sureHoles.Words + around.Words));
        var isOver = sureHoles.HasBeyond(around);
        Faults |= isOver ? DrawingFault.PartOverHole : DrawingFault.None;
        return isOver;
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
                var around = relations.Around(shell + 1 + h);
                var depth = 0;
                foreach (var ring in around.Members)
                {
                    budget.Take(NodingBudget.StepsOfWord);
                    depth += ring > shell && ring <= shell + holes && isInside[ring - shell - 1] ? 1 : 0;
                }

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

        if (_roles.Length == polygons.Count)
        {
            // Without holes a shell is land all over, so a part lies in the land of what it lies in.
            for (var p = 0; p < shells.Length; p++)
            {
                _isInner[p] = !relations.Around(shells[p]).IsEmpty;
                Faults |= _isInner[p] ? DrawingFault.PartInPart : DrawingFault.None;
            }

            return;
        }

        // The shells in whose land every face of a part lies so far.
        var around = new RingSet?[polygons.Count];
        var (here, solid) = (new List<int>(), new List<int>());
        for (var cover = 1; cover < covers.Count && !budget.IsSpent; cover++)
        {
            (here, solid) = PartsAt(covers.Of(cover), here, solid);
            var land = RingSet.Of(solid.ConvertAll(part => shells[part]));
            foreach (var part in here)
            {
                budget.Take(NodingBudget.StepsOfWord * (1 + (around[part] is { } soFar ? land.Words + soFar.Words : 0)));
                around[part] = around[part]?.And(land) ?? land;
            }
        }

        for (var p = 0; p < shells.Length; p++)
        {
            _isInner[p] = around[p]?.Meets(relations.Around(shells[p])) ?? false;
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
