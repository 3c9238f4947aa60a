using Furrow.Core.Land;
using Furrow.Core.Tests.Land;

namespace Furrow.Oracle.Tests;

/// <summary>Every reading a drawing admits, one by one and by its definition in decision 4, for faces that GEOS found: for each reading, whether each face is
/// inside. How often a ring runs round a face is counted at a point of it.</summary>
internal sealed class ReadingList
{
    private static readonly Func<int, bool, bool>[] Rules = [(w, _) => (w & 1) != 0, (w, _) => w != 0, (_, encloses) => encloses];

    private readonly RandomDrawing _drawing;
    private readonly Func<int, int, bool> _liesIn;
    private readonly List<GridPoint[]> _rings;
    private readonly bool[] _isUsed;
    private readonly int[][] _windings;
    private readonly bool[][] _encloses;
    private readonly List<(int Shell, List<int> Holes)> _polygons;
    private readonly Lazy<HashSet<int>> _inner;
    private readonly Lazy<List<int>[]> _clusters;

    public ReadingList(RandomDrawing drawing, Func<int, int, bool> liesIn, IReadOnlyList<(GridPoint At, HashSet<int> Enclosing)> faces)
    {
        (_drawing, _liesIn, _rings) = (drawing, liesIn, [.. drawing.Rings]);
        _isUsed = [.. _rings.Select(PointReadings.HasArea)];
        if (drawing.Roles == RingRoles.ByDirection)
        {
            var seen = new HashSet<string>();
            _isUsed = [.. _rings.Select((r, i) => _isUsed[i] && seen.Add(PointReadings.Canonical(r)))];
        }

        _windings = [.. faces.Select(f => _rings.Select((r, i) => _isUsed[i] ? PointReadings.Winding(r, f.At) : 0).ToArray())];
        _polygons = [.. Polygons()];
        _inner = new(InnerParts);
        _clusters = new(Clusters);
        _encloses = [.. faces.Select(f => _rings.Select((_, i) => _isUsed[i] && f.Enclosing.Contains(i)).ToArray())];
    }

    public IEnumerable<bool[]> Inside() => _drawing.Roles == RingRoles.Declared
        ? Rules.SelectMany(shell => Rules.SelectMany(hole => Enumerable.Range(0, 16).Select(choice => Declared(shell, hole, choice))))
        : ByDirection();

    /// <param name="choice">Bits: holes in holes are islands; holes that do not lie in their shell are parts; parts in the land of others are holes; land in
    /// the holes of other parts is out.</param>
    private bool[] Declared(Func<int, bool, bool> shellRule, Func<int, bool, bool> holeRule, int choice)
    {
        var (islands, parts, nested) = ((choice & 1) != 0, (choice & 2) != 0, (choice & 4) != 0);
        var inner = nested ? _inner.Value : [];
        return [.. Enumerable.Range(0, _windings.Length).Select(face =>
        {
            bool inside = false, taken = false;
            foreach (var (shell, holes) in _polygons)
            {
                var here = holes.Where(h => Covers(h, face, holeRule)).ToList();
                var outside = here.Where(h => !_liesIn(h, shell)).ToList();
                var counted = here.Except(parts ? outside : []).ToList();
                var deepest = counted.Select(h => holes.Count(g => _liesIn(g, shell) && _liesIn(h, g))).DefaultIfEmpty(-1).Max();
                var land = Covers(shell, face, shellRule) && (deepest < 0 || (islands && (deepest & 1) != 0));
                land &= (choice & 8) == 0 || !_polygons.Exists(other => other.Shell != shell && other.Holes.Exists(h => Covers(h, face, holeRule)
                    && !(parts && !_liesIn(h, other.Shell)) && !IsIsland(shell, h, other)));
                inside |= land || (parts && outside.Count > 0);
                taken |= inner.Contains(shell) && Covers(shell, face, shellRule);
            }

            return inside && !taken;
        })];
    }

