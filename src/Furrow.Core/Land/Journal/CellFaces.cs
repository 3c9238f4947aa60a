namespace Furrow.Core.Land;

/// <summary>Computes the faces of a cell from the claims that count: a pure function of them.</summary>
internal static class CellFaces
{
    public static FaceArea[] Of(CellClaim[] active, int row, CellSplit split) => Of(active, row, split, null, []).Faces;

    /// <summary>The same, doing only what changed: parts of a crowded cell that no changed claim touches keep their faces.</summary>
    /// <param name="before">The parts of the cell as they were; null when they are not known.</param>
    /// <param name="changed">Claims that began or ceased to count since.</param>
    public static (FaceArea[] Faces, FacesByPart? Parts) Of(CellClaim[] active, int row, CellSplit split, FacesByPart? before,
        List<RowChanges.Change> changed)
    {
        if (active.Length == 0)
        {
            return ([], null);
        }

        var cell = split.PartsOf(active);
        if (cell.Level == 0)
        {
            var faces = new List<FaceArea>(active.Length);
            PartFaces.Add(cell.Parts[0], row, faces);
            return ([.. faces], null);
        }

        var parts = new FacesByPart(cell.Level, new FaceArea[cell.Parts.Length][]);
        var touched = new bool[cell.Parts.Length];
        if (before?.Level == cell.Level)
        {
            foreach (var change in changed)
            {
                CellSplit.Touched(cell.Level, change.Claim, touched);
            }
        }
        else
        {
            Array.Fill(touched, true);
        }

        for (var i = 0; i < touched.Length; i++)
        {
            parts.Faces[i] = touched[i] ? Of(cell.Parts[i], row) : before!.Faces[i];
        }

        return (Sum(parts.Faces), parts);
    }

    private static FaceArea[] Of(CellPart part, int row)
    {
        var faces = new List<FaceArea>();
        PartFaces.Add(part, row, faces);
        return [.. faces];
    }

    /// <summary>One face for the same claims, whatever parts it lies in.</summary>
    private static FaceArea[] Sum(FaceArea[][] parts)
    {
        var sums = new Dictionary<int[], long>(ClaimSetComparer.Instance);
        foreach (var face in parts.SelectMany(p => p))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, face.Claims, out _) += face.AreaMicro;
        }

        return [.. sums.Where(s => s.Value != 0).Select(s => new FaceArea(s.Key, s.Value))];
    }
}

/// <summary>Faces of the parts of a crowded cell: kept beside the cell, so that an acceptance there does only the parts it touches. It is derived from the
/// claims and need not be stored.</summary>
internal sealed record FacesByPart(int Level, FaceArea[][] Faces);
