using Furrow.Core.Land;

namespace Furrow.Exchange.Exports;

/// <summary>A point in one cell of a table, as it reads back to the same: "44.123456789 N 18.5 E".</summary>
public static class ExactPosition
{
    public static string? Of(GridPoint? at) => at is not { } point ? null
        : $"{ExportText.Degrees(Math.Abs(point.Lat))} {(point.Lat < 0 ? 'S' : 'N')} {ExportText.Degrees(Math.Abs(point.Lon))} {(point.Lon < 0 ? 'W' : 'E')}";
}
