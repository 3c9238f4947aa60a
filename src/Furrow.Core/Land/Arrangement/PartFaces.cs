using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Furrow.Core.Land;

/// <summary>Areas of the faces of one part of a cell. Outlines that come nowhere near each other are arranged apart, and one that stands alone and meets
/// itself nowhere is only measured: noding could bend none of its edges. The areas are those of arranging the part as a whole, to the last digit.</summary>
internal sealed class PartFaces
{
    /// <summary>Up to so many pieces every pair is looked at; with more, noding in order of longitude is cheaper.</summary>
    private const int Few = 160;

    [ThreadStatic]
    private static PartFaces? _ofThisThread;

    private readonly CellOutlines _outlines = new();
    private readonly List<int> _members = [];
    private readonly List<int> _inside = [];
    private readonly Vector128<int>[] _boxes = new Vector128<int>[Few];
    private int[] _root = [];
    private int[] _lefts = [];
    private int[] _order = [];

    /// <summary>The next outline of the same component, −1 at its end.</summary>
    private int[] _next = [];

    /// <summary>Adds the faces that claims cover.</summary>
    public static void Add(CellPart part, int row, List<FaceArea> faces) => (_ofThisThread ??= new PartFaces()).AddFaces(part, row, faces);

    private void AddFaces(CellPart part, int row, List<FaceArea> faces)
    {
        var measure = EllipsoidArea.OfRow(row);
        var rest = part.AreaMicro(measure);
        if (part.Edged.Length > 0)
        {
            _outlines.Load(part.Edged, part.Side);
            Connect();
            var all = _outlines.All;
            for (var i = 0; i < all.Length; i++)
            {
                if (_root[i] != i)
                {
                    continue;
                }

                Gather(i);
                rest -= _members.Count == 1 && IsPlain(all[i]) ? AddAlone(part, measure, i, faces) : AddTogether(part, row, faces);
            }
        }

        if (part.Whole.Length > 0 && rest != 0)
        {
            faces.Add(new FaceArea(part.ClaimsOf([]), rest));
        }
    }

    /// <summary>Joins outlines whose boxes come near each other; the root of a component is its first outline.</summary>
    private void Connect()
    {
        var all = _outlines.All;
        if (_root.Length < all.Length)
        {
            var room = 2 * all.Length;
            (_root, _lefts, _order, _next) = (new int[room], new int[room], new int[room], new int[room]);
        }

        for (var i = 0; i < all.Length; i++)
        {
            (_root[i], _lefts[i], _order[i]) = (i, all[i].Left, i);
        }

        Array.Sort(_lefts, _order, 0, all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            ref readonly var one = ref all[_order[i]];
            for (var j = i + 1; j < all.Length && _lefts[j] <= one.Right + 1; j++)
            {
                if (one.IsNear(all[_order[j]]))
                {
                    Join(RootOf(_order[i]), RootOf(_order[j]));
                }
            }
        }

        // Chains from the root upwards: _order is free again and holds each component's last.
        for (var i = 0; i < all.Length; i++)
        {
            _root[i] = RootOf(i);
            _next[i] = -1;
            if (_root[i] != i)
            {
                _next[_order[_root[i]]] = i;
            }

            _order[_root[i]] = i;
        }
    }

    private void Join(int a, int b) => _root[Math.Max(a, b)] = Math.Min(a, b);

    private int RootOf(int i)
    {
        while (_root[i] != i)
        {
            i = _root[i] = _root[_root[i]];
        }

        return i;
    }

    private void Gather(int root)
    {
        _members.Clear();
        for (var i = root; i >= 0; i = _next[i])
        {
            _members.Add(i);
        }
    }

    /// <summary>Whether noding would leave the outline as it is: no piece crosses another or passes the pixel of an end.</summary>
    private bool IsPlain(in CellOutlines.Outline outline)
    {
        var pieces = _outlines.PiecesOf(outline);
        if (pieces.Length > Few)
        {
            return false;
        }

        // A box as (left, low, −right, −high) meets another turned round when all four numbers are no greater: one comparison for a pair.
        for (var i = 0; i < pieces.Length; i++)
        {
            ref readonly var p = ref pieces[i];
            int left = Math.Min(p.X1, p.X2), low = Math.Min(p.Y1, p.Y2), right = Math.Max(p.X1, p.X2), high = Math.Max(p.Y1, p.Y2);
            _boxes[i] = Vector128.Create(left, low, -right, -high);
            var turned = Vector128.Create(right, high, -left, -low);
            for (var j = 0; j < i; j++)
            {
                if (Vector128.LessThanOrEqualAll(_boxes[j], turned) && Crossing.Meet(pieces[j], p, _outlines.Side))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private long AddAlone(CellPart part, EllipsoidArea measure, int outline, List<FaceArea> faces)
    {
        var area = _outlines.AreaMicro(outline, measure, part.X, part.Y);
        Put(part, [outline], area, faces);
        return area;
    }

    private long AddTogether(CellPart part, int row, List<FaceArea> faces)
    {
        var members = CollectionsMarshal.AsSpan(_members);
        var arranger = CellArranger.OfThisThread;
        var areas = arranger.AreasOf(arranger.Arrange(_outlines, members), row, part.X, part.Y);
        long sum = 0;
        for (var cover = 1; cover < areas.Length; cover++)
        {
            _inside.Clear();
            arranger.Covers.Members(cover, _inside);
            for (var i = 0; i < _inside.Count; i++)
            {
                _inside[i] = members[_inside[i] - 1];
            }

            Put(part, CollectionsMarshal.AsSpan(_inside), areas[cover], faces);
            sum += areas[cover];
        }

        return sum;
    }

    private static void Put(CellPart part, ReadOnlySpan<int> members, long area, List<FaceArea> faces)
    {
        if (area != 0)
        {
            faces.Add(new FaceArea(part.ClaimsOf(members), area));
        }
    }
}
