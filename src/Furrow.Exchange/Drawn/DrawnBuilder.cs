using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Exchange.Drawn;

/// <summary>Collects what a row draws. Polygons of a collection are taken together; points and lines beside them are passed over, and said; several points, or
/// lines alone, are refused, since they enclose no land.</summary>
internal sealed class DrawnBuilder(string file, int row, int mostPoints)
{
    private readonly List<double[][]> _polygons = [];
    private readonly List<(double X, double Y)> _points = [];
    private string? _line;
    private int _lines;
    private int _count;

    /// <summary>How the format says which rings are holes.</summary>
    public RingRoles Roles { get; set; }

    /// <summary>The first of two numbers is the northing or latitude.</summary>
    public bool IsNorthFirst { get; set; }

    /// <summary>The first thing found wrong.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>What the row draws beside its polygons, in words; null where there is nothing.</summary>
    public Phrase? Left => _polygons.Count == 0 ? null : Beside(_points.Count, _lines);

    /// <summary>What is said of points and lines beside polygons; null where there are none.</summary>
    public static Phrase? Beside(int points, int lines) => points + lines == 0 ? null
        : (Phrase)$"Only the polygons were taken; the row also draws points ({points}) and lines ({lines}).";

    public void Polygon(IReadOnlyList<double[]> rings)
    {
        if (rings.Count > 0 && rings[0].Length > 0)
        {
            _polygons.Add([.. rings]);
        }
    }

    public void Point(double x, double y) => _points.Add((x, y));

    public void Line(string kind)
    {
        _line ??= kind;
        _lines++;
    }

    public void Refuse(Phrase why) => Fault ??= Problems.GeometryBroken(file, row, why);

    /// <summary>Call for every position; false when it cannot be one.</summary>
    public bool Accept(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            Fault ??= Problems.CoordinateNotANumber(file, row, string.Create(CultureInfo.InvariantCulture, $"{x} {y}"));
            return false;
        }

        if (++_count > mostPoints)
        {
            Fault ??= Problems.FileBeyondLimit(file, $"{mostPoints} points in one row", row, "geometry");
            return false;
        }

        return true;
    }

    public DrawnGeometry Build()
    {
        if (Fault is not null)
        {
            return DrawnGeometry.None;
        }

        if (_polygons.Count > 0)
        {
            var drawn = DrawnGeometry.Of([.. _polygons], Roles, true);
            return IsNorthFirst ? drawn.Exchanged() : drawn;
        }

        if (_line is not null || _points.Count > 1)
        {
            Fault = Problems.GeometryWithoutArea(file, row, _line is null ? $"set of several points" : (Phrase)$"{new Word(_line)}");
            return DrawnGeometry.None;
        }

        return _points is not [var point] ? DrawnGeometry.None
            : IsNorthFirst ? DrawnGeometry.Point(point.Y, point.X) : DrawnGeometry.Point(point.X, point.Y);
    }
}
