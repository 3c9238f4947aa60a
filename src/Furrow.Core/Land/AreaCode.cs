namespace Furrow.Core.Land;

/// <summary>Which hazardous area a report speaks of. A code that nobody gave (one the import made of a file and a row) names no area: a hazard reported
/// without a code is an area of its own, whose code is "~" and the id of its first report. Nobody can name that by chance, two files never meet in it, and
/// it lives through corrections; people read the code of its first report, marked as no code of the area.</summary>
public static class AreaCode
{
    private const char Mark = '~';
    private const int Digits = 32;

    /// <summary>The code of the area a hazard report brings into being whose own code is no one's.</summary>
    public static string OfNameless(Guid firstReport) => $"{Mark}{firstReport:N}";

    public static bool IsNameless(string? code) =>
        code is not null && Codes.Key(code) is { Length: Digits + 1 } key && key[0] == Mark && key.Skip(1).All(char.IsAsciiHexDigitUpper);

    /// <summary>The first report of a nameless area; null for a code that somebody gave.</summary>
    public static Guid? ReportOf(string? code) => IsNameless(code) ? Guid.ParseExact(Codes.Key(code!)[1..], "N") : null;
}
