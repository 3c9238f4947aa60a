using System.Globalization;

namespace Furrow.Core.Reports;

/// <summary>The code of a report whose row had none: made of the file and the row. It tells reports apart and leads back to the row; it names nothing, is
/// no double of anything, and makes way for codes that somebody gave.</summary>
public static class InventedCode
{
    public static string Of(string file, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}/{row}");

    /// <summary>Nobody gave the report its code, also not before "~2" was added to tell it from another.</summary>
    public static bool IsOf(Report report) => report.Source is { } source && Of(source.File, source.Row) is var invented
        && report.Code.StartsWith(invented, StringComparison.Ordinal)
        && (report.Code.Length == invented.Length || (report.Code[invented.Length] == '~'
            && report.Code.AsSpan(invented.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0));
}
