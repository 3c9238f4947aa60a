using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Furrow.Exchange;

/// <summary>Gives each row of a file the hash that says "the same row again". Two rows of one file may be equal (records without polygon often are):
/// the n-th gets a hash of its own, so importing a file twice adds nothing and importing it once loses nothing.</summary>
internal sealed class RowIdentity
{
    private readonly Dictionary<string, int> _seen = [];
    private readonly RowContent _content = new();

    public InputRow Sign(InputRow row)
    {
        if (row.RowSha256.Length == 0)
        {
            row.RowSha256 = _content.Sha256(row);
        }

        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, row.RowSha256, out _);
        if (++times > 1)
        {
            row.RowSha256 = _content.Sha256(row, times);
        }

        return row;
    }
}

/// <summary>The bytes of a row that its hash covers. One instance serves one thread.</summary>
internal sealed class RowContent
{
    private readonly ArrayBufferWriter<byte> _content = new(4096);

    /// <param name="times">How often the same content has come so far in its file; 1 adds nothing to the content.</param>
    public string Sha256(InputRow row, int times = 1)
    {
        _content.ResetWrittenCount();
        foreach (var field in row.Fields)
        {
            Put(field.Name);
            Put(field.Value);
        }

        Put(row.DrawnText);
        Put(row.Crs.Name);
        Put(row.Geometry);
        if (times > 1)
        {
            Put(times);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_content.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash);
    }

    private void Put(DrawnGeometry geometry)
    {
        Put((int)geometry.Kind);
        Put(geometry.X, geometry.Y);
        foreach (var polygon in geometry.Polygons)
        {
            Put(polygon.Length);
            foreach (var ring in polygon)
            {
                Put(ring.Length);
                Put(ring);
            }
        }
    }

    private void Put(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_content.GetSpan(4), value);
        _content.Advance(4);
    }

    private void Put(params ReadOnlySpan<double> values)
    {
        var span = _content.GetSpan(values.Length * 8);
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(span);
        }
        else
        {
            for (var i = 0; i < values.Length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(span[(i * 8)..], values[i]);
            }
        }

        _content.Advance(values.Length * 8);
    }

    private void Put(string? text)
    {
        if (text is null)
        {
            Put(-1);
            return;
        }

        var span = _content.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 4);
        var length = Encoding.UTF8.GetBytes(text, span[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(span, length);
        _content.Advance(length + 4);
    }
}
