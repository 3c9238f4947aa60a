using Furrow.Core.Land;
using Furrow.Server.Answers;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>Records without polygon on a sheet: a diamond in the colour of what they say, with a broken circle of how well the place is known.</summary>
internal static class SheetPoints
{
    /// <summary>Half the height of a diamond on a screen.</summary>
    private const double Half = 6;

    public static IReadOnlyList<UndrawnRecord> Of(IEnumerable<UndrawnRecord> points, MapSheet sheet, DateOnly date, KindSet kind) =>
        kind == KindSet.Custody ? [] : [.. points.Where(r => r.Claim.On <= date
            && (kind == KindSet.Overall || (r.Claim.Kinds & kind) != 0) && sheet.Box.Contains(r.At))];

    public static void Draw(Svg svg, MapSheet sheet, IReadOnlyList<UndrawnRecord> points)
    {
        var unit = SheetGround.Unit(sheet);
        foreach (var record in points)
        {
            var (x, y) = sheet.Projection.At(record.At);
            if (record.ReachMetres is > 0 and var accuracy)
            {
                svg.Add("circle", ("cx", x), ("cy", y), ("r", accuracy * sheet.Projection.UnitsPerMetre), ("fill", "none"), ("stroke", "#1c1c1c"),
                    ("stroke-width", 0.8 * unit), ("stroke-dasharray", $"{Svg.Number(3 * unit)} {Svg.Number(2 * unit)}"));
            }

            Symbol(svg, x, y, unit, StatusPrintStyle.Colour(EffectStyle.Of(record.Claim.Effect)), record.ByPlace);
        }
    }

    public static void Legend(Svg svg, MapSheet sheet, Texts words, bool byPlace, double x, double y)
    {
        var unit = SheetGround.Unit(sheet);
        Symbol(svg, x + 8 * unit, y + 5.5 * unit, unit, "#9aa39d", byPlace);
        svg.Text(x + 22 * unit, y + 9.5 * unit, words[byPlace ? "map.by-place" : "map.points"], 11 * unit, ("fill", "#1c1c1c"));
    }

    /// <summary>Full for a point; hollow where only the name of the place is known.</summary>
    private static void Symbol(Svg svg, double x, double y, double unit, string colour, bool isHollow)
    {
        var half = Half * unit;
        svg.Add("path", ("d", $"M{Svg.Number(x)} {Svg.Number(y - half)}L{Svg.Number(x + half)} {Svg.Number(y)}L{Svg.Number(x)} {Svg.Number(y + half)}L{
            Svg.Number(x - half)} {Svg.Number(y)}z"), ("fill", isHollow ? "#fff" : colour), ("stroke", isHollow ? colour : "#1c1c1c"),
            ("stroke-width", (isHollow ? 2.4 : 1.2) * unit));
    }
}
