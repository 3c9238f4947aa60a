using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Drawn;

/// <summary>A row's geometry on the ledger's grid: rings as drawn (closed or open, any direction, not yet mended), or one point, or neither.</summary>
/// <param name="Repairs">What had to be done to get there: what the reader mended, lines that were not closed, and the cut at the antimeridian, when it
/// was asked for.</param>
public sealed record GridGeometry(IReadOnlyList<GridPoint[][]> Polygons, GridPoint? Point, IReadOnlyList<Repair> Repairs)
{
    /// <summary>How the format says which rings are holes.</summary>
    public RingRoles Roles { get; init; }
}

/// <summary>From what was drawn, in the source's own coordinates, to grid points.</summary>
public static class GridConversion
{
    /// <summary>Converts every vertex by itself: no vertex is added, dropped or moved, except where <paramref name="cutAtAntimeridian"/> allows
    /// to cut a ring that jumps from one side of the 180th meridian to the other. Rings around a pole are refused always.</summary>
    public static Outcome<GridGeometry> ToGrid(InputRow row, bool cutAtAntimeridian = false)
    {
        if (row.Problem is { } problem)
        {
            return problem;
        }

        if (row.Geometry is { Kind: DrawnKind.Point } drawnPoint)
        {
            var at = drawnPoint is { X: 0, Y: 0 } ? Problems.CoordinateAtOrigin(row.File, row.Row) : Vertex(row, drawnPoint.X, drawnPoint.Y);
            return at.Problem is { } wrong ? wrong : new GridGeometry([], at.Value, []);
        }

        return HasLostVertex(row.Geometry) ? Problems.CoordinateAtOrigin(row.File, row.Row) : Polygons(row, cutAtAntimeridian);
    }

    private static Outcome<GridGeometry> Polygons(InputRow row, bool cutAtAntimeridian)
    {
        var polygons = new List<GridPoint[][]>(row.Geometry.Polygons.Count);
        var jumps = false;
        foreach (var drawn in row.Geometry.Polygons)
        {
            var rings = new GridPoint[drawn.Length][];
            for (var i = 0; i < drawn.Length; i++)
            {
                if (Ring(row, drawn[i], out rings[i]) is { } wrong)
                {
                    return wrong;
                }

                if (Antimeridian.Jump(rings[i]) is { } at)
                {
                    jumps = true;
                    if (Antimeridian.RunsAroundPole(rings[i]))
                    {
                        return Problems.RingAroundPole(row.File, row.Row);
                    }

                    if (!cutAtAntimeridian)
                    {
                        return Problems.RingJumps(row.File, row.Row, at.ToString());
                    }
                }
            }

            polygons.Add(rings);
        }

        var open = row.Geometry.ClosesRings ? polygons.Sum(p => p.Count(r => r.Length > 2 && r[0] != r[^1])) : 0;
        IReadOnlyList<Repair> repairs = open == 0 ? row.Repairs : [.. row.Repairs, DrawingNotes.NotClosed(open)];
        return jumps
            ? new GridGeometry([.. polygons.SelectMany(Antimeridian.Cut)], null, [.. repairs, Antimeridian.Repair]) { Roles = row.Geometry.Roles }
            : new GridGeometry(polygons, null, repairs) { Roles = row.Geometry.Roles };
    }

    private static Problem? Ring(InputRow row, double[] drawn, out GridPoint[] ring)
    {
        ring = new GridPoint[drawn.Length / 2];
        for (var i = 0; i < ring.Length; i++)
        {
            var at = Vertex(row, drawn[2 * i], drawn[2 * i + 1]);
            if (at.Problem is { } problem)
            {
                return problem;
            }

            ring[i] = at.Value;
        }

        return null;
    }

    private static Outcome<GridPoint> Vertex(InputRow row, double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return Problems.CoordinateNotANumber(row.File, row.Row, Text(x, y));
        }

        // Within two hundred metres of the origin of a registered system lies no land of anybody's.
        if (!row.Crs.IsGeographic && row.Crs.Area is not null && Math.Abs(x) <= 180 && Math.Abs(y) <= 180)
        {
            return Problems.CoordinateInDegrees(row.File, row.Row, Text(x, y), row.Crs.Name);
        }

        var (lon, lat) = row.Crs.ToWgs84(x, y);
        var isFinite = double.IsFinite(lon) && double.IsFinite(lat);
        if (row.Crs.Area is { } area && !(isFinite && area.Holds(lon, lat)))
        {
            return ZonePrefix.Meant(row.Crs, x, y) is { } zoned
                ? Problems.CoordinateOfAnotherZone(row.File, row.Row, Text(x, y), row.Crs.Name, area.ToString(), zoned.Name)
                : Problems.CoordinateOutsideArea(row.File, row.Row, Text(x, y), row.Crs.Name, area.ToString(), row.Crs.Holds(y, x));
        }

        return !isFinite ? Problems.CoordinateOutsideCrs(row.File, row.Row, Text(x, y), row.Crs.Name)
            : Math.Abs(lon) > 180 || Math.Abs(lat) > 90
                ? Problems.CoordinateOffEarth(row.File, row.Row, Text(x, y), Math.Abs(lon) <= 90 && Math.Abs(lat) <= 180)
            : GridPoint.FromDegrees(lon, lat);
    }

    /// <summary>A vertex at 0 0 in a drawing that lies elsewhere.</summary>
    private static bool HasLostVertex(DrawnGeometry drawn)
    {
        bool lost = false, far = false;
        foreach (var polygon in drawn.Polygons)
        {
            foreach (var ring in polygon)
            {
                for (var i = 0; i + 1 < ring.Length; i += 2)
                {
                    lost |= ring[i] == 0 && ring[i + 1] == 0;
                    far |= Math.Abs(ring[i]) > 1 || Math.Abs(ring[i + 1]) > 1;
                }
            }
        }

        return lost && far;
    }

    private static string Text(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x} {y}");
}
