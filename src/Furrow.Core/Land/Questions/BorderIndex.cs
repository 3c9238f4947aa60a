using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Which places lie in which cells, and the split of a face at their borders. The pieces of a face sum exactly to the face: what noding with the
/// border moves by a grid step goes to the largest piece.</summary>
internal sealed class BorderIndex
{
    /// <summary>Land outside every place of the set.</summary>
    public const int Nowhere = -1;

    private readonly Dictionary<CellId, List<CellClaim>> _cells = [];
    private readonly Func<int[], bool> _counts;

    /// <param name="counts">Whether the land of some claims is asked about at all.</param>
    public BorderIndex(PlaceSet places, Func<int[], bool> counts)
    {
        _counts = counts;
        for (var i = 0; i < places.Places.Count; i++)
        {
            var cut = CellCutter.Cut(places.Places[i].Shape);
            foreach (var cell in cut.Cells)
            {
                Of(cell.Cell).Add(new CellClaim(BorderOf(i), cell.CornerWinding, cell.Pieces));
            }

            foreach (var run in cut.Runs)
            {
                for (var column = run.From; column <= run.To; column++)
                {
                    Of(new CellId(column, run.Row)).Add(new CellClaim(BorderOf(i), 1, []));
                }
            }
        }
    }

    private List<CellClaim> Of(CellId cell) => CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _) ??= [];

    /// <summary>Of the land that was split, what lies in more than one place: it counts once.</summary>
    public long SharedMicro { get; private set; }

    /// <summary>Pieces of the faces of a cell by place: claims, place number, area.</summary>
    public IEnumerable<(int[] Claims, int Place, long AreaMicro)> Split(LandLedger known, CellId cell, CellContent content)
    {
        var places = _cells.TryGetValue(cell, out var list) ? list : [];
        if (!places.Exists(p => p.HasEdges))
        {
            SharedMicro += places.Count > 1 ? content.Faces.Where(f => _counts(f.Claims)).Sum(f => f.AreaMicro) : 0;
            return content.Faces.Select(f => (f.Claims, places.Count == 0 ? Nowhere : BorderOf(places[0].Claim), f.AreaMicro));
        }

        return AtBorders(known, cell, content, places);
    }

    /// <summary>Number of a place among the claims of a cell, and back: negative, so that it is no claim's. Where places overlap the first of the set has
    /// the land.</summary>
    private static int BorderOf(int place) => -1 - place;

    private List<(int[], int, long)> AtBorders(LandLedger known, CellId cell, CellContent content, List<CellClaim> places)
    {
        var pieces = new Dictionary<int[], Dictionary<int, long>>(ClaimSetComparer.Instance);
        foreach (var part in known.Split.PartsOf([.. places.AsEnumerable().Reverse(), .. Array.FindAll(content.Claims, c => known.Counts(c.Claim))]).Parts)
        {
            var arranger = CellArranger.OfThisThread;
            var areas = arranger.AreasOf(arranger.Arrange(part), cell.Row, part.X, part.Y);
            for (var cover = 1; cover < areas.Length; cover++)
            {
                var all = part.ClaimsOf(arranger.Covers, cover);
                var borders = Array.FindIndex(all, n => n >= 0) is var first && first < 0 ? all.Length : first;
                if (borders < all.Length)
                {
                    SharedMicro += borders > 1 && _counts(all[borders..]) ? areas[cover] : 0;
                    ref var byPlace = ref CollectionsMarshal.GetValueRefOrAddDefault(pieces, all[borders..], out _);
                    byPlace ??= [];
                    CollectionsMarshal.GetValueRefOrAddDefault(byPlace, borders == 0 ? Nowhere : BorderOf(all[borders - 1]), out _) += areas[cover];
                }
            }
        }

        var split = new List<(int[], int, long)>();
        foreach (var face in content.Faces)
        {
            var byPlace = pieces.TryGetValue(face.Claims, out var found) ? found : new Dictionary<int, long> { [Nowhere] = 0 };
            var largest = byPlace.MaxBy(p => (p.Value, -p.Key)).Key;
            byPlace[largest] += face.AreaMicro - byPlace.Values.Sum();
            split.AddRange(byPlace.OrderBy(p => p.Key).Select(p => (face.Claims, p.Key, p.Value)));
        }

        return split;
    }
}
