namespace Furrow.Core.Land;

/// <summary>An immutable multipolygon on the grid. Rings hold at least three points and do not repeat the first point at the end; the first
/// ring of a polygon is its shell (anticlockwise), the others are holes (clockwise). Whoever makes a Shape has checked or repaired it
/// (see <see cref="ShapeRepair"/>); the ledger trusts it. Two shapes with the same rings in the same order are equal.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ShapeJsonConverter))]
public sealed class Shape : IEquatable<Shape>
{
    private readonly GridPoint[][][] _polygons;
    private GridBox _bounds = GridBox.Empty;

    public Shape(IEnumerable<GridPoint[][]> polygons)
    {
        _polygons = [.. polygons];
        foreach (var polygon in _polygons)
        {
            foreach (var ring in polygon)
            {
                if (ring.Length < 3)
                {
                    throw new ArgumentException("A ring needs three points.", nameof(polygons));
                }
            }

            foreach (var point in polygon[0])
            {
                _bounds = _bounds.With(point);
            }
        }
    }

    /// <summary>polygon → ring → point. Never change what it returns.</summary>
    public IReadOnlyList<GridPoint[][]> Polygons => _polygons;

    public GridBox Bounds => _bounds;

    public bool IsEmpty => _polygons.Length == 0;

    public int PointCount => _polygons.Sum(p => p.Sum(r => r.Length));

    public bool Equals(Shape? other) =>
        other is not null && _polygons.Length == other._polygons.Length && ShapeCodec.Encode(this).AsSpan().SequenceEqual(ShapeCodec.Encode(other));

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(ShapeCodec.Encode(this));
        return hash.ToHashCode();
    }
}
