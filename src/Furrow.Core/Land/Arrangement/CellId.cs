namespace Furrow.Core.Land;

/// <summary>A cell of the fixed 0.01 degree grid: the unit of work. Column and row count from longitude −180 and latitude −90.</summary>
public readonly record struct CellId(int Column, int Row) : IComparable<CellId>
{
    /// <summary>Side of a cell in grid steps.</summary>
    public const long Size = GridPoint.PerDegree / 100;
    public const int Columns = 36_000;
    public const int Rows = 18_000;

    public GridPoint Corner => new(Column * Size - GridPoint.MaxLon, Row * Size - GridPoint.MaxLat);

    public GridBox Box => new(Corner.Lon, Corner.Lat, Corner.Lon + Size, Corner.Lat + Size);

    /// <summary>The cell that holds a point; a point on a cell line belongs to the cell to its east and north.</summary>
    public static CellId Of(GridPoint p) => new(
        (int)Math.Min((p.Lon + GridPoint.MaxLon) / Size, Columns - 1),
        (int)Math.Min((p.Lat + GridPoint.MaxLat) / Size, Rows - 1));

    public int CompareTo(CellId other) => Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    public static bool operator <(CellId left, CellId right) => left.CompareTo(right) < 0;

    public static bool operator >(CellId left, CellId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CellId left, CellId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CellId left, CellId right) => left.CompareTo(right) >= 0;
}
