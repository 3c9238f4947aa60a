using Furrow.Core.Land;
using Furrow.Server.Pages.Parts;

namespace Furrow.Server.Api.Picture;

/// <summary>Colours and hatches of statuses on white paper; the same as the light colours of the pages. The hatch tells what the colour tells, for those who
/// do not see the colour and for black and white printers.</summary>
internal static class StatusPrintStyle
{
    public static string Colour(LandStatus status) => status switch
    {
        LandStatus.Suspected => "#f4a718",
        LandStatus.Confirmed => "#dd2c22",
        LandStatus.SurveyedNoEvidence => "#c9d8e6",
        LandStatus.Cancelled => "#d3e59a",
        LandStatus.Reduced => "#97cc84",
        LandStatus.Cleared => "#2f8a4c",
        LandStatus.ReleasedUnderInvestigation => "#8d5bb0",
        LandStatus.NotHandedOver => "#d9c9a3",
        LandStatus.HandedOver => "#3f86a8",
        LandStatus.TakenBack => "#b0695b",
        _ => "#eceeeb",
    };

    public static string Hatch(LandStatus status) => "hatch-" + Statuses.NameOf(status);

    /// <summary>One pattern for each status drawn.</summary>
    /// <param name="size">Side of a pattern tile in sheet units.</param>
    public static void Patterns(Svg svg, IEnumerable<LandStatus> statuses, double size)
    {
        svg.Open("defs");
        foreach (var status in statuses.Distinct())
        {
            if (StatusStyle.Hatch(status) is not { } hatch)
            {
                continue;
            }

            svg.Open("pattern", ("id", Hatch(status)), ("width", size), ("height", size), ("patternUnits", "userSpaceOnUse"), ("viewBox", "0 0 8 8"));
            svg.Add("path", ("d", hatch), ("fill", "none"), ("stroke", "#1c1c1c"), ("stroke-width", 0.9), ("stroke-opacity", 0.65),
                ("stroke-linecap", "round"));
            svg.Close("pattern");
        }

        svg.Close("defs");
    }

    /// <summary>An area of land in its colour, hatch and outline.</summary>
    public static void Area(Svg svg, LandStatus status, string path, double lineWidth)
    {
        svg.Add("path", ("d", path), ("fill", Colour(status)), ("fill-opacity", 0.6), ("fill-rule", "evenodd"), ("stroke", "#1c1c1c"),
            ("stroke-width", lineWidth), ("stroke-linejoin", "round"));
        if (StatusStyle.Hatch(status) is not null)
        {
            svg.Add("path", ("d", path), ("fill", $"url(#{Hatch(status)})"), ("fill-rule", "evenodd"));
        }
    }
}
