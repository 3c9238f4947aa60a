using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>How well it is known where the land of a report lies.</summary>
public static class ReportWhereabouts
{
    /// <summary>Of the part of which least is known.</summary>
    public static Whereabouts Of(Report report) => report.Parts.Select(Of).DefaultIfEmpty(Whereabouts.Nowhere).Max();

    public static Whereabouts Of(ReportPart part) => part.Shape is { IsEmpty: false } ? Whereabouts.Polygon : KnownWhereabouts.Of(Undrawn(part));

    /// <summary>Null where there is a polygon, or nothing at all.</summary>
    internal static UndrawnPlace? Undrawn(ReportPart part)
    {
        var place = string.IsNullOrWhiteSpace(part.Place) ? null : part.Place;
        return part.Shape is { IsEmpty: false } || part.Point is null && place is null ? null
            : new UndrawnPlace(part.Point, part.Point is null ? null : part.PositionAccuracyMetres, place);
    }
}
