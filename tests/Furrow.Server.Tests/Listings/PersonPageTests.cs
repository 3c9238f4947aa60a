using System.Net;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Listings;

/// <summary>The page of a person: whom they serve, what they are qualified for on a day and by what, and what is personal.</summary>
public sealed class PersonPageTests : IDisposable
{
    private static readonly DateOnly First = new(2024, 1, 1);

    private readonly FormServer _server = new();
    private readonly Guid _organisation = Guid.NewGuid(), _person = Guid.NewGuid();

    public PersonPageTests()
    {
        var course = Guid.NewGuid();
        IFact[] facts =
        [
            new OrganisationRegistered(_organisation, "Contingent", OrganisationKind.MilitaryContingent), new PersonRegistered(_person, "XB-0417"),
            new PersonCodeGiven(_person, "XB-0417", true), new PersonDetailRecorded(_person, PersonalDetail.Contact, "channel 4"),
            new ServiceBegun(Guid.NewGuid(), _person, _organisation, First, PersonFunction.EodOperator, false),
            new CourseRecorded(course, "Sapper course", "XB"),
            new EquivalenceDecided(Guid.NewGuid(), course, Competency.Eod2, _organisation, First, "syllabus"),
            new CertificateRecorded(Guid.NewGuid(), _person, null, course, "School of XB", null, First, null, false),
            new CertificateRecorded(Guid.NewGuid(), _person, Competency.Medic, null, "Hospital", null, First, new(2024, 3, 31), false),
            new FieldWorkRecorded(_person, First, new(2024, 1, 20)),
        ];
        _server.Programme.Decide(new Acting("Eve", DateTimeOffset.UnixEpoch, Door.Verb, "told"), (_, _) => Ruling.Of(facts)).Get();
    }

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("on=2024-03-31", "EOD 1|EOD 2|medic|Sapper course|channel 4|71 days before|withholds the name", "was valid until")]
    [InlineData("on=2024-04-01", "EOD 2|was valid until 2024-03-31|not insured", "no valid certificate")]
    [InlineData("on=2023-12-31", "No valid certificate on that day", "EOD 2")]
    public async Task It_says_what_somebody_is_qualified_for_on_a_day(string asked, string said, string unsaid)
    {
        var page = WebUtility.HtmlDecode((await _server.Get($"/records/people/{_person:D}?{asked}", "en")).Html);
        Assert.All(said.Split('|'), text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain(unsaid, page[page.IndexOf("id=\"qualified\"", StringComparison.Ordinal)..page.IndexOf("</dl>", page.IndexOf("id=\"qualified\"",
            StringComparison.Ordinal), StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_leads_to_its_people_and_teams()
    {
        var page = WebUtility.HtmlDecode((await _server.Get($"/records/organisations/{_organisation:D}")).Html);
        Assert.Contains("/lists/people?organisation=Contingent", page, StringComparison.Ordinal);
        Assert.Contains("/lists/teams?organisation=Contingent", page, StringComparison.Ordinal);
        Assert.Contains($"/records/people/{_person:D}", (await _server.Get("/lists/people?organisation=Contingent")).Html, StringComparison.Ordinal);
    }
}
