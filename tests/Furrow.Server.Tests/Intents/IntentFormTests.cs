using System.Net;
using Furrow.Core.Log;
using Furrow.Server.Intents;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Tests.Forms;
using Furrow.Store;

namespace Furrow.Server.Tests.Intents;

/// <summary>The same description gives a form in five languages: labels, hints, what is wrong beside its field, and what was typed still in it.</summary>
public sealed class IntentFormTests : IDisposable
{
    private const string Address = "/do/crew-form";
    private const string Handler = "intent-crew-form";

    private readonly FormServer _server = new(false, IntentList.With(typeof(CrewIntents).Assembly));

    public void Dispose() => _server.Dispose();

    private IEnumerable<string> Names => CrewIntents.NamesIn(_server.Programme);

    private static void Has(string text, string html) => Assert.Contains(text, WebUtility.HtmlDecode(html), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Crew code", "Mine detection dogs", "Where the crew sleeps.", "Depth searched, cm", "One on each line.")]
    [InlineData("az", "Briqadanın kodu", "Mina axtaran itlər", "Briqadanın gecələdiyi yer.", "Axtarış dərinliyi, cm", "Hər sətirdə bir.")]
    [InlineData("tr", "Ekip kodu", "Mayın arama köpekleri", "Ekibin kaldığı yer.", "Arama derinliği, cm", "Her satıra bir tane.")]
    [InlineData("ur", "عملے کا کوڈ", "بارودی سرنگ تلاش کرنے والے کتے", "جہاں عملہ سوتا ہے۔", "تلاش کی گہرائی, cm", "ہر سطر پر ایک۔")]
    [InlineData("ru", "Код бригады", "Минно-розыскные собаки", "Где бригада ночует.", "Глубина поиска, cm", "По одному в строке.")]
    public async Task A_form_has_the_words_of_the_description(string language, params string[] words)
    {
        var page = await _server.Get(Address, language);
        Assert.True(page.IsPage);
        Assert.All(words, w => Has(w, page.Html));
    }

    [Fact]
    public async Task Each_kind_of_field_is_asked_for_by_its_input()
    {
        var html = (await _server.Get(Address)).Html;
        Has("""<input id="f-name" name="f.name" type="text" value="" required dir="auto" />""", html);
        Has("""<input id="f-since" name="f.since" type="date" value="" required dir="ltr" />""", html);
        Has("""<input id="f-depth" name="f.depth" type="number" value="" min="1" max="200" step="1" dir="ltr" />""", html);
        Has("""<input id="f-leader" name="f.leader" type="text" value="" dir="auto" list="f-leader-list" />""", html);
        Has("""<option value="ann"></option>""", html);
        Assert.Matches("<select id=\"f-insured\" name=\"f.insured\">\\s*<option value( |=\"\"|>)", html);
        Has("""<option value="manual" selected>""", html);
        Has("aria-describedby=\"f-camp-hint\"", html);
        Has("<textarea id=\"f-remarks\"", html);
    }

    [Fact]
    public async Task What_is_filled_in_is_judged_committed_and_said()
    {
        var sent = await _server.Post(Address, await _server.Form(Address, Handler, ("f.name", "West"), ("f.since", "2026-01-01"), ("f.depth", "20"),
            ("f.kind", "mine-dogs"), ("f.insured", "yes"), ("f.joinsWith", "ann\r\n\r\nCyn"), ("f.camp", "40.5, 48"), ("by", "Bea"), ("reason", "spring")));
        Assert.Equal($"{Address}?done={_server.Programme.State.Position}", sent.Location);
        Assert.Contains("West; 2026-01-01; ; 20; ; MineDogs; True; ; ann+Cyn; 40.5, 48; .", Names);
        Has($"Done: it is recorded as entry {_server.Programme.State.Position}.", (await _server.Get(sent.Location!)).Html);
        var act = _server.Programme.Log.ReadFacts(0).Select(p => p.Act).Last();
        Assert.Equal((Door.Page, (string?)"spring"), (act.Door, _server.Programme.ReaderFor(ReaderPurpose.Review).Open(act.Reason)));
    }

    /// <summary>Whoever came from a list comes back to it, is told in their language what was done with what, and how it is taken back.</summary>
    [Theory]
    [InlineData("en", "Learn a word", "Done: it is recorded as entry", "Forget a word")]
    [InlineData("az", "", "Edildi:", "")]
    [InlineData("ur", "", "ہو گیا:", "")]
    public async Task What_came_of_a_form_is_said_on_the_page_it_was_opened_from(string language, string title, string done, string undo)
    {
        await _server.Get("/lists/words", language);
        Has("href=\"/do/word-learn?back=%2Flists%2Fwords\"", (await _server.Get("/lists/words", language)).Html);
        const string form = "/do/word-learn?back=%2Flists%2Fwords";
        var sent = await _server.Post(form, await _server.Form(form, "intent-word-learn", ("f.field", "kinds"), ("f.word", "otkaz"), ("f.meaning", "ap-mines"), ("by", "Bea")));
        Assert.True(sent.Location is not null, sent.Html[Math.Max(0, sent.Html.IndexOf("notice bad", StringComparison.Ordinal))..]);
        Assert.Equal($"/lists/words?done={_server.Programme.State.Position}&did=word-learn", sent.Location);
        var id = _server.Programme.State.Of<Furrow.Core.Vocabulary.LearnedWords>().All.First().Id;
        var html = (await _server.Get(sent.Location!, language)).Html;
        Has(title, html);
        Has($"{done}", html);
        html = html[html.IndexOf("notice good", StringComparison.Ordinal)..html.IndexOf("<h1>", StringComparison.Ordinal)];
        Has($"<a href=\"/records/words/{id:D}\" dir=\"auto\">otkaz</a>", html);
        Has($"href=\"/do/word-forget?word={id:D}&back=%2Flists%2Fwords\">{undo}", html);
        Assert.DoesNotContain("class=\"notice good\"", (await _server.Get("/lists/words?done=1&did=word-learn", language)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//other.example/")]
    [InlineData("https://other.example/")]
    [InlineData("/\\other.example")]
    public async Task A_form_never_leads_to_another_server(string back)
    {
        var form = $"/do/word-learn?back={Uri.EscapeDataString(back)}";
        var sent = await _server.Post(form, await _server.Form(form, "intent-word-learn", ("f.field", "kinds"), ("f.word", "otkaz"), ("f.meaning", "ap-mines"), ("by", "Bea")));
        Assert.StartsWith("/do/word-learn?done=", sent.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_is_still_there()
    {
        await _server.ActAs("Bea");
        var before = _server.Programme.State.Position;
        var reply = await _server.Post(Address, await _server.Form(Address, Handler, ("f.name", "  "), ("f.since", "1.2.2026"), ("f.depth", "500"),
            ("f.kind", "mine-dogs"), ("by", "Bea"), ("f.remarks", "<b>kept</b>")), "az");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Has("""aria-invalid="true" aria-describedby="f-since-error" />""", reply.Html);
        Has("""id="f-since-error">""", reply.Html);
        Has("\"1.2.2026\" gün deyil; 2016-12-31 kimi yazın.", reply.Html);
        Has("ədəd 200 cm qiymətindən böyükdür.", reply.Html);
        Has("heç nə yazılmayıb, amma lazımdır.", reply.Html);
        Has("""name="f.depth" type="number" value="500" """.TrimEnd(), reply.Html);
        Has("<option value=\"mine-dogs\" selected>", reply.Html);
        Assert.Contains("&lt;b&gt;kept&lt;/b&gt;", reply.Html, StringComparison.Ordinal);
        Assert.Equal(before, _server.Programme.State.Position);
    }

    /// <summary>Refused by a rule or by what is not there, the field is marked as well.</summary>
    [Theory]
    [InlineData("f.name", "ann", "f-name-error")]
    [InlineData("f.leader", "Nobody", "f-leader-error")]
    public async Task A_rule_that_names_a_field_marks_it(string field, string text, string error)
    {
        var reply = await _server.Post(Address, await _server.Form(Address, Handler, ("f.name", "West"), ("f.since", "2026-01-01"), ("by", "Bea"), (field, text)));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Has($"id=\"{error}\"", reply.Html);
    }

    [Fact]
    public async Task A_form_about_a_thing_comes_with_it_filled_in()
    {
        var ann = _server.Programme.State.PersonNamed("ann")!.Value;
        var page = await _server.Get($"/do/crew-rename?crew={ann:D}");
        Has("""name="f.crew" type="text" value="ann" """.TrimEnd(), page.Html);
    }

    [Fact]
    public async Task The_page_of_a_thing_offers_what_can_be_done_with_it()
    {
        var ann = _server.Programme.State.PersonNamed("ann")!.Value;
        var links = await _server.Draw<IntentLinks>(new() { ["Of"] = "crew", ["Id"] = ann });
        Has($"""<a class="button" href="/do/crew-rename?crew={ann:D}">Rename a crew</a>""", links);
        Assert.DoesNotContain("crew-form", links, StringComparison.Ordinal);
        Assert.Equal("", (await _server.Draw<IntentLinks>(new() { ["Of"] = "nothing", ["Id"] = ann })).Trim());
    }

    [Fact]
    public async Task What_is_called_by_no_intent_is_said()
    {
        var page = await _server.Get("/do/crew-burn");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.True(page.IsPage);
        Has("href=\"/do/crew-rename\"", (await _server.Get("/do")).Html);
    }
}
