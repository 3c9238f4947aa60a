using Furrow.Exchange.Csv;
using Furrow.Exchange.Exports;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Furrow.Store;

namespace Furrow.Server.Verbs;

/// <summary>The verdict of every row as a table of its own, for those who sent the file.</summary>
internal static class VerdictFile
{
    private static readonly IReadOnlyList<ExportColumn> Columns =
    [
        new("row", ExportType.Whole),
        new("rows", ExportType.Whole),
        new("verdict", ExportType.Text),
        new("code", ExportType.Text),
        new("problem", ExportType.Text),
        new("field", ExportType.Text),
        new("why", ExportType.Text),
        new("repairs", ExportType.Text),
        new("notes", ExportType.Text),
        new("area_change_square_metres", ExportType.Number),
        new("area_square_metres", ExportType.Number),
    ];

    public static void Write(ImportPlan plan, string path)
    {
        using var output = new OutputFile(path);
        new CsvWriter().Write(new ExportTable(plan.File, plan.IsExercise, ExportGeometry.None, Columns, plan.Rows.Select(Line)), output.Content);
        output.Finish();
    }

    private static ExportRow Line(RowVerdict row) => new(
    [
        row.Row,
        row.Rows,
        ImportTables.Word(row.Verdict),
        row.Code,
        row.Problem?.Code,
        row.Problem?.Where?.Field,
        row.Problem?.Sentence,
        string.Join(" ", row.Repairs.Select(r => r.Sentence)),
        string.Join(" ", row.Notes.Select(n => n.ToString())),
        row.AreaChangeSquareMetres,
        Names.Area(row.AreaMicro),
    ]);
}
