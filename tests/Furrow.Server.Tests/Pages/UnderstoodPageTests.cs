using System.Text;
using Furrow.Core.Vocabulary;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>A foreign table on the page of its import: nothing is applied while a reading is open, "This is right" confirms what was shown, and what was
/// mended can be read after it was applied.</summary>
public sealed class UnderstoodPageTests : IDisposable
{
    private const string Table = "Code,Status,Area,A,B\nU-1,Cleaered,5000,44.1,17.5\nU-2,Foo,4000,44.2,17.6\n";
    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    private async Task<string> Upload(string name, string text, string word = "mapped")
    {
        var upload = await _server.Form("/import", "upload", ("as", word), ("on", "2020-01-01"), ("organisation", "EXERCISE"));
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in upload.Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        return (await _server.Post("/import", content, "en")).Location!;
    }

    private async Task<string> Ready(string draft)
    {
        var page = (await _server.Get(draft, "en")).Html;
        while (page.Contains("<progress", StringComparison.Ordinal))
        {
            await Task.Yield();
            page = (await _server.Get(draft, "en")).Html;
        }

        return page;
    }

    private async Task<string> Post(string draft, string handler, params (string Name, string Value)[] typed)
    {
        await _server.Post(draft, new FormUrlEncodedContent(await _server.Form(draft, handler, typed)), "en");
        return await Ready(draft);
    }

    /// <summary>The content of a file in another order of columns: known on the page, and left out or taken by a word of the person.</summary>
    [Theory]
    [InlineData("leave", 1)]
    [InlineData("take", 2)]
    public async Task Rows_the_programme_has_already_wait_for_a_word(string word, int reports)
    {
        var first = await Upload("first.csv", "Code,Lat,Lon\nK-1,44.1,17.5\n", "suspected");
        await Ready(first);
        await Post(first, "apply", ("by", "Ann"));
        Assert.Single(_server.Programme.State.Reports);
        var draft = await Upload("again.csv", "Lat,Lon,Code\n44.1,17.5,K-1\n", "suspected");
        var page = await Ready(draft);
        Assert.Contains("1 of 1 rows are already in the programme, from first.csv of ", page, StringComparison.Ordinal);
        Assert.Contains("dictionary-open", await Post(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        Assert.Contains("Nothing is open", await Post(draft, "understood", ("entry-0", word)), StringComparison.Ordinal);
        await Post(draft, "apply", ("by", "Ann"));
        Assert.Equal(reports, _server.Programme.State.Reports.Count());
    }

    [Fact]
    public async Task What_was_understood_is_said_confirmed_and_applied()
    {
        var draft = await Upload("foreign.csv", Table);
        Assert.Contains("To be said or confirmed before anything is applied: 3.", await Ready(draft), StringComparison.Ordinal);
        Assert.Contains("dictionary-open", await Post(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        Assert.Empty(_server.Programme.State.Batches);

        Assert.Contains("To be said or confirmed before anything is applied: 1.", await Post(draft, "understood"), StringComparison.Ordinal);
        var page = await Post(draft, "understood", ("entry-0", "refuse"));
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
        Assert.Contains("word-left-out", page, StringComparison.Ordinal);

        page = await Post(draft, "mapping", ("column-0", "code"), ("column-1", "effect"), ("column-2", "statedArea"),
            ("place-form", "Coordinates"), ("place-x", "B"), ("place-y", "A"));
        Assert.Contains("1 with a point", page, StringComparison.Ordinal);
        Assert.Contains("Applied: 1 reports came in", await Post(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        Assert.Equal("cleared", Assert.Single(_server.Programme.State.Of<LearnedWords>().All).Meaning);
        var report = Assert.Single(_server.Programme.State.Reports).Report;
        Assert.Equal(44.1, report.Parts[0].Point!.Value.LatDegrees, 6);
    }

    [Fact]
    public async Task What_was_mended_is_read_after_it_was_applied()
    {
        var draft = await Upload("bow.geojson", GeoText.Collection(GeoText.Bowtie(100, 0)), "suspected");
        await Ready(draft);
        await Post(draft, "apply", ("by", "Ann"));
        var batch = Assert.Single(_server.Programme.State.Batches).Received.Batch;
        var page = (await _server.Get($"/import/{batch:D}", "en")).Html;
        Assert.Contains("Rows that were mended, and why", page, StringComparison.Ordinal);
        Assert.Contains(">bow/1</a>", page[page.IndexOf("id=\"repairs\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
