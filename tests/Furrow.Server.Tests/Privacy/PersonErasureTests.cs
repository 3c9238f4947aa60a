using System.Text;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Privacy;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Tests.Privacy;

/// <summary>Erasing a person erases all that is personal of them, wherever it stands, and nothing that is counted.</summary>
public sealed class PersonErasureTests : IDisposable
{
    /// <summary>Everything that is to be gone, the older contact too.</summary>
    private static readonly string[] Texts = ["Nameof Erased", "CODE-7Q-ERASED", "contact one erased", "contact two erased", "birth erased", "medical erased",
        "caveats erased", "covers erased", "number erased"];

    private static readonly DateOnly Day = new(2024, 1, 10);

    private readonly TempFolder _folder = new();
    private readonly Guid _erased = Guid.NewGuid(), _other = Guid.NewGuid();

    private string Ledger => _folder["e.furrow"];

    public void Dispose() => _folder.Dispose();

    private Programme Open() => Programme.Open(Ledger, Genesis.OfFile(Ledger, "ann", TimeProvider.System)).Get();

    private void Tell(Programme programme)
    {
        var (organisation, team) = (Guid.NewGuid(), Guid.NewGuid());
        IFact[] facts =
        [
            new OrganisationRegistered(organisation, "Contingent", OrganisationKind.MilitaryContingent), new PersonRegistered(_erased, Texts[0]),
            new PersonCodeGiven(_erased, Texts[1], false), new PersonDetailRecorded(_erased, PersonalDetail.Contact, Texts[2]),
            new PersonDetailRecorded(_erased, PersonalDetail.Contact, Texts[3]), new PersonDetailRecorded(_erased, PersonalDetail.Birth, Texts[4]),
            new PersonDetailRecorded(_erased, PersonalDetail.Medical, Texts[5]), new PersonCaveatsSaid(_erased, Texts[6]),
            new InsuranceRecorded(Guid.NewGuid(), _erased, Day, null, "Mutual", Texts[7]),
            new CertificateRecorded(Guid.NewGuid(), _erased, Competency.Eod2, null, "School", Texts[8], Day, null, false),
            new ServiceBegun(Guid.NewGuid(), _erased, organisation, Day, null, false),
            new TeamFormed(team, "T-3", "North", organisation, TeamWork.Eod, Day),
            new TeamJoined(Guid.NewGuid(), team, _erased, PersonFunction.Medic, Day, false),
            new PersonRegistered(_other, "Somebody Staying"), new PersonDetailRecorded(_other, PersonalDetail.Contact, "contact that stays"),
        ];
        programme.Decide(new Acting("ann", DateTimeOffset.UnixEpoch, Door.Verb, "told"), (_, _) => Ruling.Of(facts)).Get();
        programme.SaveSnapshot();
    }

    private static string Counts(Programme programme)
    {
        var state = programme.State;
        var team = state.Of<TeamRegister>().All.Single();
        return string.Join(' ', state.People.All.Count, state.Of<TeamRegister>().Members(team.Id, Day).Count,
            state.Of<PersonnelRegister>().RecordedServices.Count(), state.Of<PersonnelRegister>().RecordedInsurances.Count(),
            state.Of<QualificationRegister>().RecordedCertificates.Count(),
            string.Join(',', state.Of<TeamRegister>().Members(team.Id, Day).SelectMany(m => Qualification.LevelsOf(state, m.Person, Day))));
    }

    private IEnumerable<string> Left() => from text in Texts
        where Directory.GetFiles(_folder.Path).Any(f => !f.EndsWith("-lease", StringComparison.Ordinal)
            && Bytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
        select text;

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    [Fact]
    public void All_that_is_personal_is_gone_and_every_count_stays()
    {
        using (var programme = Open())
        {
            Tell(programme);
            Assert.Equal(Texts, Left());
            Assert.Equal((_erased, _erased), (programme.State.PersonNamed(Texts[0]), programme.State.PersonNamed(Texts[1])));
            var counts = Counts(programme);
            programme.Decide(new Acting("ann", DateTimeOffset.UnixEpoch, Door.Verb, "asked for it"),
                (state, act) => ErasureRules.Erase(state, act, new ErasePerson(_erased))).Get();
            Assert.Equal(counts, Counts(programme));
            Assert.Equal((null, null), (programme.State.PersonNamed(Texts[0]), programme.State.PersonNamed(Texts[1])));
            Assert.Equal(_other, programme.State.PersonNamed("Somebody Staying"));
            var reader = programme.ReaderFor(ReaderPurpose.Review);
            Assert.Equal(("contact that stays", Sealed.Erased), (reader.Open(programme.State.People.Find(_other)!.Details[PersonalDetail.Contact]),
                reader.Open(programme.State.People.Find(_erased)!.Details[PersonalDetail.Medical])));
            Assert.Equal("part-erased-before", programme.Decide(new Acting("ann", DateTimeOffset.UnixEpoch, Door.Verb, "again"),
                (state, act) => ErasureRules.Erase(state, act, new ErasePerson(_erased))).Problem!.Code);
        }

        using (var again = Open())
        {
            Assert.Empty(Left());
            Assert.True(LogVerification.Of(again.Log).IsWhole);
            Assert.Equal("3 1 1 1 1 Eod1,Eod2", Counts(again));
        }
    }

    /// <summary>Where the code alone was erased, the name still finds.</summary>
    [Fact]
    public void What_was_not_erased_still_finds_them()
    {
        using var programme = Open();
        Tell(programme);
        var code = programme.State.People.Find(_erased)!.Code!.Place!.Value;
        programme.Decide(new Acting("ann", DateTimeOffset.UnixEpoch, Door.Verb, "typed wrong"),
            (state, act) => ErasureRules.Erase(state, act, new ErasePart(code.Position, ErasureRules.Personal))).Get();
        Assert.Equal((_erased, null), (programme.State.PersonNamed(Texts[0]), programme.State.PersonNamed(Texts[1])));
    }
}
