using Furrow.Core.Reports;
using Microsoft.Playwright;

namespace Furrow.Browser.Tests;

/// <summary>A file with something wrong in it: its draft, the group of its findings, what a decision does, how it is taken back.</summary>
public sealed class FindingsJobTests(TheBrowser browser)
{
    [Theory]
    [InlineData("send-back", "Returned", "Submitted")]
    [InlineData("repair", "Submitted", "Submitted")]
    public async Task A_group_of_findings_is_opened_decided_as_one_and_reconsidered(string decision, string then, string again)
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address);
        await Import(visitor, served);
        string Statuses() => string.Join(' ', served.Programme.State.Reports.Select(r => r.Status).Distinct());
        DateOnly End() => served.Programme.State.Reports.First().Report.End.Day;

        await OpenGroup(visitor, "/findings");
        await Assertions.Expect(visitor.Page.Locator("fieldset")).ToContainTextAsync("reports that wait for review: 3");
        await AssertGood(visitor);
        await Decide(visitor, decision);
        Assert.Equal((then, decision == "repair" ? new DateOnly(2020, 9, 1) : new DateOnly(2020, 6, 30)), (Statuses(), End()));
        await AssertGood(visitor);

        await OpenGroup(visitor, "/findings?show=all");
        await Decide(visitor, "reconsider");
        Assert.Equal((again, new DateOnly(2020, 6, 30)), (Statuses(), End()));
        Assert.Empty(visitor.Wrong);
    }

    [Fact]
    public async Task A_draft_an_applied_import_and_a_published_figure_are_accessible_on_a_phone_in_the_dark()
    {
        await using var served = await ServedProgramme.Empty();
        await using var visitor = await browser.Visit(served.Address, 390, dark: true);
        await Upload(visitor, served, archive: true);
        await AssertGood(visitor);
        await visitor.Page.FillAsync("#d-reason", "EXERCISE archive");
        await visitor.Page.Locator("form:has(#d-by) button.primary").First.ClickAsync();
        await visitor.Page.Locator(".notice.good").WaitForAsync();
        await AssertGood(visitor);

        await visitor.Open("/balance");
        await visitor.Page.Locator("main form[method=post] button").Last.ClickAsync();
        await visitor.StandsAt("/figures/");
        await AssertGood(visitor);
        Assert.Single(served.Programme.State.Figures);
    }

    private static async Task Upload(Visitor visitor, ServedProgramme served, bool archive = false)
    {
        var page = visitor.Page;
        await visitor.Open("/import");
        await page.SetInputFilesAsync("#i-file", served.Write("EXERCISE exchanged.geojson", Drawings.ExchangedDates));
        await page.SelectOptionAsync("#i-as", "suspected");
        await page.FillAsync("#i-org", "EXERCISE mine action centre");
        await page.SetCheckedAsync("input[name=baseline]", archive);
        await page.ClickAsync("main button.primary");
        await page.Locator(".cards .card").First.WaitForAsync();
    }

    private static async Task Import(Visitor visitor, ServedProgramme served)
    {
        await Upload(visitor, served);
        await visitor.Page.Locator("form:has(#d-by) button.primary").First.ClickAsync();
        await visitor.Page.Locator(".notice.good").WaitForAsync();
        Assert.All(served.Programme.State.Reports, r => Assert.Equal(ReportStatus.Submitted, r.Status));
    }

    private static async Task OpenGroup(Visitor visitor, string list)
    {
        await visitor.Open(list);
        await visitor.Page.Locator("main a", new PageLocatorOptions { HasText = "out of order" }).First.ClickAsync();
        await visitor.Page.Locator("#d-reason").WaitForAsync();
    }

    private static async Task Decide(Visitor visitor, string decision)
    {
        await visitor.Page.FillAsync("#d-reason", "EXERCISE: the form had them exchanged");
        await visitor.InPlace("button => document.querySelector(button).click()", $"button[value={decision}]");
        await Assertions.Expect(visitor.Page.Locator("dl.facts")).ToContainTextAsync("the form had them exchanged");
    }

    private static async Task AssertGood(Visitor visitor)
    {
        var found = await visitor.AccessibilityViolations();
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(visitor.Wrong);
    }
}
