namespace Furrow.Core.Land;

/// <summary>Computes the faces of a cell from the claims that count: a pure function of them.</summary>
internal static class CellFaces
{
    public static FaceArea[] Of(ReadOnlySpan<CellClaim> active, int row)
    {
        if (active.IsEmpty)
        {
            return [];
        }

        var (whole, edged) = Divide(active);
        if (edged.Length == 0)
        {
            return [new FaceArea(whole, EllipsoidArea.OfRow(row).CellMicro)];
        }

        var arranger = CellArranger.Mine;
        var areas = arranger.AreasOf(arranger.Arrange(edged), row);
        var faces = new List<FaceArea>(areas.Length);
        for (var cover = 1; cover < areas.Length; cover++)
        {
            if (areas[cover] == 0)
            {
                continue;
            }

            var claims = ClaimsOf(arranger.Covers.Members(cover), edged, whole);
            if (claims.Length > 0)
            {
                faces.Add(new FaceArea(claims, areas[cover]));
            }
        }

        return [.. faces];
    }

    /// <summary>Claims that cover the cell without an edge in it, and those with edges.</summary>
    public static (int[] Whole, CellClaim[] Edged) Divide(ReadOnlySpan<CellClaim> active)
    {
        var whole = new List<int>();
        var edged = new List<CellClaim>(active.Length);
        foreach (var claim in active)
        {
            if (claim.HasEdges)
            {
                edged.Add(claim);
            }
            else
            {
                whole.Add(claim.Claim);
            }
        }

        return ([.. whole], [.. edged]);
    }

    /// <summary>Numbers of the claims of a cover, ascending. Local number 0 is the cell itself.</summary>
    public static int[] ClaimsOf(List<int> members, CellClaim[] edged, int[] whole)
    {
        var claims = new List<int>(members.Count + whole.Length);
        claims.AddRange(whole);
        foreach (var member in members)
        {
            if (member > 0)
            {
                claims.Add(edged[member - 1].Claim);
            }
        }

        claims.Sort();
        return [.. claims];
    }
}
