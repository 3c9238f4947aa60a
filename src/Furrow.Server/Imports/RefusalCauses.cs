using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>Rows refused for one and the same reason: a thousand rows with the status "Not cleared" are one question, not a thousand.</summary>
/// <param name="Field">The column; or the field, where no column is read as it.</param>
/// <param name="IsField">It is a field: said in words, not as a mapping file names it.</param>
public sealed record RefusalCause(string Code, string? Field, Phrase Phrase, int Rows, int FirstRow, bool IsField)
{
    public string Sentence => Phrase.ToString();
}

/// <summary>A word of the file whose meaning nobody has said, and how many rows wait for it.</summary>
/// <param name="Field">The field of a report its column is read as.</param>
public sealed record OpenWord(string Field, string Column, string Value, int Rows);

internal static class RefusalCauses
{
    /// <summary>All causes, those of the most rows first. A row counts for each of its own: whoever mends the file needs to know them all at once.</summary>
    public static IReadOnlyList<RefusalCause> Of(IReadOnlyList<RowVerdict> rows, Mapping mapping)
    {
        var columns = mapping.Fields.Select(f => f.Column).OfType<string>().ToHashSet();
        return
        [
            .. rows.SelectMany(r => r.Refusals.Distinct().Select(p => (Row: r, Problem: p)))
                .GroupBy(r => (r.Problem.Code, r.Problem.Where?.Field, r.Problem.Phrase))
                .Select(g => new RefusalCause(g.Key.Code, g.Key.Field, g.Key.Phrase, g.Sum(r => r.Row.Rows), g.First().Row.Row,
                    g.Key.Field is { } field && !columns.Contains(field) && ReportFields.Find(field) is not null))
                .OrderByDescending(c => c.Rows).ThenBy(c => c.FirstRow),
        ];
    }

    public static IReadOnlyList<OpenWord> Words(IEnumerable<RowDraft> rows) =>
    [
        .. rows.SelectMany(r => r.Asked.Select(a => (a.Field, a.Column, a.Value, r.RowCount)))
            .GroupBy(a => (a.Field, a.Column, a.Value))
            .Select(g => new OpenWord(g.Key.Field, g.Key.Column, g.Key.Value, g.Sum(a => a.RowCount)))
            .OrderByDescending(w => w.Rows).ThenBy(w => w.Value, StringComparer.Ordinal),
    ];
}
