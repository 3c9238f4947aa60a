using System.Globalization;

namespace Furrow.Core;

/// <summary>When two codes (of reports, hazardous areas, organisations) are the same: but for case, blanks and what nobody sees. "KP 12", "kp12" and
/// "KP12 " are one code. The one rule for the land, the reports and the checks alike.</summary>
public static class Codes
{
    /// <summary>Compares as <see cref="AreSame"/> does.</summary>
    public static readonly IEqualityComparer<string> Comparer = new ByKey();

    /// <summary>What equal codes have in common: upper case, without blanks, control and format characters.</summary>
    public static string Key(string code)
    {
        foreach (var c in code)
        {
            if (IsUnseen(c) || char.ToUpperInvariant(c) != c)
            {
                return string.Concat(code.Where(letter => !IsUnseen(letter))).ToUpperInvariant();
            }
        }

        return code;
    }

    public static bool AreSame(string? one, string? other) => one is not null && other is not null && Key(one) == Key(other);

    private static bool IsUnseen(char c) =>
        c < 0x80 ? c is <= ' ' or '\x7F' : char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;

    private sealed class ByKey : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null ? y is null : AreSame(x, y);

        public int GetHashCode(string obj) => Key(obj).GetHashCode(StringComparison.Ordinal);
    }
}
