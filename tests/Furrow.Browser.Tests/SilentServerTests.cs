using Furrow.Core.Reports;
using Furrow.Server;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Findings;
using Furrow.Server.Programmes;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>The server dies under an open page: what was typed into any of its forms stays, the page says what happened, and the same form is sent again
/// when the server is back, and acts once.</summary>
public sealed class SilentServerTests(TheBrowser browser)
{
    private const string Lost = "The server did not answer", Urdu = "سرور نے جواب نہیں دیا";

    /// <summary>Each form: its page, its name, the button, and what is typed where.</summary>
    private static List<Form> FormsOf(ServedProgramme served)
    {
        var state = served.Programme.State;
        var report = state.Reports.First(r => r.Status == ReportStatus.Submitted).Report.Id;
        var old = state.Reports.First(r => r.Status == ReportStatus.Approved).Report.Id;
        var batch = state.Batches.Last().Received.Batch;
        string[] decision = ["reason=EXERCISE: as walked,\nand looked over"];
        return
        [
            new($"/reports/{report:D}", "review", "button[value=reject]", decision),
            new($"/reports/{old:D}/correct", "correct", "button", ["remarks=EXERCISE remark"]),
            new(FindingQuestions.Address(LedgerFindings.Of(state, null, DateOnly.FromDateTime(DateTime.UtcNow), null)[0]), "group", "button[value=accept-as-is]",
                decision),
            new($"/import/{batch:D}", "batch", "button[value=check]", decision),
            new("/balance", "publish", "button", []),
            new("/about", "verify", "button", []),
            new("/import", "upload", "button.primary", ["organisation=EXERCISE office", "donor=EXERCISE donor"]),
            new("DRAFT", "mapping", "button.primary", ["organisation=EXERCISE office", "mapping={ no mapping"]),
            new("DRAFT", "doubt", "button", []),
            new("DRAFT", "apply", "button.primary", []),
            new("DRAFT", "discard", "button", []),
        ];
    }

    [Fact]
    public async Task What_was_typed_into_any_form_stays_and_is_sent_again()
    {
        await using var served = await Served();
        var draft = await DraftIn(served);
        var open = new List<(Form Form, Visitor Visitor, string Typed)>();
        foreach (var form in FormsOf(served))
        {
            var visitor = await browser.Visit(served.Address, 1000, 640);
            await visitor.Open(InLanguage(form.Page.Replace("DRAFT", draft, StringComparison.Ordinal), open.Count % 2 == 1 ? "ur" : "en"));
            open.Add((form, visitor, await Type(visitor, served, form)));
        }

        var before = served.Programme.State.Position;
        await served.Die();
        foreach (var (form, visitor, typed) in open)
        {
            await visitor.Page.Locator(form.Button).FocusAsync();
            await visitor.Page.Keyboard.PressAsync("Enter");
            var notice = visitor.Page.Locator($"{form.Itself} .unanswered[role=alert]");
            await Assertions.Expect(notice).ToContainTextAsync(open.IndexOf((form, visitor, typed)) % 2 == 1 ? Urdu : Lost);
            Assert.Equal(typed, await Filled(visitor, form));
            Assert.True(await visitor.Page.Locator(form.Button).EvaluateAsync<bool>("button => document.activeElement === button"), form.Handler);
            await Assertions.Expect(visitor.Page.Locator("html")).Not.ToHaveAttributeAsync("data-loading", "");
        }

        Assert.Equal(before, served.Programme.State.Position);
        await served.Revive();
        // What a server holds in memory alone (a draft) is gone with it: there what was typed is told.
        foreach (var (form, visitor, _) in open)
        {
            await visitor.InPlace("selector => document.querySelector(selector).click()", form.Button);
            await Assertions.Expect(visitor.Page.Locator(".unanswered")).ToHaveCountAsync(0);
            if (form.Page == "DRAFT" && form.Typed.FirstOrDefault() is { } word)
            {
                await Assertions.Expect(visitor.Page.Locator("#main details dl")).ToContainTextAsync(word.Split('=')[1]);
            }

            await visitor.DisposeAsync();
        }

        var state = served.Programme.State;
        Assert.Equal((1, 1), (state.Reports.Count(r => r.Status == ReportStatus.Rejected), state.Figures.Count()));
        Assert.Single(state.Reports, r => served.Programme.ReaderFor(ReaderPurpose.Review).Open(r.Report.Remarks) == "EXERCISE remark");
        Assert.DoesNotContain(state.Book.InBatch(state.Batches.Last().Received.Batch), r => r.Status == ReportStatus.Submitted);
        Assert.Single(state.Decisions);
    }

