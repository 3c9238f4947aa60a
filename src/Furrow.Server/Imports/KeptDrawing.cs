using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;

namespace Furrow.Server.Imports;

/// <summary>The drawing of a report that was mended, as it is kept with the report: read again, it has the readings it had when it came in.</summary>
public static class KeptDrawing
{
    /// <summary>A longer one is not read again for a page.</summary>
    private const int LongestText = 300_000;

    /// <summary>The land between the readings. Null where nothing was mended, the drawing is not kept, or what is made of it today is not the land of the
    /// report: it was drawn anew since, or mended by an older rule.</summary>
    public static DrawingDoubt? DoubtOf(ReportPart part, CancellationToken stop)
    {
        if (part is not { Repairs.Count: > 0, Shape: { IsEmpty: false } shape, Drawn: { Text: { Length: <= LongestText } text, Reference: var reference } }
            || Read(text, reference) is not { } row || GridConversion.ToGrid(row).Value is not { Polygons.Count: > 0 } drawn)
        {
            return null;
        }

        var mended = ShapeRepair.Mend(drawn.Polygons, ReportKinds.IsRelease(part.Effect), drawn.Roles, NodingBudget.Standard(stop));
        return mended is { Doubt.AreaMicro: > 0 } && shape.Equals(mended.Shape) ? mended.Doubt : null;
    }

    /// <summary>A drawing as a text and its system, as a table of one row; null where it cannot be read.</summary>
    private static InputRow? Read(string text, string crs)
    {
        var table = "wkt\n\"" + text.Replace("\"", "", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"\n";
        return FormatDetector.Open(SourceFile.Of("drawing.csv", Encoding.UTF8.GetBytes(table)), new ReadOptions { Crs = crs }).Value?.Rows.FirstOrDefault();
    }
}
