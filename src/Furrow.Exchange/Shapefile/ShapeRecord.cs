using System.Buffers.Binary;
using Furrow.Core;
using Furrow.Exchange.Drawn;

namespace Furrow.Exchange.Shapefile;

/// <summary>Reads the records of a .shp one by one. Heights and measures are passed over.</summary>
internal sealed class ShapeRecord(string file, ReadLimits limits)
{
    private const string Format = "Shapefile";
    private byte[] _content = new byte[4096];

    public DrawnGeometry Geometry { get; private set; } = DrawnGeometry.None;

    /// <summary>What is wrong with this record.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>Why no further record can be read.</summary>
    public Problem? FileFault { get; private set; }

    /// <summary>The record where the stream stands. False at the end of the file or when it cannot be read on.</summary>
    public bool Next(ShapeStream stream, int row)
    {
        (Geometry, Fault) = (DrawnGeometry.None, null);
        Span<byte> head = stackalloc byte[8];
        var read = stream.Read(head);
        if (read < 8)
        {
            FileFault = read == 0 ? null : Problems.FileEndsEarly(file, Format, row - 1);
            return false;
        }

        var words = BinaryPrimitives.ReadInt32BigEndian(head[4..]);
        if (words < 2 || words > limits.RowBytes / 2)
        {
            FileFault = words < 2 ? Problems.FileBroken(file, Format, $"a record says it is {words} words long", row)
                : Problems.FileBeyondLimit(file, $"{limits.RowBytes >> 20} MB for one shape", row);
            return false;
        }

        if (!Fill(stream, words * 2))
        {
            FileFault = Problems.FileEndsEarly(file, Format, row - 1);
            return false;
        }

        Read(_content.AsSpan(0, words * 2), row);
        return true;
    }

    /// <summary>The record that the index names; (0, 0) is a row without a shape.</summary>
    public bool At(ShapeStream stream, (long At, long Bytes) place, int row)
    {
        if (place != default)
        {
            FileFault = stream.MoveTo(place.At) ? null : Problems.FileEndsEarly(file, Format, row - 1);
            return FileFault is null && (Next(stream, row) || Ended(row));
        }

        (Geometry, Fault) = (DrawnGeometry.None, null);
        return true;
    }

    private bool Ended(int row)
    {
        FileFault ??= Problems.FileEndsEarly(file, Format, row - 1);
        return false;
    }

    /// <summary>Reads in steps, so that a lie about the length does not fetch memory that the file does not fill.</summary>
    private bool Fill(ShapeStream stream, int length)
    {
        for (var at = 0; at < length;)
        {
            var step = Math.Min(length - at, Math.Max(1 << 16, at));
            if (_content.Length < at + step)
            {
                Array.Resize(ref _content, Math.Min(length, Math.Max(_content.Length * 2, at + step)));
            }

            var read = stream.Read(_content.AsSpan(at, step));
            if (read < step)
            {
                return false;
            }

            at += read;
        }

        return true;
    }

    private void Read(ReadOnlySpan<byte> content, int row)
    {
        var builder = new DrawnBuilder(file, row, limits.PointsPerRow);
        ShapeBinary.Read(content, builder);
        Geometry = builder.Build();
        Fault = builder.Fault;
    }
}
