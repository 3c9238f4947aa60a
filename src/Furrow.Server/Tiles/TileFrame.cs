using Furrow.Core.Land;

namespace Furrow.Server.Tiles;

/// <summary>One tile of the Web Mercator pyramid: where it lies on the grid, and how grid points become its whole tile units (4096 a side, y down).
/// The same grid point always becomes the same tile point, so neighbours that share nodes share them in the tile too.</summary>
internal sealed class TileFrame
{
    public const int Extent = 4096;

    /// <summary>Drawn beyond the tile's edge, in tile units, so that outlines and patterns meet across tiles.</summary>
    public const int Buffer = 64;

    /// <summary>The deepest tiles made: a unit is 15 cm there, and the whole world still counts in 32 bits. Maps enlarge these beyond.</summary>
    public const int MaxZoom = 16;

    /// <summary>Beyond this latitude Web Mercator has no tiles.</summary>
    public const double MaxLatitude = 85.0511287798066;

    private readonly double _lonToX;
    private readonly double _xOffset;
    private readonly double _worldUnits;
    private readonly double _yOffset;
    private readonly bool _isNarrow;
    private readonly double _midLat;
    private readonly double _y0;
    private readonly double _y1;
    private readonly double _y2;
    private readonly double _y3;

    public TileFrame(int z, int x, int y)
    {
        (Z, X, Y) = (z, x, y);
        _worldUnits = (double)Extent * (1L << z);
        _lonToX = _worldUnits / 360 / GridPoint.PerDegree;
        _xOffset = _worldUnits / 2 - (double)x * Extent;
        _yOffset = (double)y * Extent;
        Box = BoxWithBuffer(Buffer);
        _isNarrow = z >= 10;
        var mid = LatitudeOf(Extent / 2.0) * Math.PI / 180;
        _midLat = mid * 180 / Math.PI * GridPoint.PerDegree;
        // Taylor series of the Mercator ordinate around the tile's middle. With d ≤ 0.0032 rad (z 10, buffer included) the first term left
        // out is under 1e-3 tile units.
        var scale = -_worldUnits / (2 * Math.PI);
        var rad = Math.PI / 180 / GridPoint.PerDegree;
        var (sec, tan) = (1 / Math.Cos(mid), Math.Tan(mid));
        _y0 = Ordinate(mid);
        _y1 = scale * sec * rad;
        _y2 = scale * sec * tan / 2 * rad * rad;
        _y3 = scale * sec * (sec * sec + tan * tan) / 6 * rad * rad * rad;
    }

    public int Z { get; }

    public int X { get; }

    public int Y { get; }

    /// <summary>The tile with its buffer, on the grid.</summary>
    public GridBox Box { get; }

    public static bool Exists(int z, int x, int y) => z is >= 0 and <= MaxZoom && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;

    public GridBox BoxWithBuffer(int buffer) => new(
        (long)Math.Floor(Math.Max(-180, LongitudeOf(-buffer)) * GridPoint.PerDegree),
        (long)Math.Floor(LatitudeOf(Extent + buffer) * GridPoint.PerDegree),
        (long)Math.Ceiling(Math.Min(180, LongitudeOf(Extent + buffer)) * GridPoint.PerDegree),
        (long)Math.Ceiling(LatitudeOf(-buffer) * GridPoint.PerDegree));

    public TilePoint Project(GridPoint p)
    {
        var x = p.Lon * _lonToX + _xOffset;
        double y;
        if (_isNarrow)
        {
            var d = p.Lat - _midLat;
            y = _y0 + d * (_y1 + d * (_y2 + d * _y3));
        }
        else
        {
            y = Ordinate(Math.Clamp(p.LatDegrees, -MaxLatitude, MaxLatitude) * Math.PI / 180);
        }

        // Half always upwards: the same on both sides of zero, so a shape does not change when the tile's origin moves.
        return new TilePoint((int)Math.Floor(x + 0.5), (int)Math.Floor(y + 0.5));
    }

    public double LongitudeOf(double x) => (X * (double)Extent + x) / _worldUnits * 360 - 180;

    public double LatitudeOf(double y)
    {
        var n = Math.PI * (1 - 2 * (_yOffset + y) / _worldUnits);
        return Math.Atan(Math.Sinh(n)) * 180 / Math.PI;
    }

    private double Ordinate(double lat) => (0.5 - Math.Asinh(Math.Tan(lat)) / (2 * Math.PI)) * _worldUnits - _yOffset;
}

/// <summary>A point in tile units, y down.</summary>
internal readonly record struct TilePoint(int X, int Y);
