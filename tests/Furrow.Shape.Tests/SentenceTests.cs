using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Shape.Tests;

/// <summary>Whatever the program says of a file, a row, a report or a decision is a sentence with its arguments, which the pages know in each language; and
/// no English hides in an argument.</summary>
public sealed partial class SentenceTests
{
    private const string English = "src/Furrow.Server/Pages/Languages/said.en.json";

    /// <summary>Where sentences are made that no page shows: the command line, JSON, ledgers before they are served, the addresses that programs read. The
    /// problems among them are listed one by one in the tests of the pages (SaidTests).</summary>
    private static readonly string[] Unseen =
    [
        "src/Furrow.Core/Problems.", "src/Furrow.Core/Reports/MinimumData.cs", "src/Furrow.Core/Checks/FindingRules.cs", "src/Furrow.Core/Figures/FigureRules.cs",
        "src/Furrow.Server/Api/MeasureAnswer.cs", "src/Furrow.Server/Serve/", "src/Furrow.Server/Verbs/", "src/Furrow.Store/ILog.cs",
        "src/Furrow.Store/Sqlite/RecoveringLog.cs", "src/Furrow.Store/Sqlite/SqliteLogOpening.cs",
    ];

    /// <summary>Keys of the same files that are no sentences of problems: titles of checks, words, what to do.</summary>
    private static readonly string[] OtherTexts = ["check", "remedy", "word"];

    /// <summary>What is named so is a sentence, and a text is none.</summary>
    private static readonly string[] NamesOfSentences =
        ["why", "what", "because", "reason", "expected", "limit", "loss", "looksLike", "says", "imported", "convert"];

    /// <summary>Texts of the program's own: codes of a field, a column, a format, an encoding or a unit, and what the catalogue itself makes words.</summary>
    private static readonly string[] Codes = ["field", "column", "format", "encoding", "known", "act", "status", "label"];

    [Fact]
    public void Every_sentence_is_said_in_each_language() => None(Unsaid(Tree.File(English).Text, Sentences.All)
        .Where(s => !Unseen.Any(u => s.StartsWith(u, StringComparison.Ordinal))));

    /// <summary>A sentence worded anew in English has to be said anew: what the pages know again is still said.</summary>
    [Fact]
    public void What_the_pages_know_again_is_still_said() => None(Lost(Tree.File(English).Text, Sentences.All.Patterns().Select(p => p.Pattern)
        .Concat(Tree.Files.Where(f => f.EndsWith(".razor")).SelectMany(f => WrittenIn().Matches(f.Text).Select(m => m.Groups[1].Value)))));

    [Fact]
    public void Nothing_is_on_the_list_of_what_no_page_shows_without_need() =>
        None(Unseen.Where(u => !Unsaid(Tree.File(English).Text, Sentences.All).Any(s => s.StartsWith(u, StringComparison.Ordinal))));

    [Fact]
    public void What_is_named_like_a_sentence_is_one() => None(
        typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static).SelectMany(m => m.GetParameters()
            .Where(p => p.ParameterType == typeof(string) && NamesOfSentences.Contains(p.Name)).Select(p => $"{m.Name}({p.Name}) is a text: make it a Phrase")));

    [Fact]
    public void No_English_is_given_to_a_problem_as_a_text() => None(Sentences.All.TextsGiven(Codes.Contains));

    [Fact]
    public void Every_word_of_a_sentence_is_one_of_each_language()
    {
        var known = JsonSerializer.Deserialize<Dictionary<string, string>>(Tree.File(English).Text)!.Keys.ToHashSet();
        None(Sentences.All.WordsMade().Where(w => !known.Contains("word." + w.Word)).Select(w => $"{w.File}: {w.Word}"));
    }

    [Fact]
    public void The_rules_can_fail()
    {
        var made = new Sentences([new TreeFile("a.cs", """
            using Furrow.Core;
            class A { Phrase B(int n) => n > 1 ? $"A new " + $"thing {n}." : (Phrase)$"One {n}."; string C(int n) => $"None {n}.";
                Phrase E() => $"{new Word("mud")}";
                object D(string w) => Problems.ClosedAlready(w.Length > 0 ? w : "nothing at all"); }
            """)]);
        Assert.Equal(["a.cs: A new thing {0}."], Unsaid("""{ "expected.one": "One {0}." }""", made));
        Assert.Equal(["note.two: Two."], Lost("""{ "note.one": "One {0}.", "note.two": "Two.", "word.x": "x" }""", made.Patterns().Select(p => p.Pattern)));
        Assert.Equal([("a.cs", "mud")], made.WordsMade());
        Assert.Equal(["a.cs: ClosedAlready(name): nothing at all"], made.TextsGiven(Codes.Contains));
    }

    private static List<string> Lost(string said, IEnumerable<string> patterns)
    {
        var still = patterns.ToHashSet();
        return [.. JsonSerializer.Deserialize<Dictionary<string, string>>(said)!
            .Where(pair => !OtherTexts.Contains(pair.Key.Split('.')[0]) && !still.Contains(pair.Value)).Select(pair => $"{pair.Key}: {pair.Value}")];
    }

    /// <summary>A sentence without arguments in a page's own code.</summary>
    [GeneratedRegex("\\$\"([^\"{]+)\"")]
    private static partial Regex WrittenIn();

    private static List<string> Unsaid(string said, Sentences sentences)
    {
        var known = JsonSerializer.Deserialize<Dictionary<string, string>>(said)!.Values.ToHashSet();
        return [.. sentences.Patterns().Where(s => s.Pattern.Any(char.IsLetter) && !known.Contains(s.Pattern)).Select(s => $"{s.File}: {s.Pattern}")
            .Distinct().Order(StringComparer.Ordinal)];
    }
}
