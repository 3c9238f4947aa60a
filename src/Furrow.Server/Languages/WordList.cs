using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Furrow.Server.Languages;

/// <summary>The words of subjects: each has them in one file, <c>words.json</c>, in its folder, the languages side by side under each key:
/// <c>"task.count": { "en": { "one": "{0} task", "other": "{0} tasks" }, "az": "{0} tapşırıq", … }</c>. A text may stand for all forms of number.</summary>
public sealed class WordList
{
    private const string Resource = "Words.";

    private static readonly ConcurrentDictionary<Assembly, WordList> Known = new();
    private readonly Dictionary<string, Dictionary<string, JsonElement>> _words = [];
    private readonly List<string> _faults = [];

    private WordList(IEnumerable<(string Name, string Json)> files)
    {
        foreach (var (name, json) in files)
        {
            foreach (var (key, said) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, JsonElement>>>(json)!)
            {
                _faults.AddRange(_words.TryAdd(key, said) ? FaultsOf(key, said).Select(f => $"{name}: {f}") : [$"{name}: {key} stands in another file too"]);
            }
        }
    }

    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>What is missing or does not go together, each by its file, key and language; none in a whole list.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The words of all subjects of an assembly.</summary>
    public static WordList Of(Assembly assembly) => Known.GetOrAdd(assembly, from => new WordList(
        from.GetManifestResourceNames().Where(n => n.StartsWith(Resource, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => (n[Resource.Length..], Read(from, n)))));

    /// <summary>The same of files, for those who test them.</summary>
    public static WordList Of(params IEnumerable<(string Name, string Json)> files) => new(files);

    /// <summary>The word; in English where this language has none; null where there is no such key.</summary>
    public string? Find(string language, string key) => Forms(language, key) is { } said ? Form(said, "other") : null;

    /// <summary>The word that goes with a number, with the number in it.</summary>
    public string Count(string language, string key, long count) => Forms(language, key) is { } said
        ? string.Format(CultureInfo.InvariantCulture, Form(said, PluralForms.Of(language, count)), count) : key;

    private JsonElement? Forms(string language, string key) => !_words.TryGetValue(key, out var said) ? null
        : said.TryGetValue(language, out var own) ? own : said.TryGetValue(LanguageList.English, out var english) ? english : null;

    private static string Form(JsonElement said, string form) => said.ValueKind == JsonValueKind.String ? said.GetString()!
        : said.TryGetProperty(form, out var text) || said.TryGetProperty("many", out text) || said.TryGetProperty("one", out text) ? text.GetString()! : "";

    private static IEnumerable<string> FaultsOf(string key, Dictionary<string, JsonElement> said)
    {
        var codes = LanguageList.All.Select(l => l.Code).ToList();
        foreach (var language in codes.Where(c => !said.ContainsKey(c)))
        {
            yield return $"{key} has no {language}";
        }

        var holes = said.TryGetValue(LanguageList.English, out var english) ? Holes(Form(english, "other")) : null;
        foreach (var (language, word) in said)
        {
            var forms = word.ValueKind == JsonValueKind.Object ? word.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString() ?? "")
                : new Dictionary<string, string> { ["other"] = word.GetString() ?? "" };
            if (!codes.Contains(language) || word.ValueKind == JsonValueKind.Object && !PluralForms.Of(language).Order().SequenceEqual(forms.Keys.Order()))
            {
                yield return $"{key} has in {language} other forms than {string.Join(", ", PluralForms.Of(language))}";
            }

            if (forms.Values.Any(f => string.IsNullOrWhiteSpace(f) || (holes is not null && Holes(f) != holes)))
            {
                yield return $"{key} says nothing in {language}, or has other holes than in English";
            }
        }
    }

    private static string Holes(string text) => string.Concat(Enumerable.Range(0, 10).Select(i => $"{{{i}}}").Where(h => text.Contains(h, StringComparison.Ordinal)));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
