using Furrow.Core.Keeping;

namespace Furrow.Core.Land;

/// <summary>Cells and postings in a snapshot.</summary>
internal static class CellSnapshot
{
    public static void Write(ByteWriter to, CellGrid cells)
    {
        var rows = cells.RowNumbers().ToList();
        to.Put((ulong)rows.Count);
        foreach (var row in rows)
        {
            to.Put(row);
            var spans = cells.Row(row);
            to.Put((ulong)spans.Length);
            foreach (var span in spans)
            {
                Write(to, span);
            }
        }
    }

    public static CellGrid Read(ByteReader from)
    {
        var rows = new (int, CellSpan[])[from.Count()];
        for (var r = 0; r < rows.Length; r++)
        {
            var row = from.Int();
            var spans = new CellSpan[from.Count()];
            for (var i = 0; i < spans.Length; i++)
            {
                spans[i] = ReadSpan(from);
            }

            rows[r] = (row, spans);
        }

        return CellGrid.Empty.With(rows);
    }

    private static void Write(ByteWriter to, CellSpan span)
    {
        to.Put(span.From);
        to.Put(span.To);
        to.Put(span.Content.LastChange);
        to.Put((ulong)span.Content.Claims.Length);
        foreach (var claim in span.Content.Claims)
        {
            to.Put(claim.Claim);
            to.Put(claim.CornerWinding);
            to.Put(claim.Pieces);
        }

        to.Put((ulong)span.Content.Faces.Length);
        foreach (var face in span.Content.Faces)
        {
            to.Put(face.AreaMicro);
            to.Put((ulong)face.Claims.Length);
            foreach (var claim in face.Claims)
            {
                to.Put(claim);
            }
        }
    }

    private static CellSpan ReadSpan(ByteReader from)
    {
        int first = from.Int(), last = from.Int(), change = from.Int();
        var claims = new CellClaim[from.Count()];
        for (var i = 0; i < claims.Length; i++)
        {
            claims[i] = new CellClaim(from.Int(), from.Int(), from.Bytes().ToArray());
        }

        var faces = new FaceArea[from.Count()];
        for (var i = 0; i < faces.Length; i++)
        {
            var area = from.Long();
            var numbers = new int[from.Count()];
            for (var j = 0; j < numbers.Length; j++)
            {
                numbers[j] = from.Int();
            }

            faces[i] = new FaceArea(numbers, area);
        }

        return new CellSpan(first, last, new CellContent(claims, faces, change));
    }

    public static void Write(ByteWriter to, in Posting p)
    {
        to.Put(p.Cause);
        to.Put(p.Row);
        to.Put(p.FromColumn);
        to.Put(p.ToColumn - p.FromColumn);
        to.Put(p.Claim);
        to.Put((int)p.Kinds);
        to.Put((int)p.From);
        to.Put((int)p.To);
        to.Put((int)p.Heading);
        to.Put(p.FromArea);
        to.Put(p.ToArea);
        to.Put(p.AmountMicro);
    }

    public static Posting ReadPosting(ByteReader from)
    {
        int cause = from.Int(), row = from.Int(), column = from.Int();
        return new Posting(cause, row, column, column + from.Int(), from.Int(), (KindSet)from.Int(), (LandStatus)from.Int(), (LandStatus)from.Int(),
            (Heading)from.Int(), from.Int(), from.Int(), from.Long());
    }
}
