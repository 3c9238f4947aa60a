using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>One thing done for each row of a table, by the page: tried first, refused row by row with file, row and field, written all at once. Nothing in it
/// is about one subject.</summary>
public sealed class RowsPageTests : IDisposable
{
    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    private async Task<string> Upload(string text, string intent = "person-register")
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in (await _server.Form("/rows/" + intent, "upload-rows")).Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "people.csv");
        return (await _server.Post("/rows/" + intent, content, "en")).Location!;
    }

    private async Task<string> Page(string draft, string language = "en") => WebUtility.HtmlDecode((await _server.Get(draft, language)).Html);

    private async Task<Answer> Say(string draft, string handler, params (string Name, string Value)[] typed) =>
        await _server.Post(draft, await _server.Form(draft, handler, typed), "en");

    [Fact]
    public async Task Rows_are_tried_and_written_once_and_a_refused_one_is_named()
    {
        await _server.ActAs("Ann");
        var before = _server.Programme.State.People.All.Count;
        var draft = await Upload("Name;Remarks\nBirgit EXERCISE;x\n;y\nCarl EXERCISE;z\n");
        Assert.Contains("intent-columns-unknown", await Page(draft), StringComparison.Ordinal);

        await Say(draft, "rows-columns", ("column-1", "-"));
        var page = await Page(draft);
        Assert.Contains("2 rows would be done, 1 are refused.", page, StringComparison.Ordinal);
        Assert.Matches("(?s)<th scope=\"row\" class=\"n num\">3</th>.*?<td class=\"wrap\" dir=\"auto\">Name</td>", page);
        Assert.Equal(before, _server.Programme.State.People.All.Count);

        var refused = await Say(draft, "rows-write");
        Assert.Contains("intent-rows-refused", refused.Html, StringComparison.Ordinal);
        Assert.Equal(before, _server.Programme.State.People.All.Count);
        await Say(draft, "rows-write", ("leave", "1"));
        Assert.Equal(before + 2, _server.Programme.State.People.All.Count);
        Assert.Contains("2 rows are written", await Page(draft), StringComparison.Ordinal);
    }

    /// <summary>What a row would do is said in the language of the page, without ids that will never be.</summary>
    [Theory]
    [InlineData("en", "Registered as (new)")]
    [InlineData("tr", "(yeni) olarak kaydedildi")]
    [InlineData("ru", "Зарегистрировано как (новый)")]
    public async Task What_would_be_done_is_said_in_the_language_of_the_page(string language, string said)
    {
        await _server.ActAs("Ann");
        var draft = await Upload("Name\nDana EXERCISE\n");
        var page = await Page(draft, language);
        Assert.True(page.Contains(said, StringComparison.Ordinal), page[page.IndexOf("<main", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_question_about_the_file_is_asked_and_answered()
    {
        var draft = await Upload("5;6\n7;8\n");
        Assert.Contains("name=\"header-row\"", await Page(draft), StringComparison.Ordinal);
        Assert.DoesNotContain("rows-write", await Page(draft), StringComparison.Ordinal);
    }

    /// <summary>A form and a table for everything that has one, and a link between them; lists lead to both.</summary>
    [Fact]
    public async Task Everything_that_has_a_form_can_be_done_for_many()
    {
        foreach (var intent in Furrow.Server.Intents.IntentList.OfProgram.All.Where(i => !i.HasOwnPage))
        {
            Assert.Contains($"href=\"/rows/{intent.Name}\"", (await _server.Get("/do/" + intent.Name, "en")).Html, StringComparison.Ordinal);
            var page = (await _server.Get("/rows/" + intent.Name, "en")).Html;
            Assert.All(intent.Description.Fields, f => Assert.Contains($">{f.Name}</span>", page, StringComparison.Ordinal));
        }

        Assert.Contains("href=\"/rows/person-register\"", (await _server.Get("/lists/people", "en")).Html, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _server.Get("/rows/none", "en")).Status);
    }
}
