using Furrow.Core.Land;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>Records with a point and no polygon on a sheet: a diamond in the colour of what they say, with a broken circle of how well the point is known.</summary>
internal static class SheetPoints
{
    /// <summary>Half the height of a diamond on a screen.</summary>
    private const double Half = 6;

    public static IReadOnlyList<LandClaim> Of(IEnumerable<LandClaim> points, MapSheet sheet, DateOnly date, KindSet kind) => kind == KindSet.Custody ? []
        : [.. points.Where(c => c.On <= date && (kind == KindSet.Overall || (c.Kinds & kind) != 0) && sheet.Box.Contains(c.Undrawn!.Point!.Value))];

    public static void Draw(Svg svg, MapSheet sheet, IReadOnlyList<LandClaim> points)
    {
        var unit = SheetGround.Unit(sheet);
        foreach (var claim in points)
        {
            var at = claim.Undrawn!.Point!.Value;
            var (x, y) = sheet.Projection.At(at);
            if (claim.Undrawn.AccuracyMetres is > 0 and var accuracy)
            {
                svg.Add("circle", ("cx", x), ("cy", y), ("r", accuracy * sheet.Projection.UnitsPerMetre), ("fill", "none"), ("stroke", "#1c1c1c"),
                    ("stroke-width", 0.8 * unit), ("stroke-dasharray", $"{Svg.Number(3 * unit)} {Svg.Number(2 * unit)}"));
            }

            Symbol(svg, x, y, unit, StatusInk.Colour(ReportLook.Of(claim.Effect)));
        }
    }

    public static void Legend(Svg svg, MapSheet sheet, Texts words, double x, double y)
    {
        var unit = SheetGround.Unit(sheet);
        Symbol(svg, x + 8 * unit, y + 5.5 * unit, unit, "#fff");
        svg.Text(x + 22 * unit, y + 9.5 * unit, words["map.points"], 11 * unit, ("fill", "#1c1c1c"));
    }

    private static void Symbol(Svg svg, double x, double y, double unit, string colour)
    {
        var half = Half * unit;
        svg.Add("path", ("d", $"M{Svg.Number(x)} {Svg.Number(y - half)}L{Svg.Number(x + half)} {Svg.Number(y)}L{Svg.Number(x)} {Svg.Number(y + half)}L{
            Svg.Number(x - half)} {Svg.Number(y)}z"), ("fill", colour), ("stroke", "#1c1c1c"), ("stroke-width", 1.2 * unit));
    }
}
