namespace Furrow.Exchange.Mappings;

/// <summary>By what a file of the same kind is known again: its format, the headings of its columns, and what its rows are reported as. Answers given for
/// one form are never those of another. Its sender is no part of it: nobody knows the sender before the file is read.</summary>
/// <param name="Format">As its reader calls it.</param>
/// <param name="As">What the rows report, as it was said.</param>
/// <param name="Headings">Of all columns, those that are not read too, in alphabetical order.</param>
public sealed record SheetForm(string Format, string As, IReadOnlyList<string> Headings)
{
    /// <summary>A table with more columns is known by no list of them.</summary>
    public const int MostHeadings = 1_000;

    /// <summary>Null where there are no columns, or too many.</summary>
    public static SheetForm? Of(string format, string importAs, IEnumerable<string> headings) =>
        headings.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 and <= MostHeadings } sorted ? new(format, importAs, sorted) : null;

    public bool IsLike(SheetForm? other) => other is not null && Format == other.Format && As == other.As && Headings.SequenceEqual(other.Headings);
}