    [Fact]
    public async Task A_link_and_a_filter_leave_the_page_with_what_was_typed_where_it_is()
    {
        await using var served = await Served();
        await using var visitor = await browser.Visit(served.Address, 390, 700, dark: true);
        var page = visitor.Page;
        await visitor.Open(FormsOf(served)[0].Page);
        await page.FillAsync("#d-reason", "EXERCISE: half a sent");
        await served.Die();
        await page.ClickAsync(".top nav a[href^='/balance']");
        await Assertions.Expect(page.Locator(".unanswered.afloat")).ToContainTextAsync("This page has not changed");
        await page.FillAsync(".search input", "W-1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".unanswered")).ToHaveCountAsync(1);
        Assert.Equal("EXERCISE: half a sent", await page.InputValueAsync("#d-reason"));
        Assert.Empty(await visitor.AccessibilityViolations());
        if (Environment.GetEnvironmentVariable("FURROW_LOOK") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "silent-page-390.png") });
        }

        await served.Revive();
        await visitor.InPlace("() => document.querySelector(\".top nav a[href^='/balance']\").click()");
        Assert.EndsWith("/balance", page.Url, StringComparison.Ordinal);
        await visitor.InPlace("() => history.back()");
        Assert.Equal("EXERCISE: half a sent", await page.InputValueAsync("#d-reason"));
        Assert.Equal(0, await page.Locator(".unanswered").CountAsync());
    }

    [Fact]
    public async Task A_form_that_is_refused_is_told_why_at_its_top_and_keeps_words_and_file()
    {
        await using var served = await Served();
        await using var visitor = await browser.Visit(served.Address, 1000, 640);
        var page = visitor.Page;
        await visitor.Open("/import");
        await page.EvaluateAsync("() => { window.stays = 1; document.querySelector('#main details').open = true; }");
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE.geojson", Drawings.InDoubt));
        await page.FillAsync("#i-org", "EXERCISE office");
        await page.FillAsync("#i-depth", "deep");
        await visitor.InPlace("() => document.querySelector('main button.primary').click()");
        Assert.Equal("alert", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('role')"));
        Assert.Equal("EXERCISE office", await page.InputValueAsync("#i-org"));
        Assert.Equal("EXERCISE.geojson", await page.EvaluateAsync<string>("() => document.getElementById('i-file').files[0]?.name"));

        await page.EvaluateAsync("() => { document.getElementById('i-depth').value = '20'; }");
        await visitor.InPlace("() => document.querySelector('main button.primary').click()");
        await page.Locator(".cards .card").First.WaitForAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.stays"));
        await visitor.Open("/balance");
        await page.Locator("main form[method=post] button").Last.DblClickAsync();
        await visitor.StandsAt("/figures/");
        Assert.Single(served.Programme.State.Figures);
    }

    private static string InLanguage(string page, string language) => $"{page}{(page.Contains('?') ? '&' : '?')}lang={language}";

    /// <summary>Reports that wait, a group, accepted land; and a batch of its own, so that what is decided on one form is not what another had shown.</summary>
    private static async Task<ServedProgramme> Served()
    {
        var served = await ServedProgramme.Empty();
        served.Import("EXERCISE archive.geojson", Drawings.Square("DRILL-0", -119.5, -31), baseline: true);
        served.Import("EXERCISE exchanged.geojson", Drawings.ExchangedDates);
        served.Import("EXERCISE waiting.geojson", Drawings.Square("DRILL-9", -119.2, -31.2));
        return served;
    }

    /// <summary>The address of a file that was looked through, with a drawing in doubt.</summary>
    private async Task<string> DraftIn(ServedProgramme served)
    {
        await using var visitor = await browser.Visit(served.Address);
        await visitor.Open("/import");
        await visitor.Page.SetInputFilesAsync("#i-file", served.Write("EXERCISE doubt.geojson", Drawings.InDoubt));
        await visitor.Page.SelectOptionAsync("#i-as", "suspected");
        await visitor.Page.FillAsync("#i-on", "2020-06-30");
        await visitor.Page.FillAsync("#i-org", "EXERCISE mine action centre");
        await visitor.Page.ClickAsync("main button.primary");
        await visitor.Page.Locator("fieldset input[name=row]").WaitForAsync();
        return new Uri(visitor.Page.Url).AbsolutePath;
    }

    private static async Task<string> Type(Visitor visitor, ServedProgramme served, Form form)
    {
        await visitor.Page.EvaluateAsync("() => { for (const more of document.querySelectorAll('#main details')) more.open = true; }");
        foreach (var word in form.Typed.Select(t => t.Split('=', 2)))
        {
            await visitor.Page.FillAsync($"{form.Itself} [name={word[0]}]", word[1]);
        }

        if (form.Handler == "upload")
        {
            await visitor.Page.SetInputFilesAsync("#i-file", served.Write("EXERCISE new.geojson", Drawings.Square("DRILL-9", -118, -30)));
        }
        else if (form.Handler == "doubt")
        {
            await visitor.Page.CheckAsync("input[name=row]");
        }

        return await Filled(visitor, form);
    }

    /// <summary>All that the form holds.</summary>
    private static Task<string> Filled(Visitor visitor, Form form) => visitor.Page.Locator(form.Itself).EvaluateAsync<string>(
        "form => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]))");

    private sealed record Form(string Page, string Handler, string ButtonOfForm, string[] Typed)
    {
        public string Itself => $"form:has([name=_handler][value={Handler}])";

        public string Button => $"{Itself} {ButtonOfForm}";
    }
}
