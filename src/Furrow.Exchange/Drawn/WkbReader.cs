using System.Buffers.Binary;

namespace Furrow.Exchange.Drawn;

/// <summary>Reads well-known binary (OGC 06-103r4, with the Z and M forms of ISO and of PostGIS). Counts are checked against the bytes that are there, so
/// that a lie about a count costs nothing.</summary>
internal ref struct WkbReader(ReadOnlySpan<byte> bytes, DrawnBuilder into)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private bool _little;

    /// <summary>The number of the system, as PostGIS puts it into the binary; null where it is not there.</summary>
    public int? Srid { get; private set; }

    /// <summary>The bytes begin as well-known binary of a geometry does.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes) => bytes.Length >= 9 && bytes[0] <= 1
        && (bytes[0] == 1 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[1..])) is var code
        && (code & 0x1FFFFFFF) is < 4000 and var type && type % 1000 is >= 1 and <= 17;

    public bool Read(int depth = 0)
    {
        if (depth > 16 || _rest.Length < 5 || _rest[0] > 1)
        {
            return Broken();
        }

        _little = _rest[0] == 1;
        _rest = _rest[1..];
        var code = Count();
        var extra = (code & 0x80000000) != 0 ? 1 : 0;
        extra += (code & 0x40000000) != 0 ? 1 : 0;
        if ((code & 0x20000000) != 0)
        {
            // No system has a number that large.
            if (_rest.Length < 4 || Count() is not (<= int.MaxValue and var srid))
            {
                return Broken();
            }

            Srid ??= (int)srid;
        }

        code &= 0x1FFFFFFF;
        extra += (code / 1000) switch { 0 => 0, 1 or 2 => 1, 3 => 2, _ => 9 };
        if (extra > 2)
        {
            return Broken();
        }

        return (code % 1000) switch
        {
            1 => Point(extra),
            2 => Line(extra, "LineString"),
            3 => Polygon(extra),
            4 or 5 or 6 or 7 => Collection(depth),
            _ => Unknown(code),
        };
    }

    private bool Point(int extra)
    {
        if (_rest.Length < 8 * (2 + extra))
        {
            return Broken();
        }

        double x = Double(0), y = Double(8);
        _rest = _rest[(8 * (2 + extra))..];
        if (double.IsNaN(x) && double.IsNaN(y))
        {
            return true;
        }

        if (into.Accept(x, y))
        {
            into.Point(x, y);
            return true;
        }

        return false;
    }

    private bool Line(int extra, string kind)
    {
        into.Line(kind);
        return Sequence(extra, keep: false) is not null;
    }

    private bool Polygon(int extra)
    {
        if (_rest.Length < 4)
        {
            return Broken();
        }

        var count = Count();
        if (count > _rest.Length / 4)
        {
            return Broken();
        }

        var rings = new List<double[]>((int)Math.Min(count, 16));
        for (var i = 0; i < count; i++)
        {
            if (Sequence(extra, keep: true) is not { } ring)
            {
                return false;
            }

            rings.Add(ring);
        }

        into.Polygon(rings);
        return true;
    }

    private double[]? Sequence(int extra, bool keep)
    {
        var size = 8 * (2 + extra);
        var count = _rest.Length < 4 ? uint.MaxValue : Count();
        if (count > _rest.Length / size)
        {
            Broken();
            return null;
        }

        var ring = new double[keep ? 2 * count : 0];
        for (var i = 0; i < count; i++)
        {
            double x = Double(0), y = Double(8);
            _rest = _rest[size..];
            if (!into.Accept(x, y))
            {
                return null;
            }

            if (keep)
            {
                (ring[2 * i], ring[2 * i + 1]) = (x, y);
            }
        }

        return ring;
    }

    private bool Collection(int depth)
    {
        var count = _rest.Length < 4 ? uint.MaxValue : Count();
        if (count > _rest.Length / 5)
        {
            return count == 0 || Broken();
        }

        for (var i = 0; i < count; i++)
        {
            if (!Read(depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private uint Count()
    {
        var value = _little ? BinaryPrimitives.ReadUInt32LittleEndian(_rest) : BinaryPrimitives.ReadUInt32BigEndian(_rest);
        _rest = _rest[4..];
        return value;
    }

    private readonly double Double(int at) =>
        _little ? BinaryPrimitives.ReadDoubleLittleEndian(_rest[at..]) : BinaryPrimitives.ReadDoubleBigEndian(_rest[at..]);

    private readonly bool Unknown(uint code)
    {
        into.Refuse($"The geometry type {code} is not known (curves are not read).");
        return false;
    }

    private readonly bool Broken()
    {
        into.Refuse($"The binary geometry is broken.");
        return false;
    }
}
