using System.Net;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Programmes;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Listings;

/// <summary>Who may work, as it is asked on the page: every reason with whom it is said of, for any day, as known now and as known then.</summary>
public sealed class EntitlementPageTests : IDisposable
{
    private static readonly DateOnly First = new(2024, 1, 1), Last = new(2099, 12, 31);

    private static readonly FieldActivity[] Work = [FieldActivity.ManualClearance];

    private readonly FormServer _server = new();
    private readonly Guid[] _ids = [.. Enumerable.Range(0, 12).Select(_ => Guid.NewGuid())];

    public void Dispose() => _server.Dispose();

    /// <summary>All is in order by 5 May 2090; the medic's insurance is withdrawn on 20 May.</summary>
    private void Tell()
    {
        var (organisation, team, leader, medic) = (_ids[0], _ids[1], _ids[2], _ids[3]);
        Decide(new(2090, 5, 5),
        [
            new OrganisationRegistered(organisation, "Company", OrganisationKind.Company),
            new AgreementRecorded(_ids[4], "Licence", AgreementKind.Licence, AgreementLevel.NationalLaw, First, First, null, [organisation], []),
            new ClauseRecorded(_ids[5], _ids[4], "7", ClauseKind.Activity, Activity.Clear, [], [], null, null, null, null, null),
            new PersonRegistered(leader, "Ann Example"),
            new PersonRegistered(medic, "Bea Example"),
            new TeamFormed(team, "T-3", "North", organisation, TeamWork.ManualClearance, First),
            new TeamJoined(Guid.NewGuid(), team, leader, PersonFunction.TeamLeader, First, false),
            new TeamJoined(Guid.NewGuid(), team, medic, PersonFunction.Medic, First, false),
            new InsuranceRecorded(Guid.NewGuid(), leader, First, null, "Insurer", null),
            new InsuranceRecorded(_ids[6], medic, First, null, "Insurer", null),
            new CertificateRecorded(Guid.NewGuid(), leader, Competency.Eod2, null, "School", null, First, null, false),
            new ProcedureRegistered(_ids[7], organisation, "SOP-4", "1", "Clearance", First),
            .. Given(AccreditedKind.Organisation, organisation), .. Given(AccreditedKind.Team, team), .. Given(AccreditedKind.Procedure, _ids[7]),
        ]);
        Decide(new(2090, 5, 20), [new InsuranceWithdrawn(_ids[6], medic)]);
    }

    [Theory]
    [InlineData("who=T-3&activity=manual-clearance&on=2090-06-01", "no Bea Example")]
    [InlineData("who=T-3&activity=manual-clearance&on=2090-06-01&then=2090-05-19", "yes")]
    [InlineData("activity=manual-clearance&on=2090-06-01&then=2090-05-19", "yes")]
    [InlineData("activity=manual-clearance&on=2023-06-01", "")]
    [InlineData("who=Ann+Example&activity=manual-clearance&on=2090-06-01", "yes")]
    [InlineData("who=Bea+Example&activity=manual-clearance&on=2090-06-01", "no Bea Example")]
    [InlineData("who=T-3&activity=eod&on=2090-06-01", "no Bea Example")]
    public async Task Its_page_answers_with_whom_a_reason_is_said_of(string asked, string answer)
    {
        Tell();
        var html = WebUtility.HtmlDecode((await _server.Get("/entitlement?" + asked)).Html);
        var table = html.Contains("<tbody>", StringComparison.Ordinal) ? html[html.IndexOf("<tbody>", StringComparison.Ordinal)..] : "";
        Assert.Equal(answer, string.Join(' ', new[] { ">yes<", ">no<", "Bea Example" }.Where(w => table.Contains(w, StringComparison.Ordinal))
            .Select(w => w.Trim('<', '>'))));
    }

    [Theory]
    [InlineData("who=nobody", HttpStatusCode.NotFound)]
    [InlineData("who=T-3&then=2090-05-01", HttpStatusCode.NotFound)]
    public async Task Who_is_not_known_is_said(string asked, HttpStatusCode status)
    {
        Tell();
        Assert.Equal(status, (await _server.Get("/entitlement?" + asked)).Status);
    }

    /// <summary>Two organisations may have one code: neither is taken for the other.</summary>
    [Fact]
    public void A_name_that_two_procedures_have_is_refused_and_named_with_its_organisation_found()
    {
        Tell();
        var (other, second) = (Guid.NewGuid(), Guid.NewGuid());
        var kind = Furrow.Server.Intents.IntentList.OfProgram.Objects.KindOf("procedure")!;
        Assert.Equal(_ids[7], kind.Find(_server.Programme.State, "SOP-4, 1")!.Value.Value);
        Decide(new(2090, 6, 1), [new OrganisationRegistered(other, "Contingent", OrganisationKind.MilitaryContingent),
            new ProcedureRegistered(second, other, "SOP-4", "1", "Clearance", First)]);
        Assert.Equal("procedure-shared", kind.Find(_server.Programme.State, "SOP-4, 1")!.Value.Problem!.Code);
        Assert.Equal([_ids[7], second],
            new[] { "SOP-4, 1 (Company)", "sop-4, 1 (contingent)" }.Select(n => kind.Find(_server.Programme.State, n)!.Value.Value));
    }

    private void Decide(DateOnly on, IReadOnlyList<IFact> facts) => _server.Programme.Decide(
        new Acting("Eve", new DateTimeOffset(on, new TimeOnly(9, 0), TimeSpan.Zero), Door.Verb, "told"), (_, _) => Ruling.Of(facts)).Get();

    private static IEnumerable<IFact> Given(AccreditedKind kind, Guid subject)
    {
        var id = Guid.NewGuid();
        yield return new AccreditationAppliedFor(id, kind, subject, Work, First);
        yield return new AccreditationMoved(id, AccreditationStage.Full, First, Last, Work, null);
    }
}
