using System.Net;
using System.Text.RegularExpressions;
using Furrow.Core.Places;
using Furrow.Server.Tests.Forms;
using Furrow.Server.Tests.Imports;

namespace Furrow.Server.Tests.Pages;

/// <summary>A file of boundaries is asked what a file of reports is asked, in the same words: system, encoding, sheet, headings; by the page and by the
/// verb.</summary>
public sealed class PlaceQuestionTests : IDisposable
{
    private const string Unstated = """
        {"type":"FeatureCollection","crs":null,"features":[{"type":"Feature","properties":{"name":"Upper"},
        "geometry":{"type":"Polygon","coordinates":[[[17,44],[17.1,44],[17.1,44.1],[17,44]]]}}]}
        """;

    private readonly FormServer _server = FormServer.Empty();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _server.Dispose();
        _shell.Dispose();
    }

    [Fact]
    public async Task The_page_asks_for_system_and_encoding_and_takes_the_answers()
    {
        foreach (var part in new[] { ".shp", ".dbf", ".shx" })
        {
            File.Copy(Path.ChangeExtension(CaseFiles.Of(_shell, "encodings/a/a.shp"), part), Path.Combine(_shell.Folder, "b" + part));
        }

        var draft = await Upload("b.zip", CaseFiles.Zipped(Path.Combine(_shell.Folder, "b.shp")).Bytes);
        var page = WebUtility.HtmlDecode((await _server.Get(draft, "en")).Html);
        Assert.Matches("(?s)name=\"encoding\">.*windows-1250: .*Šćepan", page);
        Assert.Contains("name=\"crs\"", page, StringComparison.Ordinal);
        Assert.Contains("No row can be read before this is said", page, StringComparison.Ordinal);
        Assert.DoesNotContain("load-places", page, StringComparison.Ordinal);
        page = WebUtility.HtmlDecode(await Say(draft, ("encoding", "windows-1250"), ("crs", "EPSG:4326")));
        Assert.Contains("naziv (Šćepan Polje", page, StringComparison.Ordinal);
        page = WebUtility.HtmlDecode(await Say(draft, ("column", "naziv")));
        Assert.Contains("<bdi>Šćepan Polje Đurđevac žeđ</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("windows-1250", page, StringComparison.Ordinal);
        await _server.Post(draft, await _server.Form(draft, "load-places", ("by", "Ann"), ("name", "n"), ("source", "EXERCISE"), ("version", "1")));
        Assert.Contains("Šćepan Polje Đurđevac žeđ", Assert.Single(_server.Programme.State.Of<PlaceSets>().All).Set.Places.Select(p => p.Name));
    }

    [Fact]
    public void The_verb_names_the_option_beside_each_question()
    {
        _shell.Write("b.geojson", Unstated);
        string[] load = ["places", "load", "b.geojson", "--name", "n", "--source", "EXERCISE", "--version", "1"];
        Assert.NotEqual(0, _shell.Run(load));
        Assert.Contains("--crs EPSG:CODE", Regex.Replace(_shell.Out, "\\s+", " "), StringComparison.Ordinal);
        Assert.Contains("crs-missing", _shell.Error, StringComparison.Ordinal);
        Assert.Contains("\"system\"", _shell.Json(load).GetProperty("dictionary").ToString(), StringComparison.Ordinal);

        // It is read now; only there is no ledger to load it into.
        _shell.Run([.. load, "--crs", "EPSG:4326"]);
        Assert.Contains("ledger-not-found", _shell.Error, StringComparison.Ordinal);
    }

    /// <summary>Headings found below a title that is not sure: nothing is loaded before somebody has confirmed them.</summary>
    [Fact]
    public void What_is_proposed_is_confirmed_first()
    {
        _shell.Write("b.csv", "Grenzen;;\nXa;Xb;Xc name\n1;2;Upper\n");
        string[] load = ["places", "load", "b.csv", "--name", "n", "--source", "EXERCISE", "--version", "1", "--place-name", "Xc name"];
        Assert.NotEqual(0, _shell.Run(load));
        Assert.DoesNotContain("is loaded", _shell.Out, StringComparison.Ordinal);
    }

    /// <summary>A Cyrillic letter in a Latin name, or a name that looks like another: nobody could find the place by typing it.</summary>
    [Theory]
    [InlineData("Bаr", "has letters of two scripts")]
    [InlineData("СЕСЕ|CECE", "It looks like")]
    [InlineData("Bar|Cece", null)]
    public async Task Names_that_look_alike_are_confirmed_first(string names, string? told)
    {
        var features = names.Split('|').Select((n, i) => GeoText.Square(i * 100, 0, properties: $$"""{"name":"{{n}}"}"""));
        var draft = await Upload("b.geojson", System.Text.Encoding.UTF8.GetBytes(GeoText.Collection([.. features])));
        var page = WebUtility.HtmlDecode((await _server.Get(draft, "en")).Html);
        Assert.Equal(told is null, page.Contains("load-places", StringComparison.Ordinal));
        Assert.Contains(told ?? "load-places", page, StringComparison.Ordinal);
        Assert.Contains("load-places", told is null ? page : await Say(draft), StringComparison.Ordinal);
    }

    private async Task<string> Upload(string name, byte[] file)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in (await _server.Form("/places", "upload-places")).Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(file), "file", name);
        return (await _server.Post("/places", content, "en")).Location!;
    }

    private async Task<string> Say(string draft, params (string Name, string Value)[] typed)
    {
        await _server.Post(draft, new FormUrlEncodedContent(await _server.Form(draft, "place-column", typed)));
        return (await _server.Get(draft, "en")).Html;
    }
}
