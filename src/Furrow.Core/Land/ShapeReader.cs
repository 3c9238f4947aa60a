using Furrow.Core.Keeping;

namespace Furrow.Core.Land;

/// <summary>Reads the points of a shape from its bytes, one after another, without making arrays of them. The bytes have been checked.</summary>
internal ref struct ShapeReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _polygons;
    private int _rings;
    private long _lon, _lat;

    public ShapeReader(Shape shape)
    {
        _bytes = shape.Bytes.Span;
        _polygons = VariableLength.Count(_bytes, ref _at);
    }

    /// <summary>Points of the ring that <see cref="NextRing"/> went to.</summary>
    public int Points { get; private set; }

    /// <summary>Where the next point begins in the bytes.</summary>
    public readonly int At => _at;

    /// <summary>Goes to the next ring; all points of the one before must have been read.</summary>
    public bool NextRing()
    {
        while (_rings == 0)
        {
            if (_polygons-- == 0)
            {
                return false;
            }

            _rings = VariableLength.Count(_bytes, ref _at);
        }

        _rings--;
        Points = VariableLength.Count(_bytes, ref _at);
        return true;
    }

    public GridPoint NextPoint()
    {
        unchecked
        {
            _lon += VariableLength.UnZigZag(VariableLength.Take(_bytes, ref _at));
            _lat += VariableLength.UnZigZag(VariableLength.Take(_bytes, ref _at));
        }

        return new GridPoint(_lon, _lat);
    }

    /// <summary>The bytes of points already read.</summary>
    public readonly ReadOnlySpan<byte> Between(int from, int to) => _bytes[from..to];
}
