using System.Globalization;

namespace Furrow.Core.Reports;

/// <summary>The code of a report whose row had none: made of the file and the row. It tells reports apart and leads back to the row; it names nothing, is
/// no double of anything, and makes way for codes that somebody gave.</summary>
public static class InventedCode
{
    public static string Of(string file, int row) => Of(file, row, 1);

    /// <param name="number">Which of the files of one name that the programme has seen, from 1: the rows of the second of them are "name~2/1", "name~2/2", and
    /// are never taken for those of the first.</param>
    public static string Of(string file, int row, int number) => string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileNameWithoutExtension(file)}{(number > 1 ? $"~{number}" : "")}/{row}");

    /// <summary>Nobody gave the report its code, also not before "~2" was added to tell it from another.</summary>
    public static bool IsOf(Report report)
    {
        if (report.Source is not { } source || Path.GetFileNameWithoutExtension(source.File) is var name
            && !report.Code.StartsWith(name, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = WithoutNumber(report.Code.AsSpan(name.Length));
        var slash = rest.LastIndexOf('/');
        return slash >= 0 && WithoutNumber(rest[..slash]).Length == 0
            && rest[(slash + 1)..].SequenceEqual(source.Row.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A code without the "~2" that tells it from another.</summary>
    public static string WithoutNumber(string code) => WithoutNumber(code.AsSpan()) is var rest && rest.Length == code.Length ? code : rest.ToString();

    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> code)
    {
        var mark = code.LastIndexOf('~');
        return mark >= 0 && mark + 1 < code.Length && code[(mark + 1)..].IndexOfAnyExceptInRange('0', '9') < 0 ? code[..mark] : code;
    }
}
