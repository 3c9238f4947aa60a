using Furrow.Core.Land;

namespace Furrow.Server.Api.Picture;

/// <summary>Draws the base map of a sheet: sea, coast, water, roads, places. Sizes are for a screen point and a third of that in millimetres.</summary>
internal static class SheetGround
{
    private const string Sea = "#dfe9ee";
    private const string LandColour = "#fbfaf5";
    private const string Water = "#7fa9c4";

    public static void Draw(Svg svg, MapSheet sheet, IReadOnlyList<BaseFeature> ground)
    {
        var unit = Unit(sheet);
        var hasCoast = ground.Any(f => f.Kind == BaseKind.Coast);
        svg.Add("rect", ("x", sheet.Frame.X), ("y", sheet.Frame.Y), ("width", sheet.Frame.Width), ("height", sheet.Frame.Height),
            ("fill", hasCoast ? Sea : LandColour));
        foreach (var feature in ground.Where(f => f.Kind < BaseKind.Place && Touches(f, sheet.Box)).OrderBy(f => f.Kind).ThenByDescending(f => f.Rank))
        {
            var path = PathData.Lines(feature.Parts, sheet.Projection, feature.Kind is BaseKind.Coast or BaseKind.Lake);
            var (fill, stroke, width) = feature.Kind switch
            {
                BaseKind.Coast => (LandColour, "#8fa7b3", 1.0),
                BaseKind.Lake => (Sea, Water, 0.8),
                BaseKind.Contour => ("none", "#e2d9c4", 0.6),
                BaseKind.River => ("none", Water, feature.Rank == 0 ? 1.6 : 0.9),
                _ => ("none", "#b3a78d", feature.Rank == 0 ? 2.0 : 1.0),
            };
            svg.Add("path", ("d", path), ("fill", fill), ("stroke", stroke), ("stroke-width", width * unit), ("stroke-linejoin", "round"),
                ("stroke-linecap", "round"));
        }
    }

    /// <summary>Names stand above the land, with a white edge so that they read on every hatch.</summary>
    public static void Names(Svg svg, MapSheet sheet, IReadOnlyList<BaseFeature> ground)
    {
        var unit = Unit(sheet);
        foreach (var feature in ground.Where(f => f.Kind >= BaseKind.Place && Touches(f, sheet.Box)))
        {
            var (x, y) = sheet.Projection.At(feature.Parts[0][0]);
            var colour = feature.Kind switch { BaseKind.Spring => Water, BaseKind.Summit => "#8a7550", _ => "#3b3b36" };
            svg.Add("circle", ("cx", x), ("cy", y), ("r", (feature.Kind == BaseKind.Place && feature.Rank == 0 ? 3.2 : 2.0) * unit), ("fill", "#fff"),
                ("stroke", colour), ("stroke-width", 1.2 * unit));
            if (feature.Name is { } name && feature.Kind != BaseKind.Spring)
            {
                svg.Text(x + 5 * unit, y + 4 * unit, name, (feature.Rank == 0 ? 13 : 11) * unit, ("fill", colour),
                    ("stroke", "#fff"), ("stroke-width", 2.6 * unit), ("stroke-opacity", 0.85), ("paint-order", "stroke"), ("stroke-linejoin", "round"));
            }
        }
    }

    /// <summary>Sheet units to what is one point on a screen.</summary>
    public static double Unit(MapSheet sheet) => sheet.IsPaper ? 0.28 : 1;

    private static bool Touches(BaseFeature feature, GridBox box) =>
        feature.Parts.SelectMany(p => p).Aggregate(GridBox.Empty, (all, p) => all.With(p)).Intersects(box);
}
