namespace Furrow.Core.Land;

/// <summary>Pieces of one claim in one cell as bytes: chains of points as differences, since pieces mostly continue each other. Held in memory only.</summary>
internal static class PieceCodec
{
    public static byte[] Encode(ReadOnlySpan<Piece> pieces)
    {
        var bytes = new List<byte>(pieces.Length * 6 + 8);
        for (var i = 0; i < pieces.Length;)
        {
            var end = i + 1;
            while (end < pieces.Length && pieces[end].X1 == pieces[end - 1].X2 && pieces[end].Y1 == pieces[end - 1].Y2)
            {
                end++;
            }

            ShapeCodec.Put(bytes, (ulong)(end - i));
            ShapeCodec.Put(bytes, (ulong)pieces[i].X1);
            ShapeCodec.Put(bytes, (ulong)pieces[i].Y1);
            for (; i < end; i++)
            {
                ShapeCodec.Put(bytes, ShapeCodec.ZigZag(pieces[i].X2 - pieces[i].X1));
                ShapeCodec.Put(bytes, ShapeCodec.ZigZag(pieces[i].Y2 - pieces[i].Y1));
            }
        }

        return [.. bytes];
    }

    public static void Decode(ReadOnlySpan<byte> bytes, List<Piece> pieces)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            unchecked
            {
                var count = (int)ShapeCodec.Take(bytes, ref at);
                var x = (int)ShapeCodec.Take(bytes, ref at);
                var y = (int)ShapeCodec.Take(bytes, ref at);
                for (var i = 0; i < count; i++)
                {
                    var nx = x + (int)ShapeCodec.UnZigZag(ShapeCodec.Take(bytes, ref at));
                    var ny = y + (int)ShapeCodec.UnZigZag(ShapeCodec.Take(bytes, ref at));
                    pieces.Add(new Piece(x, y, nx, ny));
                    (x, y) = (nx, ny);
                }
            }
        }
    }
}
