using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Which places lie in which cells, and the split of a face at their borders. The pieces of a face sum exactly to the face: what noding with the
/// border moves by a grid step goes to the largest piece.</summary>
internal sealed class BorderIndex
{
    /// <summary>Land outside every place of the set.</summary>
    public const int Nowhere = -1;

    private readonly Dictionary<CellId, List<CellClaim>> _cells = [];

    public BorderIndex(PlaceSet places)
    {
        for (var i = 0; i < places.Places.Count; i++)
        {
            var cut = CellCutter.Cut(places.Places[i].Shape);
            foreach (var cell in cut.Cells)
            {
                Of(cell.Cell).Add(new CellClaim(i, cell.CornerWinding, PieceCodec.Encode(cell.Pieces)));
            }

            foreach (var run in cut.Runs)
            {
                for (var column = run.From; column <= run.To; column++)
                {
                    Of(new CellId(column, run.Row)).Add(new CellClaim(i, 1, []));
                }
            }
        }
    }

    private List<CellClaim> Of(CellId cell) => CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _) ??= [];

    /// <summary>Pieces of the faces of a cell by place: claims, place number, area.</summary>
    public IEnumerable<(int[] Claims, int Place, long AreaMicro)> Split(LandLedger known, CellId cell, CellContent content)
    {
        var places = _cells.TryGetValue(cell, out var list) ? list : [];
        if (!places.Exists(p => p.HasEdges))
        {
            return content.Faces.Select(f => (f.Claims, places.Count == 0 ? Nowhere : places[0].Claim, f.AreaMicro));
        }

        return AtBorders(known, cell, content, places);
    }

    private static List<(int[], int, long)> AtBorders(LandLedger known, CellId cell, CellContent content, List<CellClaim> places)
    {
        var (whole, edged) = CellFaces.Divide(Array.FindAll(content.Claims, c => known.Counts(c.Claim)));
        CellClaim[] together = [.. edged, .. places.Where(p => p.HasEdges)];
        var everywhere = places.FirstOrDefault(p => !p.HasEdges, new CellClaim(Nowhere, 0, [])).Claim;
        var arranger = CellArranger.Mine;
        var areas = arranger.AreasOf(arranger.Arrange(together), cell.Row);
        var pieces = new Dictionary<int[], Dictionary<int, long>>(ClaimSetComparer.Instance);
        for (var cover = 1; cover < areas.Length; cover++)
        {
            var members = arranger.Covers.Members(cover);
            var place = members.FirstOrDefault(m => m > edged.Length, 0);
            var claims = CellFaces.ClaimsOf(members.FindAll(m => m <= edged.Length), edged, whole);
            if (claims.Length > 0)
            {
                ref var byPlace = ref CollectionsMarshal.GetValueRefOrAddDefault(pieces, claims, out _);
                byPlace ??= [];
                CollectionsMarshal.GetValueRefOrAddDefault(byPlace, place == 0 ? everywhere : together[place - 1].Claim, out _) += areas[cover];
            }
        }

        var split = new List<(int[], int, long)>();
        foreach (var face in content.Faces)
        {
            var byPlace = pieces.TryGetValue(face.Claims, out var found) ? found : new Dictionary<int, long> { [everywhere] = 0 };
            var largest = byPlace.MaxBy(p => (p.Value, -p.Key)).Key;
            byPlace[largest] += face.AreaMicro - byPlace.Values.Sum();
            split.AddRange(byPlace.OrderBy(p => p.Key).Select(p => (face.Claims, p.Key, p.Value)));
        }

        return split;
    }
}
