using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Furrow.Server.Languages;

namespace Furrow.Server.Pages;

/// <summary>The words of the pages in one language. Every visible word stands in Languages/*.json under the same key in each language (a test compares).
/// A key nobody translated shows in English: a page in mixed languages beats a page with holes.</summary>
public sealed partial class Texts
{
    /// <summary>Language code, its name in itself, and the culture its numbers are written in.</summary>
    public static readonly IReadOnlyList<(string Code, string Name, string Culture)> Languages = LanguageList.All;

    private const char Apart = '\u2068';
    private const char EndApart = '\u2069';

    private static readonly FrozenDictionary<string, Texts> All = Languages.ToFrozenDictionary(l => l.Code, l => new Texts(l.Code, l.Culture, Load(l.Code)));
    private readonly FrozenDictionary<string, string> _words;

    private Texts(string code, string culture, FrozenDictionary<string, string> words)
    {
        Code = code;
        _words = words;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    public static Texts Current => All[Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? "en"];

    public string Code { get; }

    public CultureInfo Culture { get; }

    public bool IsRightToLeft => Code == "ur";

    public IEnumerable<string> Keys => _words.Keys;

    public bool Has(string key) => _words.ContainsKey(key);

    public string this[string key] => _words.TryGetValue(key, out var word) ? word : All["en"]._words.TryGetValue(key, out var english) ? english : key;

    /// <summary>In a text from right to left each argument is set apart, or a date between its words would be read backwards.</summary>
    public string this[string key, params object?[] arguments] =>
        string.Format(Culture, this[key], IsRightToLeft ? [.. arguments.Select(a => Apart + string.Format(Culture, "{0}", a) + EndApart)] : arguments);

    /// <summary>The form of a subject's word that goes with a number, with the number in it.</summary>
    public string Count(string key, long count) => WordList.Of(typeof(Texts).Assembly).Count(Code, key, count);

    /// <summary>The word for a value of the field's own lists: "heading.second-release".</summary>
    public string Of<T>(string group, T value) where T : struct, Enum => this[group + "." + JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())];

    public static Texts In(string code) => All[code];

    public static string? Find(string? code) => code is null ? null : Languages.Where(l => l.Code == code).Select(l => l.Code).FirstOrDefault();

    public static CultureInfo CultureOf(string code) => All[code].Culture;

    private static FrozenDictionary<string, string> Load(string code)
    {
        // The words of the pages, what the ledger itself says, and the words of subjects.
        var subjects = WordList.Of(typeof(Texts).Assembly);
        var words = Read(code).Concat(Read("said." + code)).Concat(subjects.Keys.Select(key => KeyValuePair.Create(key, subjects.Find(code, key)!)));
        return Together(code, words).ToFrozenDictionary();
    }

    /// <summary>In a text from right to left a number and its unit stand together, read from left to right: else the unit comes before its number.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Together(string code, IEnumerable<KeyValuePair<string, string>> words) =>
        code != "ur" ? words : words.Select(w => KeyValuePair.Create(w.Key, Measure().Replace(w.Value, "\u2066$0\u2069")));

    [GeneratedRegex(@"\{\d\} (?:k?m²|cm|m|%|UTC)(?!\p{L})")]
    private static partial Regex Measure();

    private static Dictionary<string, string> Read(string name)
    {
        using var file = typeof(Texts).Assembly.GetManifestResourceStream($"Languages.{name}.json")
            ?? throw new InvalidOperationException($"The words of {name} are not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