    /// <summary>Whether a shell lies whole in a hole of another part, which lies in its own shell and in no other hole.</summary>
    private bool IsIsland(int shell, int hole, (int Shell, List<int> Holes) other) => _liesIn(hole, other.Shell)
        && !other.Holes.Exists(g => _liesIn(g, other.Shell) && _liesIn(hole, g)) && _encloses.All(f => !f[shell] || f[hole]);

    /// <summary>Shells that lie in another part's land, wherever they lie.</summary>
    private HashSet<int> InnerParts()
    {
        return [.. _polygons.Where(p => _polygons.Exists(other => other.Shell != p.Shell && _liesIn(p.Shell, other.Shell)
            && Enumerable.Range(0, _windings.Length).All(f => !_encloses[f][p.Shell]
                || (_encloses[f][other.Shell] && !other.Holes.Exists(h => _encloses[f][h]))))).Select(p => p.Shell)];
    }

    private IEnumerable<(int Shell, List<int> Holes)> Polygons()
    {
        var first = 0;
        foreach (var polygon in _drawing.Polygons)
        {
            if (_isUsed[first])
            {
                yield return (first, [.. Enumerable.Range(first + 1, polygon.Length - 1).Where(h => _isUsed[h])]);
            }

            first += polygon.Length;
        }
    }

    private bool Covers(int ring, int face, Func<int, bool, bool> rule) => rule(_windings[face][ring], _encloses[face][ring]);

    private IEnumerable<bool[]> ByDirection()
    {
        var faces = Enumerable.Range(0, _windings.Length).ToList();
        yield return [.. faces.Select(f => (_windings[f].Sum() & 1) != 0)];
        yield return [.. faces.Select(f => _windings[f].Sum() != 0)];
        foreach (var rule in Rules)
        {
            foreach (var holeRule in Rules)
            {
                foreach (var reversed in new[] { false, true })
                {
                    yield return [.. faces.Select(f => ShellsMinusHoles(f, rule, holeRule, reversed, false))];
                    yield return [.. faces.Select(f => ShellsMinusHoles(f, rule, holeRule, reversed, true))];
                }
            }
        }
    }

    /// <param name="parts">Outermost rings that run as holes do are parts.</param>
    private bool ShellsMinusHoles(int face, Func<int, bool, bool> shellRule, Func<int, bool, bool> holeRule, bool reversed, bool parts)
    {
        var cluster = _clusters.Value[face];
        // The outermost rings tell which directions shells may have: where none of them has this one, it is the other.
        var outermost = cluster.Where(r => !Enumerable.Range(0, _rings.Count).Any(o => _isUsed[o] && _liesIn(r, o))).ToList();
        var clockwise = outermost.Exists(r => IsClockwise(r) != reversed) ? !reversed : reversed;
        return cluster.Any(s => (IsClockwise(s) == clockwise || (parts && outermost.Contains(s))) && Covers(s, face, shellRule)
            && !cluster.Any(h => h != s && IsClockwise(h) != clockwise && !(parts && outermost.Contains(h)) && Covers(h, face, holeRule) && !_liesIn(s, h)));
    }

    /// <summary>For each face the rings that share land with those around it, directly or through others.</summary>
    private List<int>[] Clusters()
    {
        var cluster = Enumerable.Range(0, _rings.Count).ToArray();
        for (var face = 0; face < _windings.Length; face++)
        {
            var here = Around(face).Select(r => cluster[r]).ToHashSet();
            cluster = [.. cluster.Select(c => here.Contains(c) ? here.Min() : c)];
        }

        return [.. Enumerable.Range(0, _windings.Length).Select(f => Around(f).Select(r => cluster[r]).Take(1)
            .SelectMany(c => Enumerable.Range(0, _rings.Count).Where(r => cluster[r] == c)).ToList())];
    }

    private IEnumerable<int> Around(int face) => Enumerable.Range(0, _rings.Count).Where(r => _windings[face][r] != 0 || _encloses[face][r]);

    private bool IsClockwise(int ring) => Rings.TwiceArea(_rings[ring].Where((p, i) => p != _rings[ring][(i + 1) % _rings[ring].Length]).ToArray()) < 0;
}
