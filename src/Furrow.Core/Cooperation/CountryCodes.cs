namespace Furrow.Core.Cooperation;

/// <summary>Codes of countries: two letters, whichever. Lists of countries change, and an exercise takes those that ISO 3166-1 leaves to its users (XA to XZ).
/// </summary>
internal static class CountryCodes
{
    private const int Letters = 2;

    public static string? Of(string? country) => Codes.IsBlank(country) ? null : country!.Trim().ToUpperInvariant();

    public static IReadOnlyList<string> Of(IReadOnlyList<string>? countries) => [.. (countries ?? []).Select(c => Of((string?)c)).OfType<string>().Distinct()];

    public static Problem? Refused(string? country) =>
        Of(country) is { } code && !(code.Length == Letters && code.All(char.IsAsciiLetterUpper)) ? Problems.CountryCodeWrong(country!) : null;

    public static Problem? Refused(IReadOnlyList<string>? countries) => (countries ?? []).Select(c => Refused((string?)c)).FirstOrDefault(p => p is not null);
}
