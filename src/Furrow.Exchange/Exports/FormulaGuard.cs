namespace Furrow.Exchange.Exports;

/// <summary>A spreadsheet takes a text that begins with = + - @ for a formula and runs it, also from a file somebody else filled in. This is the one place
/// that knows such texts, for every table a spreadsheet may open. A workbook has a mark of its own for them; text files put an apostrophe in front, the
/// spreadsheets' own mark of a text, and reading takes it away again. A text that has the apostrophe already gets one more, so every text comes back as it
/// was. Numbers and dates of ours never need it.</summary>
public static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>For a file of text.</summary>
    public static string Guard(string text) => IsMarkedOrFormula(text) ? Mark + text : text;

    public static string Unguard(string text) => text.Length > 1 && text[0] == Mark && IsMarkedOrFormula(text[1..]) ? text[1..] : text;

    /// <summary>Any number of apostrophes, then what begins a formula. Tab and line break are skipped by some programs before they look; the wide
    /// forms are taken for the narrow ones in East Asian versions.</summary>
    public static bool IsMarkedOrFormula(string text)
    {
        var rest = text.AsSpan().TrimStart(Mark);
        return rest.Length > 0 && rest[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20');
    }
}
