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

    /// <summary>How the drawing of a part that was mended is read, or why that is not told. Null where nothing drawn was mended.</summary>
    public static KeptReadings? ReadingsOf(ReportPart part, CancellationToken stop)
    {
        if (part is not { Repairs.Count: > 0, Shape: { IsEmpty: false } shape })
        {
            return null;
        }

        if (part.Drawn is not { Text: { } text, Reference: var reference })
        {
            return new(null, ReadingsGap.NotKept);
        }

        if (text.Length > LongestText)
        {
            return new(null, ReadingsGap.TooLong);
        }

        if (Read(text, reference) is not { } row || GridConversion.ToGrid(row).Value is not { Polygons.Count: > 0 } drawn)
        {
            return new(null, ReadingsGap.Unreadable);
        }

        var mended = ShapeRepair.Mend(drawn.Polygons, ReportKinds.IsRelease(part.Effect), drawn.Roles, NodingBudget.Standard(stop));
        return shape.Equals(mended.Shape) ? new(mended.Doubt is { AreaMicro: > 0 } ? mended.Doubt : null, null) : new(null, ReadingsGap.OtherLand);
    }

    /// <summary>A drawing as a text and its system, as a table of one row; null where it cannot be read.</summary>
    private static InputRow? Read(string text, string crs)
    {
        var table = "wkt\n\"" + text.Replace("\"", "", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"\n";
        return FormatDetector.Open(SourceFile.Of("drawing.csv", Encoding.UTF8.GetBytes(table)), new ReadOptions { Crs = crs }).Value?.Rows.FirstOrDefault();
    }
}

/// <summary>How a drawing that was mended is read.</summary>
/// <param name="Doubt">The land between its readings; null where there is one reading, or a gap.</param>
public readonly record struct KeptReadings(DrawingDoubt? Doubt, ReadingsGap? Gap);

/// <summary>Why the readings of a drawing are not told.</summary>
public enum ReadingsGap
{
    NotKept,
    TooLong,
    Unreadable,

    /// <summary>What is made of it today is not the land of the report: that was drawn anew since, or mended by an older rule.</summary>
    OtherLand,
}
