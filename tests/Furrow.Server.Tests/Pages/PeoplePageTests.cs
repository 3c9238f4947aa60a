using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>Organisations, agreements and what else belongs to cooperation are found by the links a person follows, and by their names.</summary>
public sealed class PeoplePageTests : IDisposable
{
    private readonly FormServer _server = FormServer.Empty();

    public PeoplePageTests() => _server.Programme.Decide(new Acting("Ann", DateTimeOffset.UnixEpoch, Door.Verb, "x"), (_, _) =>
        [new OrganisationRegistered(Guid.NewGuid(), "EXERCISE Contingent One", OrganisationKind.MilitaryContingent, "XB")]).Get();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Every_page_leads_to_the_lists_of_people_and_these_to_what_can_be_added()
    {
        Assert.Contains("href=\"/people\"", (await _server.Get("/")).Html, StringComparison.Ordinal);
        var page = (await _server.Get("/people")).Html;
        foreach (var part in new[] { "/lists/organisations", "/lists/agreements", "/lists/people", "/lists/roles", "/do/organisation-register", "/do/agreement-record",
            "/do/role-give" })
        {
            Assert.Contains($"href=\"{part}", page, StringComparison.Ordinal);
        }

        // What is done with one that is there, and what makes another thing, stands elsewhere.
        var organisations = (await _server.Get("/lists/organisations")).Html;
        Assert.Contains("/do/organisation-register", organisations, StringComparison.Ordinal);
        Assert.DoesNotContain("/do/agreement-record", organisations, StringComparison.Ordinal);
        Assert.DoesNotContain("/do/organisation-close", organisations, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contingent one", true)]
    [InlineData("Contingent Two", false)]
    public async Task An_organisation_is_found_by_its_name(string words, bool isFound) => Assert.Equal(isFound,
        (await _server.Get("/search?q=" + Uri.EscapeDataString(words))).Html.Contains("/records/organisations/", StringComparison.Ordinal));
}
