using Furrow.Core;

namespace Furrow.Server.Imports;

/// <summary>Rows refused for one and the same reason: a thousand rows with the status "Not cleared" are one question, not a thousand.</summary>
/// <param name="Field">The column.</param>
public sealed record RefusalCause(string Code, string? Field, Phrase Phrase, int Rows, int FirstRow)
{
    public string Sentence => Phrase.ToString();
}

/// <summary>A word of the file whose meaning nobody has said, and how many rows wait for it.</summary>
/// <param name="Field">The field of a report its column is read as.</param>
public sealed record OpenWord(string Field, string Column, string Value, int Rows);

internal static class RefusalCauses
{
    /// <summary>Beyond this many the rows themselves say more.</summary>
    private const int Most = 200;

    public static IReadOnlyList<RefusalCause> Of(IReadOnlyList<RowVerdict> rows) =>
    [
        .. rows.Where(r => r.Problem is not null)
            .GroupBy(r => (r.Problem!.Code, r.Problem.Where?.Field, r.Problem.Phrase))
            .Select(g => new RefusalCause(g.Key.Code, g.Key.Field, g.Key.Phrase, g.Sum(r => r.Rows), g.First().Row))
            .OrderByDescending(c => c.Rows).ThenBy(c => c.FirstRow).Take(Most),
    ];

    public static IReadOnlyList<OpenWord> Words(IEnumerable<RowDraft> rows) =>
    [
        .. rows.SelectMany(r => r.Asked.Select(a => (a.Field, a.Column, a.Value, r.RowCount)))
            .GroupBy(a => (a.Field, a.Column, a.Value))
            .Select(g => new OpenWord(g.Key.Field, g.Key.Column, g.Key.Value, g.Sum(a => a.RowCount)))
            .OrderByDescending(w => w.Rows).ThenBy(w => w.Value, StringComparer.Ordinal).Take(Most),
    ];
}
