using System.Net;
using System.Text;
using Furrow.Core.Places;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>Boundaries come in by the page as by the verb: looked at first, then loaded with whose they are.</summary>
public sealed class PlaceImportTests : IDisposable
{
    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    private async Task<string> Upload(string text)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in (await _server.Form("/places", "upload-places")).Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "boundaries.geojson");
        return (await _server.Post("/places", content, "en")).Location!;
    }

    [Fact]
    public async Task A_file_is_looked_at_its_column_of_names_chosen_and_loaded()
    {
        var draft = await Upload(GeoText.Collection(GeoText.Square(0, 0, properties: """{"nr":"7","ort":"Upper"}"""),
            GeoText.Square(100, 0, properties: """{"nr":"8","ort":"Lower"}""")));
        var page = (await _server.Get(draft, "en")).Html;
        Assert.Contains("place-without-name", page, StringComparison.Ordinal);
        Assert.DoesNotContain("load-places", page, StringComparison.Ordinal);

        await _server.Post(draft, new FormUrlEncodedContent(await _server.Form(draft, "place-column", ("column", "ort"))));
        page = (await _server.Get(draft, "en")).Html;
        Assert.Contains("<h2>2 places</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Lower</title>", page, StringComparison.Ordinal);

        var reply = await _server.Post(draft, await _server.Form(draft, "load-places", ("by", "Ann"), ("name", "districts"), ("source", " "), ("version", "1")));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("places-field-missing", reply.Html, StringComparison.Ordinal);

        var form = await _server.Form(draft, "load-places", ("name", "districts"), ("source", "EXERCISE office"), ("version", "2020"));
        Assert.Equal("/places", (await _server.Post(draft, form)).Location);
        Assert.Equal("/places", (await _server.Post(draft, form)).Location);
        var set = Assert.Single(_server.Programme.State.Of<PlaceSets>().All).Set;
        Assert.Equal(["Upper", "Lower"], set.Places.Select(p => p.Name));
        Assert.Equal(410, (int)(await _server.Get(draft, "en")).Status);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why_and_offers_nothing_to_load()
    {
        var page = (await _server.Get(await Upload("{ no boundaries"), "en")).Html;
        Assert.Contains("notice bad", page, StringComparison.Ordinal);
        Assert.DoesNotContain("load-places", page, StringComparison.Ordinal);
    }
}
