namespace Furrow.Server.Languages;

/// <summary>Which form of a word goes with a whole number (Unicode CLDR 47, cardinal rules).</summary>
public static class PluralForms
{
    private static readonly string[] OneOther = ["one", "other"];
    private static readonly string[] OneFewMany = ["one", "few", "many"];

    /// <summary>The forms a language has.</summary>
    public static IReadOnlyList<string> Of(string language) => language == "ru" ? OneFewMany : OneOther;

    public static string Of(string language, long count) => language == "ru" ? Russian(Math.Abs(count)) : count == 1 ? "one" : "other";

    private static string Russian(long count) => count % 10 == 1 && count % 100 != 11 ? "one"
        : count % 10 is >= 2 and <= 4 && count % 100 is not (>= 12 and <= 14) ? "few" : "many";
}
