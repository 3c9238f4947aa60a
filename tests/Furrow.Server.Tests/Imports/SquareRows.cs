using System.Text;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Imports;

/// <summary>A table of one drawn square a row, A0, A1 and so on, with the columns a test is about.</summary>
internal static class SquareRows
{
    /// <param name="word">What the file is imported as.</param>
    /// <param name="header">Headings of the columns behind code and drawing.</param>
    /// <param name="rows">What stands in them, row by row.</param>
    public static ImportPlan Plan(string word, string header, IEnumerable<string> rows, Func<ImportOptions, ImportOptions>? more)
    {
        var options = new ImportOptions
        {
            As = ImportAs.Find(word)!,
            On = new ReportDate(new DateOnly(2018, 12, 31)),
            Organisation = "Survey office",
            By = Actor.Named("ann"),
            At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Reading = new ReadOptions { Crs = "EPSG:4326" },
        };
        const string Land = "\"POLYGON((17 44,17.001 44,17.001 44.001,17 44.001,17 44))\"";
        var text = $"Code,WKT,{header}\n" + string.Concat(rows.Select((row, i) => $"A{i},{Land},{row}\n"));
        return ImportPlan.Prepare(SourceFile.Of("a.csv", Encoding.UTF8.GetBytes(text)), more?.Invoke(options) ?? options, ProgrammeState.Empty);
    }
}
