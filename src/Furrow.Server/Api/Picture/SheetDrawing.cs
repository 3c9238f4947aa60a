using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Parts;
using Furrow.Server.Tiles;

namespace Furrow.Server.Api.Picture;

/// <summary>What a picture of the map shows.</summary>
internal sealed record SheetQuestion(DateOnly Date, KindSet Kind, int KnownAt);

/// <summary>Draws the map without a browser: for those without script or WebGL, and on paper true to scale.</summary>
internal static class SheetDrawing
{
    public static string Draw(ProgrammeState state, LandTiles tiles, MapSheet sheet, SheetQuestion question)
    {
        var words = Texts.Current;
        var unit = SheetGround.Unit(sheet);
        var ground = BaseMap.For(state);
        var land = SheetLand.Of(tiles, state.Land, sheet, question.Date, question.Kind, question.KnownAt);
        var points = SheetPoints.Of(tiles.Points(state, question.KnownAt), sheet, question.Date, question.Kind);
        var svg = new Svg();
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", $"0 0 {Svg.Number(sheet.Width)} {Svg.Number(sheet.Height)}"),
            ("width", Svg.Number(sheet.Width) + sheet.Unit), ("height", Svg.Number(sheet.Height) + sheet.Unit), ("role", "img"),
            ("font-family", "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif"));
        svg.Element("title", Title(state, words, question));
        StatusPrintStyle.Patterns(svg, land.Select(l => l.Status), (sheet.IsPaper ? 2.4 : 8));
        svg.Open("clipPath", ("id", "frame"))
            .Add("rect", ("x", sheet.Frame.X), ("y", sheet.Frame.Y), ("width", sheet.Frame.Width), ("height", sheet.Frame.Height)).Close("clipPath");
        svg.Add("rect", ("width", sheet.Width), ("height", sheet.Height), ("fill", "#fff"));
        svg.Open("g", ("clip-path", "url(#frame)"));
        SheetGround.Draw(svg, sheet, ground);
        foreach (var (status, polygons) in land)
        {
            StatusPrintStyle.Area(svg, status, PathData.Polygons(polygons, sheet.Projection), 0.7 * unit);
        }

        SheetPoints.Draw(svg, sheet, points);
        SheetGround.Names(svg, sheet, ground);
        if (state.IsExercise)
        {
            Watermark(svg, sheet);
        }

        svg.Close("g");
        SheetGrid.Draw(svg, sheet, withLabels: sheet.IsPaper);
        if (sheet.IsPaper)
        {
            SheetFoot.Draw(svg, state, words, sheet, question, [.. land.Select(l => l.Status)], points);
        }
        else
        {
            ScreenCorners(svg, sheet, words, [.. land.Select(l => l.Status)], points);
        }

        return svg.Close("svg").ToString();
    }

    public static string Title(ProgrammeState state, Texts words, SheetQuestion question) =>
        (state.IsExercise ? "EXERCISE · " : "") + $"{state.Opened?.Name} · {LandQuery.Iso(question.Date)} · {Words.Kind(words, question.Kind)}";

    private static void Watermark(Svg svg, MapSheet sheet)
    {
        var size = Math.Min(sheet.Frame.Width, sheet.Frame.Height) / 7;
        for (var row = 0; row < 3; row++)
        {
            var (x, y) = (sheet.Frame.X + sheet.Frame.Width * (row + 0.5) / 3, sheet.Frame.Y + sheet.Frame.Height * (row + 0.6) / 3);
            svg.Text(x, y, "EXERCISE", size, ("text-anchor", "middle"), ("font-weight", "bold"), ("fill", "#1c1c1c"), ("fill-opacity", 0.1),
                ("letter-spacing", size / 12), ("transform", $"rotate(-24 {Svg.Number(x)} {Svg.Number(y)})"));
        }
    }

    private static void ScreenCorners(Svg svg, MapSheet sheet, Texts words, IReadOnlyList<LandStatus> statuses, IReadOnlyList<UndrawnRecord> points)
    {
        SheetGrid.North(svg, sheet, sheet.Width - 22, 28);
        var lines = statuses.Count + points.DistinctBy(p => p.ByPlace).Count();
        var high = 18 * lines;
        if (lines > 0)
        {
            svg.Add("rect", ("x", 8.0), ("y", 8.0), ("width", points.Count > 0 ? 250.0 : 190.0), ("height", high + 8.0),
                ("rx", 4.0), ("fill", "#fff"), ("fill-opacity", 0.88));
            SheetFoot.Legend(svg, sheet, words, statuses, points, 16, 16, 18, int.MaxValue);
        }

        svg.Add("rect", ("x", 8.0), ("y", sheet.Height - 34), ("width", 190.0), ("height", 26.0), ("rx", 4.0), ("fill", "#fff"), ("fill-opacity", 0.88));
        SheetGrid.ScaleBar(svg, sheet, 16, sheet.Height - 28, 140);
    }
}
