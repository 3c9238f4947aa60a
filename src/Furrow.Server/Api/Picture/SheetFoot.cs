using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>Below the frame of a paper sheet: what the sheet shows and as of when, the legend, the scale, and what unrecorded means.</summary>
internal static class SheetFoot
{
    public static void Draw(Svg svg, ProgrammeState state, Texts words, MapSheet sheet, SheetQuestion question, IReadOnlyList<LandStatus> statuses,
        IReadOnlyList<UndrawnRecord> points)
    {
        var (left, top, right) = (sheet.Frame.X, sheet.Frame.Bottom + 6, sheet.Frame.Right);
        svg.Text(left, top, state.Opened?.Name ?? "", 4.6, ("font-weight", "bold"), ("fill", "#1c1c1c"));
        svg.Text(left, top + 5,
            $"{words["map.date"]} {LandQuery.Iso(question.Date)} · {Words.Kind(words, question.Kind)} · {words["map.known-at"]} {question.KnownAt}", 3,
            ("fill", "#3b3b36"));
        svg.Text(left, top + 9.4, words["map.unknown-not-safe"], 3, ("font-weight", "bold"), ("fill", "#7a1414"));
        svg.Text(right, top, $"1 : {sheet.Scale?.ToString("#,0", CultureInfo.InvariantCulture)}", 4.6, ("text-anchor", "end"), ("font-weight", "bold"),
            ("fill", "#1c1c1c"));
        svg.Text(right, top + 5, "WGS 84", 3, ("text-anchor", "end"), ("fill", "#3b3b36"));
        SheetGrid.ScaleBar(svg, sheet, left, top + 15, 45);
        SheetGrid.North(svg, sheet, sheet.Frame.Right - 8, sheet.Frame.Y + 9);
        Legend(svg, sheet, words, statuses, points, left + 66, top + 13, 5, 3);
        if (state.IsExercise)
        {
            svg.Text(sheet.Width / 2, top, "EXERCISE", 5.5, ("text-anchor", "middle"), ("font-weight", "bold"), ("letter-spacing", 1.2), ("fill", "#1c1c1c"));
            svg.Text(sheet.Width / 2, sheet.Frame.Y - 6, "EXERCISE", 4.2, ("text-anchor", "middle"), ("font-weight", "bold"), ("letter-spacing", 1.2),
                ("fill", "#1c1c1c"));
        }
    }

    /// <summary>One swatch and name for each status drawn, and the symbol of points, in columns.</summary>
    public static void Legend(Svg svg, MapSheet sheet, Texts words, IReadOnlyList<LandStatus> statuses, IReadOnlyList<UndrawnRecord> points,
        double x, double y, double step, int rows)
    {
        var unit = SheetGround.Unit(sheet);
        List<bool> symbols = [.. points.Select(p => p.ByPlace).Distinct().Order()];
        for (var i = 0; i < statuses.Count + symbols.Count; i++)
        {
            var (left, top) = (x + i / rows * 160 * unit, y + i % rows * step);
            if (i >= statuses.Count)
            {
                SheetPoints.Legend(svg, sheet, words, symbols[i - statuses.Count], left, top);
                continue;
            }

            StatusPrintStyle.Area(svg, statuses[i],
                $"M{Svg.Number(left)} {Svg.Number(top)}h{Svg.Number(16 * unit)}v{Svg.Number(11 * unit)}h{Svg.Number(-16 * unit)}z", 0.7 * unit);
            svg.Text(left + 22 * unit, top + 9.5 * unit, Words.Status(words, statuses[i]), 11 * unit, ("fill", "#1c1c1c"));
        }
    }
}
