namespace Furrow.Core;

/// <summary>When two codes (of reports, hazardous areas, organisations) are the same, in which order they stand, and when a search finds one. The one rule
/// for the land, the reports, the checks, addresses and searches alike: codes are equal when a person reads them as one. How they are folded says
/// <see cref="CodeFolding"/>.</summary>
public static class Codes
{
    private static readonly ByKey Rule = new();

    /// <summary>Compares as <see cref="AreSame"/> does.</summary>
    public static IEqualityComparer<string> Comparer => Rule;

    /// <summary>The natural order of codes, as people count: MF-2 before MF-10. A total order, the same on every machine; two are level exactly when they
    /// are the same.</summary>
    public static IComparer<string> Order => Rule;

    /// <summary>What equal codes have in common. The key of a key is itself.</summary>
    public static string Key(string code) => CodeFolding.Fold(code);

    public static bool AreSame(string? one, string? other) => one is not null && other is not null && Key(one) == Key(other);

    /// <summary>Nothing that anybody could read.</summary>
    public static bool IsBlank(string? code) => code is null || Key(code).Length == 0;

    /// <summary>Whether a code or a name holds what somebody searches for. Words nobody can read are in nothing.</summary>
    public static bool Has(string? text, string words) =>
        text is not null && Key(words) is { Length: > 0 } key && Key(text).Contains(key, StringComparison.Ordinal);

    private sealed class ByKey : IEqualityComparer<string>, IComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null ? y is null : AreSame(x, y);

        public int GetHashCode(string obj) => Key(obj).GetHashCode(StringComparison.Ordinal);

        public int Compare(string? x, string? y) => x is null || y is null ? (x is null ? 0 : 1) - (y is null ? 0 : 1) : CodeSorting.Compare(Key(x), Key(y));
    }
}
