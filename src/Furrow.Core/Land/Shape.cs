using System.Text.Json.Serialization;

namespace Furrow.Core.Land;

/// <summary>An immutable multipolygon on the grid, held as its bytes (see <see cref="ShapeCodec"/>): a country's polygons stay small, and equal rings in
/// the same order are equal shapes. Rings hold at least three points and do not repeat the first point at the end; the first ring of a polygon is its
/// shell (anticlockwise), the others are holes (clockwise). Whoever makes a Shape has checked or repaired it (see <see cref="ShapeRepair"/>);
/// the ledger trusts it.</summary>
[JsonConverter(typeof(ShapeJsonConverter))]
public sealed class Shape : IEquatable<Shape>
{
    public static readonly Shape Empty = new([]);

    private readonly ReadOnlyMemory<byte> _bytes;
    private GridBox _bounds;

    /// <summary>Set after the bounds, which readers on other threads may be measuring too: all find the same.</summary>
    private volatile bool _isMeasured;

    public Shape(IEnumerable<GridPoint[][]> polygons)
    {
        GridPoint[][][] list = [.. polygons];
        var bounds = GridBox.Empty;
        foreach (var ring in list.SelectMany(p => p))
        {
            if (ring.Length < 3)
            {
                throw new ArgumentException("A ring needs three points.", nameof(polygons));
            }

            // Holes too: what a damaged ring says must not lie outside the box that others trust.
            bounds = bounds.With(Rings.BoxOf(ring));
        }

        (_bounds, _isMeasured) = (bounds, true);
        _bytes = ShapeCodec.Encode(list);
    }

    private Shape(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>Takes bytes that <see cref="ShapeCodec"/> has checked and nobody changes: those around them stay in memory as long as it does.</summary>
    internal static Shape OfCheckedBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>The bytes of the fact format.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>polygon → ring → point, decoded anew at each call: keep the result while you need it.</summary>
    public IReadOnlyList<GridPoint[][]> Polygons => ShapeCodec.Polygons(_bytes.Span);

    public GridBox Bounds
    {
        get
        {
            if (!_isMeasured)
            {
                _bounds = Measure();
                _isMeasured = true;
            }

            return _bounds;
        }
    }

    public bool IsEmpty => _bytes.Span is [0];

    public int PointCount => Polygons.Sum(p => p.Sum(r => r.Length));

    public bool Equals(Shape? other) => other is not null && _bytes.Span.SequenceEqual(other._bytes.Span);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes.Span);
        return hash.ToHashCode();
    }

    private GridBox Measure()
    {
        var box = GridBox.Empty;
        var reader = new ShapeReader(this);
        while (reader.NextRing())
        {
            for (var i = 0; i < reader.Points; i++)
            {
                box = box.With(reader.NextPoint());
            }
        }

        return box;
    }
}
