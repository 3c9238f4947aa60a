namespace Furrow.Server.Languages;

/// <summary>The languages of pages: code, name in itself, and the culture its numbers are written in.</summary>
public static class LanguageList
{
    public const string English = "en";

    public static readonly IReadOnlyList<(string Code, string Name, string Culture)> All =
    [
        (English, "English", "en-GB"),
        ("az", "Azərbaycanca", "az-Latn-AZ"),
        ("tr", "Türkçe", "tr-TR"),
        ("ur", "اردو", "ur-PK"),
        ("ru", "Русский", "ru-RU"),
    ];
}
