using System.Runtime.InteropServices;
using Furrow.Core.Keeping;

namespace Furrow.Core.Land;

/// <summary>Pieces of one claim in one cell as bytes: chains of points as differences, since pieces mostly continue each other. Held in memory only.</summary>
internal static class PieceCodec
{
    [ThreadStatic]
    private static List<byte>? _scratch;

    public static byte[] Encode(ReadOnlySpan<Piece> pieces)
    {
        var bytes = Scratch();
        for (var i = 0; i < pieces.Length;)
        {
            var end = i + 1;
            while (end < pieces.Length && pieces[end].X1 == pieces[end - 1].X2 && pieces[end].Y1 == pieces[end - 1].Y2)
            {
                end++;
            }

            VariableLength.Put(bytes, (ulong)(end - i));
            VariableLength.Put(bytes, (ulong)pieces[i].X1);
            VariableLength.Put(bytes, (ulong)pieces[i].Y1);
            for (; i < end; i++)
            {
                VariableLength.Put(bytes, VariableLength.ZigZag(pieces[i].X2 - pieces[i].X1));
                VariableLength.Put(bytes, VariableLength.ZigZag(pieces[i].Y2 - pieces[i].Y1));
            }
        }

        return CollectionsMarshal.AsSpan(bytes).ToArray();
    }

    /// <summary>The same bytes for rings that lie inside one cell, whose corner is given.</summary>
    public static byte[] Encode(GridPoint corner, IEnumerable<GridPoint[]> rings)
    {
        var bytes = Scratch();
        foreach (var ring in rings)
        {
            VariableLength.Put(bytes, (ulong)ring.Length);
            var previous = ring[^1];
            VariableLength.Put(bytes, (ulong)(previous.Lon - corner.Lon));
            VariableLength.Put(bytes, (ulong)(previous.Lat - corner.Lat));
            foreach (var point in ring)
            {
                VariableLength.Put(bytes, VariableLength.ZigZag(point.Lon - previous.Lon));
                VariableLength.Put(bytes, VariableLength.ZigZag(point.Lat - previous.Lat));
                previous = point;
            }
        }

        return CollectionsMarshal.AsSpan(bytes).ToArray();
    }

    /// <summary>The same for a shape that lies inside one cell. Its bytes hold the same differences, so all but those of a ring's first point are taken
    /// over as they are.</summary>
    public static byte[] Encode(GridPoint corner, Shape shape)
    {
        var bytes = Scratch();
        var reader = new ShapeReader(shape);
        while (reader.NextRing())
        {
            var first = reader.NextPoint();
            var rest = reader.At;
            var last = first;
            for (var i = 1; i < reader.Points; i++)
            {
                last = reader.NextPoint();
            }

            VariableLength.Put(bytes, (ulong)reader.Points);
            VariableLength.Put(bytes, (ulong)(last.Lon - corner.Lon));
            VariableLength.Put(bytes, (ulong)(last.Lat - corner.Lat));
            VariableLength.Put(bytes, VariableLength.ZigZag(first.Lon - last.Lon));
            VariableLength.Put(bytes, VariableLength.ZigZag(first.Lat - last.Lat));
            bytes.AddRange(reader.Between(rest, reader.At));
        }

        return CollectionsMarshal.AsSpan(bytes).ToArray();
    }

    public static void Decode(ReadOnlySpan<byte> bytes, List<Piece> pieces)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            unchecked
            {
                var count = (int)VariableLength.Take(bytes, ref at);
                var x = (int)VariableLength.Take(bytes, ref at);
                var y = (int)VariableLength.Take(bytes, ref at);
                var first = pieces.Count;
                CollectionsMarshal.SetCount(pieces, first + count);
                foreach (ref var piece in CollectionsMarshal.AsSpan(pieces)[first..])
                {
                    var nx = x + (int)VariableLength.UnZigZag(VariableLength.Take(bytes, ref at));
                    var ny = y + (int)VariableLength.UnZigZag(VariableLength.Take(bytes, ref at));
                    piece = new Piece(x, y, nx, ny);
                    (x, y) = (nx, ny);
                }
            }
        }
    }

    private static List<byte> Scratch()
    {
        var bytes = _scratch ??= new List<byte>(256);
        bytes.Clear();
        return bytes;
    }
}
