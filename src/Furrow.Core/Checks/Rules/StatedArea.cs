using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>The m² typed by the reporter against the m² of the polygon. Allowed: a share of the area, or a strip along the whole edge as wide as
/// positions are inaccurate, whichever is more.</summary>
public static class StatedArea
{
    public static readonly Check Check = new("stated-area", Severity.Warning, "Stated and computed area differ by more than drawing explains.", Judge)
    {
        Concerns = s => s.Report.Parts.Any(static p => p.StatedSquareMetres is not null),
    };

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.Shape is null || part.Index >= s.Report.Parts.Count || s.Report.Parts[part.Index] is not { StatedSquareMetres: { } stated } reported)
            {
                continue;
            }

            var computed = part.AreaMicro / 1e6;
            var accuracy = reported.PositionAccuracyMetres ?? s.Context.Settings.PositionAccuracyMetres;
            var allowed = Math.Max(computed * s.Context.Settings.StatedAreaTolerancePercent / 100,
                GroundMeasure.PerimeterMetres(part.Shape.Polygons) * accuracy);
            // "not within" also catches a stated area that is not a number.
            if (!(Math.Abs(stated - computed) <= allowed))
            {
                yield return s.Found(Check, CauseOf(stated, computed, s.Report.Organisation),
                    SentenceOf(stated, computed, allowed),
                    FixOf(stated, computed, part.Index), part.Index, part.AreaMicro);
            }
        }
    }

    private static Phrase SentenceOf(double stated, double computed, double allowed) => $"Stated {stated:#,0} m², drawn {computed:#,0} m²: "
        + $"{Math.Abs(stated - computed):#,0} m² apart, {allowed:#,0} m² would be explained.";

    private static string CauseOf(double stated, double computed, string organisation) =>
        UnitOf(stated, computed) is { } unit ? $"unit-{unit}" : organisation;

    /// <summary>The unit the number was probably typed in, when it fits another one within a tenth.</summary>
    private static string? UnitOf(double stated, double computed) =>
        Fits(stated * 10_000, computed) ? "hectares" : Fits(stated * 1_000_000, computed) ? "square-kilometres"
        : Fits(stated * 1_000, computed) ? "dunams" : null;

    private static bool Fits(double a, double b) => b > 0 && Math.Abs(a - b) <= b / 10;

    private static Fix FixOf(double stated, double computed, int part) => UnitOf(stated, computed) is { } unit
        ? new Fix("convert-unit", $"The number fits when read as {new Word(unit.Replace('-', ' '))}: convert the column.", r => Converted(r, part, SquareMetresOf(unit)))
        : new Fix("ask", $"Ask which of the two is right. The ledger counts the polygon; the stated number is kept beside it.");

    private static double SquareMetresOf(string unit) => unit switch { "hectares" => 10_000, "square-kilometres" => 1_000_000, _ => 1_000 };

    private static Report Converted(Report report, int part, double squareMetres) => report with
    {
        Parts = [.. report.Parts.Select((p, i) => i == part ? p with { StatedSquareMetres = p.StatedSquareMetres * squareMetres } : p)],
    };
}
