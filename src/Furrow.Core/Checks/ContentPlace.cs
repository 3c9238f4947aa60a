using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Where a report is looked for that says what another says: by the corner of its outline, by its point, or, of one that lies nowhere, by what it says
/// of its place, its size and who reports.</summary>
public readonly record struct ContentPlace
{
    /// <summary>So wide that what is known again lies in the cell of the other or in one beside it.</summary>
    private const long CellSteps = 2 * PointIndex.SameWithin;

    private readonly char _kind;
    private readonly long _x;
    private readonly long _y;
    private readonly string _text;

    private ContentPlace(char kind, long x, long y, string text) => (_kind, _x, _y, _text) = (kind, x, y, text);

    public bool IsOfOutline => _kind == 'a';

    /// <param name="bounds">The box around its land.</param>
    public static ContentPlace Of(GridBox bounds) => new('a', CellOf(bounds.MinLon), CellOf(bounds.MinLat), "");

    public static ContentPlace Of(GridPoint point) => new('p', CellOf(point.Lon), CellOf(point.Lat), "");

    public static ContentPlace Of(Report report)
    {
        var bounds = report.Parts.Aggregate(GridBox.Empty, (box, p) => p.Shape is { IsEmpty: false } shape ? box.With(shape.Bounds) : box);
        return !bounds.IsEmpty ? Of(bounds) : report.Parts is not [var part, ..] ? new('-', 0, 0, "") : part.Point is { } point ? Of(point)
            : new('n', 0, 0, $"{(int)report.Kind} {(int)part.Effect} {Codes.Key(report.Organisation)} {Codes.Key(part.Place ?? "")} "
                + $"{Math.Round(part.StatedSquareMetres ?? -1)}");
    }

    /// <summary>Itself, and the cells beside it.</summary>
    public IEnumerable<ContentPlace> Near()
    {
        yield return this;
        if (_kind is not ('a' or 'p'))
        {
            yield break;
        }

        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if ((dx, dy) != (0, 0))
                {
                    yield return new ContentPlace(_kind, _x + dx, _y + dy, _text);
                }
            }
        }
    }

    private static long CellOf(long step) => Math.DivRem(step, CellSteps).Quotient - (step < 0 ? 1 : 0);
}
