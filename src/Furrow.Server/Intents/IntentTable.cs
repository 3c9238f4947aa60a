using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Exchange;
using Furrow.Exchange.Formats;

namespace Furrow.Server.Intents;

/// <summary>One row of a table as an intent.</summary>
/// <param name="Row">From 1, below the headings.</param>
/// <param name="Problem">Why it cannot be judged, by file, row and heading; null when it can.</param>
public sealed record IntentRow(int Row, IntentDraft Draft, Problem? Problem);

/// <summary>What somebody says of a table beyond what it says itself.</summary>
/// <param name="Columns">Headings and the fields they are; a heading with an empty field is left out.</param>
/// <param name="Constants">Values of fields no column gives.</param>
/// <param name="Reading">Sheet, encoding, hidden cells.</param>
public sealed record IntentTableOptions(IReadOnlyList<(string Heading, string Field)> Columns, IReadOnlyDictionary<string, string> Constants,
    ReadOptions Reading);

/// <summary>A heading of a table, and the field it is read as; null where nobody knows, or it is left out.</summary>
public sealed record IntentHeading(string Heading, FieldDescription? Field, bool IsLeft, IReadOnlyList<string> Samples);

/// <summary>A table read as one intent a row: which column is which field, and every row. Nothing in it is guessed: a heading is a field when it is the field's
/// name or label in one of the languages of the program, or when somebody says so.</summary>
public sealed record IntentTable(string File, IReadOnlyList<(string Heading, FieldDescription? Field)> Columns, IReadOnlyList<IntentRow> Rows,
    IReadOnlyList<Problem> Warnings)
{
    private static readonly string[] Tables = ["CSV", "XLSX"];

    /// <summary>A table may have so many rows: each becomes an act of its own.</summary>
    private const int MostRows = 20_000;

    /// <summary>Rows of which values are shown.</summary>
    private const int Shown = 20;

    public static Outcome<IntentTable> Read(Intent intent, SourceFile file, IntentTableOptions options)
    {
        // The place a table gives is no place of a report: its columns are read as they stand.
        var reading = options.Reading with { Geometry = new GeometryColumns() };
        var headings = Headings(file, reading);
        if (headings.IsRefused)
        {
            return headings.Problem!;
        }

        var rows = Open(file, reading with { Leave = headings.Value! });
        if (rows.IsRefused)
        {
            return rows.Problem!;
        }

        var read = rows.Value!.Rows.Take(MostRows + 1).ToList();
        if (rows.Value.Problems.Count > 0 || read.Count > MostRows)
        {
            return rows.Value.Problems.Count > 0 ? rows.Value.Problems[0] : Problems.FileBeyondLimit(file.Name, $"{MostRows} rows");
        }

        var columns = IntentColumns.Of(intent, headings.Value!, options, [.. headings.Value!.Where(h => read.Any(r => !Codes.IsBlank(r[h])))], file.Name);
        return columns.IsRefused ? columns.Problem!
            : new IntentTable(file.Name, columns.Value!.All, [.. read.Select(r => Row(intent, r, columns.Value!, options.Constants))], rows.Value.Warnings);
    }

    /// <summary>How the file was read, with its headings and the field each is read as as far as that is known; also where not every heading is.</summary>
    public static Outcome<FileReading> Look(Intent intent, SourceFile file, IntentTableOptions options, out IReadOnlyList<IntentHeading> headings)
    {
        var reading = options.Reading with { Geometry = new GeometryColumns() };
        headings = [];
        var opened = Open(file, reading);
        if (opened.Value is not { } read)
        {
            return opened;
        }

        List<InputRow> first = [.. read.Rows.Take(Shown)];
        if (read.Problems.Count == 0 && first.Count > 0)
        {
            // Columns called as a place are none here: they are read as they stand.
            read = Open(file, reading with { Leave = [.. first[0].Fields.Select(f => f.Name)] }).Value ?? read;
            first = [.. read.Rows.Take(Shown)];
        }

        headings = first.Count == 0 ? [] : IntentColumns.Headings(intent, first, options);
        return read;
    }

    private static Outcome<FileReading> Open(SourceFile file, ReadOptions options)
    {
        var opened = FormatDetector.Open(file, options);
        return opened.IsRefused || Tables.Contains(opened.Value!.Format) ? opened : Problems.IntentNotATable(file.Name, opened.Value.Format);
    }

    private static Outcome<IReadOnlyList<string>> Headings(SourceFile file, ReadOptions reading)
    {
        var opened = Open(file, reading);
        if (opened.IsRefused)
        {
            return opened.Problem!;
        }

        var first = opened.Value!.Rows.FirstOrDefault();
        return first is not null ? first.Fields.Select(f => f.Name).ToList()
            : opened.Value.Problems.Count > 0 ? opened.Value.Problems[0] : Problems.FileHasNoRows(file.Name, opened.Value.Format);
    }

    private static IntentRow Row(Intent intent, InputRow row, IntentColumns columns, IReadOnlyDictionary<string, string> constants)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, text) in constants)
        {
            typed[name] = [text];
        }

        var doubted = row.Problem;
        foreach (var (heading, field) in columns.Fields)
        {
            var cell = row.Fields.First(f => f.Name == heading);
            if (!Codes.IsBlank(cell.Value))
            {
                var read = IntentCell.Read(intent, field, cell);
                typed[field.Name] = read.Value ?? [cell.Value!];
                doubted ??= row.Doubts?.GetValueOrDefault(heading) is { } doubt
                    ? Problems.RowBroken(row.File, row.Row, doubt.Why) with { Where = new ProblemPlace(row.File, row.Row, heading) }
                    : read.Problem is { } unread ? unread with { Where = new ProblemPlace(row.File, row.Row, heading) } : null;
            }
        }

        var draft = IntentReading.Read(intent.Description, typed);
        return new IntentRow(row.Row, draft, doubted ?? (draft.IsRefused ? IntentColumns.Placed(draft.Problems[0], row.File, row.Row, columns.All) : null));
    }

    /// <summary>A refusal of a rule with file, row and the heading that people see above the cell.</summary>
    public Problem Placed(Problem problem, IntentRow row) => IntentColumns.Placed(problem, File, row.Row, Columns);
}
