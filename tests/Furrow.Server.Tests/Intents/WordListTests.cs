using Furrow.Server.Languages;
using Furrow.Server.Pages;

namespace Furrow.Server.Tests.Intents;

/// <summary>The words of a subject stand in one file, the languages side by side.</summary>
public sealed class WordListTests
{
    private const string Tasks = """
        { "task.count": { "en": { "one": "{0} task", "other": "{0} tasks" }, "az": "{0} tapşırıq", "tr": "{0} görev", "ur": { "one": "{0} کام", "other": "{0} کام" },
          "ru": { "one": "{0} задача", "few": "{0} задачи", "many": "{0} задач" } } }
        """;

    [Theory]
    [InlineData("en", 1, "1 task")]
    [InlineData("en", 0, "0 tasks")]
    [InlineData("az", 5, "5 tapşırıq")]
    [InlineData("ru", 1, "1 задача")]
    [InlineData("ru", 22, "22 задачи")]
    [InlineData("ru", 12, "12 задач")]
    [InlineData("ru", 111, "111 задач")]
    [InlineData("ru", 0, "0 задач")]
    public void A_word_goes_with_its_number(string language, int count, string said)
    {
        var words = WordList.Of(("tasks", Tasks));
        Assert.Empty(words.Faults);
        Assert.Equal(said, words.Count(language, "task.count", count));
    }

    [Theory]
    [InlineData("""{ "a": { "en": "A", "az": "A", "tr": "A", "ru": "A" } }""", "f: a has no ur")]
    [InlineData("""{ "a": { "en": "A", "az": "A", "tr": "A", "ru": "A", "ur": " " } }""", "f: a says nothing in ur, or has other holes than in English")]
    [InlineData("""{ "a": { "en": "{0}", "az": "{0}", "tr": "{1}", "ru": "{0}", "ur": "{0}" } }""", "f: a says nothing in tr, or has other holes than in English")]
    [InlineData("""{ "a": { "en": "A", "az": "A", "tr": "A", "ru": { "one": "A", "other": "A" }, "ur": "A" } }""",
        "f: a has in ru other forms than one, few, many")]
    [InlineData("""{ "a": { "en": "A", "az": "A", "tr": "A", "ru": "A", "ur": "A", "fr": "A" } }""", "f: a has in fr other forms than one, other")]
    public void What_is_missing_is_named(string file, string fault) => Assert.Equal([fault], WordList.Of(("f", file)).Faults);

    [Fact]
    public void A_key_in_two_files_is_named() => Assert.Equal(["g: task.count stands in another file too"], WordList.Of(("f", Tasks), ("g", Tasks)).Faults);

    [Fact]
    public void Pages_have_the_words_of_subjects() => Assert.Equal("Часовой пояс", Texts.In("ru")["intent.time-zone-set.zone"]);
}
