using System.Globalization;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>The frame of a sheet with its grid of longitude and latitude, labelled at the edges in degrees, minutes and seconds; the scale
/// bar; north.</summary>
internal static class SheetGrid
{
    private static readonly double[] StepsSeconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18000, 36000];

    public static void Draw(Svg svg, MapSheet sheet, bool withLabels)
    {
        var unit = SheetGround.Unit(sheet);
        var (frame, box) = (sheet.Frame, sheet.Box);
        var step = Step(sheet);
        const double second = Core.Land.GridPoint.PerDegree / 3600.0;
        for (var s = Math.Ceiling(box.MinLon / second / step) * step; s <= box.MaxLon / second; s += step)
        {
            var x = sheet.Projection.At(s / 3600, 0).X;
            svg.Add("path", ("d", $"M{Svg.Number(x)} {Svg.Number(frame.Y)}V{Svg.Number(frame.Bottom)}"), ("stroke", "#5b6a70"), ("stroke-width", 0.5 * unit),
                ("stroke-opacity", 0.35));
            if (withLabels)
            {
                svg.Text(x, frame.Y - 3 * unit, Label(s, 'E', 'W'), 8.5 * unit, ("text-anchor", "middle"), ("fill", "#3b3b36"));
            }
        }

        for (var s = Math.Ceiling(box.MinLat / second / step) * step; s <= box.MaxLat / second; s += step)
        {
            var y = sheet.Projection.At(0, s / 3600).Y;
            svg.Add("path", ("d", $"M{Svg.Number(frame.X)} {Svg.Number(y)}H{Svg.Number(frame.Right)}"), ("stroke", "#5b6a70"), ("stroke-width", 0.5 * unit),
                ("stroke-opacity", 0.35));
            if (withLabels)
            {
                var x = frame.X - 3 * unit;
                svg.Text(x, y, Label(s, 'N', 'S'), 8.5 * unit, ("text-anchor", "middle"), ("fill", "#3b3b36"),
                    ("transform", $"rotate(-90 {Svg.Number(x)} {Svg.Number(y)})"));
            }
        }

        svg.Add("rect", ("x", frame.X), ("y", frame.Y), ("width", frame.Width), ("height", frame.Height), ("fill", "none"), ("stroke", "#1c1c1c"),
            ("stroke-width", 1.2 * unit));
    }

    /// <summary>A bar of a round length, about as long as asked, in alternating halves.</summary>
    public static void ScaleBar(Svg svg, MapSheet sheet, double x, double y, double length)
    {
        var unit = SheetGround.Unit(sheet);
        var metres = RoundLength(length / sheet.Projection.UnitsPerMetre);
        var wide = metres * sheet.Projection.UnitsPerMetre;
        for (var i = 0; i < 4; i++)
        {
            svg.Add("rect", ("x", x + i * wide / 4), ("y", y), ("width", wide / 4), ("height", 4 * unit), ("fill", i % 2 == 0 ? "#1c1c1c" : "#fff"),
                ("stroke", "#1c1c1c"), ("stroke-width", 0.6 * unit));
        }

        svg.Text(x, y + 14 * unit, "0", 9 * unit, ("fill", "#1c1c1c"));
        svg.Text(x + wide, y + 14 * unit, LengthText(metres), 9 * unit, ("fill", "#1c1c1c"), ("text-anchor", "middle"));
    }

    public static void North(Svg svg, MapSheet sheet, double x, double y)
    {
        var unit = SheetGround.Unit(sheet);
        svg.Open("g", ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)}) scale({Svg.Number(unit)})"));
        svg.Add("path", ("d", "M0 -16 7 8 0 3 -7 8Z"), ("fill", "#1c1c1c"), ("stroke", "#fff"), ("stroke-width", 1.5), ("paint-order", "stroke"));
        svg.Text(0, 20, "N", 12, ("text-anchor", "middle"), ("font-weight", "bold"), ("fill", "#1c1c1c"));
        svg.Close("g");
    }

    public static string LengthText(double metres) => metres >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:0.##} km")
        : string.Create(CultureInfo.InvariantCulture, $"{metres:0.##} m");

    /// <summary>The largest of 1, 2 or 5 times a power of ten that is not above.</summary>
    public static double RoundLength(double metres)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(metres)));
        return metres / power >= 5 ? 5 * power : metres / power >= 2 ? 2 * power : power;
    }

    /// <summary>About 30 mm or 150 points between lines.</summary>
    private static double Step(MapSheet sheet)
    {
        var (_, metresPerLat) = LocalProjection.MetresPerDegree(sheet.Box.MinLat / (double)Core.Land.GridPoint.PerDegree);
        var apart = (sheet.IsPaper ? 30 : 150) / sheet.Projection.UnitsPerMetre / metresPerLat * 3600;
        return StepsSeconds.FirstOrDefault(s => s >= apart, StepsSeconds[^1]);
    }

    private static string Label(double seconds, char positive, char negative)
    {
        var whole = (long)Math.Abs(Math.Round(seconds));
        var rest = whole % 60;
        return string.Create(CultureInfo.InvariantCulture,
            $"{whole / 3600}°{whole / 60 % 60:00}'{(rest == 0 ? "" : $"{rest:00}\"")}{(seconds < 0 ? negative : positive)}");
    }
}
