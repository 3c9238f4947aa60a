namespace Furrow.Core.Land;

/// <summary>A square of a cell that is arranged as one: the whole cell, or one of the parts of a crowded cell (see <see cref="CellSplit"/>).</summary>
/// <param name="X">Where it begins in the cell, in grid steps eastwards.</param>
/// <param name="Y">The same, northwards.</param>
/// <param name="Side">Its side in grid steps.</param>
/// <param name="Whole">Numbers of the claims that cover it without an edge inside.</param>
/// <param name="Edged">Claims with edges inside, in steps from its corner.</param>
/// <param name="Alike">For each edged claim the numbers of all claims drawn exactly like it, its own included; null where each stands for itself.</param>
internal sealed record CellPart(int X, int Y, int Side, int[] Whole, CellClaim[] Edged, int[][]? Alike = null)
{
    public GridPoint CornerIn(CellId cell) => new(cell.Corner.Lon + X, cell.Corner.Lat + Y);

    /// <summary>Area of the whole part, in 1e-6 m². Parts sum exactly to their cell.</summary>
    public long AreaMicro(EllipsoidArea measure) =>
        measure.Horizontal(Y + Side, X + Side) - measure.Horizontal(Y + Side, X) - measure.Horizontal(Y, X + Side) + measure.Horizontal(Y, X);

    /// <summary>Numbers of the claims of a cover of the whole arrangement (<see cref="CellArranger.Arrange(CellPart)"/>), ascending.</summary>
    public int[] ClaimsOf(SetCover covers, int cover)
    {
        var members = new List<int>();
        covers.Members(cover, members);
        members.Remove(0);
        for (var i = 0; i < members.Count; i++)
        {
            members[i]--;
        }

        return ClaimsOf(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(members));
    }

    /// <param name="members">Indexes of edged claims, ascending; so are their numbers.</param>
    public int[] ClaimsOf(ReadOnlySpan<int> members)
    {
        var count = Whole.Length;
        foreach (var member in members)
        {
            count += Alike is null ? 1 : Alike[member].Length;
        }

        var claims = new int[count];
        Whole.CopyTo(claims, 0);
        count = Whole.Length;
        foreach (var member in members)
        {
            if (Alike is null)
            {
                claims[count++] = Edged[member].Claim;
            }
            else
            {
                Alike[member].CopyTo(claims, count);
                count += Alike[member].Length;
            }
        }

        if (Whole.Length > 0 || Alike is not null)
        {
            Array.Sort(claims);
        }

        return claims;
    }
}
