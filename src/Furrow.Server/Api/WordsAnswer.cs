using Furrow.Server.Pages;

namespace Furrow.Server.Api;

/// <summary>The words the map shows, in the visitor's language.</summary>
public sealed record WordsAnswer(string Lang, bool RightToLeft, IReadOnlyDictionary<string, string> Words)
{
    private static readonly string[] Groups = ["map.", "status.", "kind.", "heading.", "report-kind.", "effect.", "area-state.", "precision.",
        "review-act."];

    public static WordsAnswer Of(Texts texts) => new(texts.Code, texts.IsRightToLeft,
        texts.Keys.Concat(Texts.In("en").Keys).Distinct().Where(k => Groups.Any(g => k.StartsWith(g, StringComparison.Ordinal)))
            .ToDictionary(k => k, k => texts[k]));
}
