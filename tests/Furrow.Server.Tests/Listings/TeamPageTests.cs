using System.Net;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Listings;

/// <summary>"Who was in team 3 on 4 May?": on the page of the team, for any day, as known now and as known then.</summary>
public sealed class TeamPageTests : IDisposable
{
    private static readonly DateOnly Formed = new(2024, 1, 1), Fourth = new(2024, 5, 4);

    private readonly FormServer _server = new();
    private readonly Guid _team = Guid.NewGuid(), _ann = Guid.NewGuid(), _bea = Guid.NewGuid();

    public void Dispose() => _server.Dispose();

    /// <summary>Told on 5 May 2090; that Bea was there since 4 May 2024 is told on 20 May.</summary>
    private void Tell()
    {
        var (organisation, annTime, beaTime) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Decide(new(2090, 5, 5), [new OrganisationRegistered(organisation, "Contingent", OrganisationKind.MilitaryContingent),
            new PersonRegistered(_ann, "Ann Example"), new PersonRegistered(_bea, "Bea Example"),
            new TeamFormed(_team, "T-3", "North", organisation, TeamWork.Eod, Formed),
            new TeamJoined(annTime, _team, _ann, PersonFunction.TeamLeader, Formed, false), new TeamLeft(annTime, _team, _ann, Fourth)]);
        Decide(new(2090, 5, 20), [new TeamJoined(beaTime, _team, _bea, PersonFunction.Medic, Fourth, false)]);
    }

    private void Decide(DateOnly on, IReadOnlyList<IFact> facts) => _server.Programme.Decide(
        new Acting("Eve", new DateTimeOffset(on, new TimeOnly(9, 0), TimeSpan.Zero), Door.Verb, "told"), (_, _) => Ruling.Of(facts)).Get();

    [Theory]
    [InlineData("on=2024-05-03", "Ann Example")]
    [InlineData("on=2024-05-04", "Ann Example, Bea Example")]
    [InlineData("on=2024-05-05", "Bea Example")]
    [InlineData("on=2023-12-31", "")]
    [InlineData("on=2024-05-04&then=2090-05-01", "")]
    [InlineData("on=2024-05-04&then=2090-05-19", "Ann Example")]
    [InlineData("on=2024-05-04&then=2090-05-20", "Ann Example, Bea Example")]
    public async Task Its_page_says_who_was_in_it_on_a_day(string asked, string members)
    {
        Tell();
        Assert.Equal(members, Members(WebUtility.HtmlDecode((await _server.Get($"/records/teams/{_team:D}?{asked}")).Html)));
    }

    [Fact]
    public async Task The_menu_leads_to_the_lists_of_people()
    {
        var html = (await _server.Get("/people")).Html;
        Assert.All(["/lists/teams", "/lists/members", "/lists/people", "/lists/organisations", "/do/team-form"],
            address => Assert.Contains($"href=\"{address}", html, StringComparison.Ordinal));
        var list = (await _server.Get("/lists/teams")).Html;
        Assert.Contains("/do/team-form", list, StringComparison.Ordinal);
        Assert.DoesNotContain("/do/agreement-record", list, StringComparison.Ordinal);
    }

    private static string Members(string html) => string.Join(", ", new[] { "Ann Example", "Bea Example" }
        .Where(name => html[..html.LastIndexOf("/lists/members?team=", StringComparison.Ordinal)].Contains(name, StringComparison.Ordinal)));
}
