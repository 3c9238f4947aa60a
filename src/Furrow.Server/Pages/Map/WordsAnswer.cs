using System.Text.Encodings.Web;
using System.Text.Json;
using Furrow.Server.Pages;

namespace Furrow.Server.Pages;

/// <summary>The words the map shows, in the visitor's language.</summary>
public sealed record WordsAnswer(string Lang, bool RightToLeft, IReadOnlyDictionary<string, string> Words)
{
    private static readonly string[] Groups = ["map.", "status.", "kind.", "heading.", "report-kind.", "effect.", "area-state.", "precision.",
        "review-act."];

    private static readonly string[] Needed = ["map.error", "map.no-answer", "map.fault", "map.retry", "map.words-failed"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WordsAnswer Of(Texts texts) => new(texts.Code, texts.IsRightToLeft,
        texts.Keys.Concat(Texts.In("en").Keys).Distinct().Where(k => Groups.Any(g => k.StartsWith(g, StringComparison.Ordinal)))
            .ToDictionary(k => k, k => texts[k]));

    /// <summary>The few the page itself gives the map, as JSON: what it says when the server, and so all of the words, cannot be had.</summary>
    public static string WithoutServer(Texts texts) => JsonSerializer.Serialize(
        new { lang = texts.Code, words = Needed.ToDictionary(k => k, k => texts[k]) }, Plain);
}
