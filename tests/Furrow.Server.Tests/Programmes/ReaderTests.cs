using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Programmes;

/// <summary>What is sealed stands in the log and nowhere else; a reader opens what its purpose allows.</summary>
public sealed class ReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Programme Open() => Programme.Open(_folder["r.furrow"], Genesis.OfFile(_folder["r.furrow"], "ann", TimeProvider.System)).Get();

    private static Acting By(string person, string? reason = null) => new(person, DateTimeOffset.UnixEpoch, Door.Verb, reason);

    private static Report Full(int n) => new()
    {
        Id = new Guid(n, 0, 0, new byte[8]),
        Code = $"EX-{n}",
        Kind = ReportKind.SuspectedHazardousArea,
        End = new ReportDate(new DateOnly(2025, 6, 1)),
        Organisation = "Survey office",
        Kinds = KindSet.All,
        Parts = [new ReportPart { Effect = LandEffect.Suspect, TurningPoints = [new("TP", new(1, 1)), new("TP 2", new(2, 2), "an oak")] }],
        ReferencePoint = new("RP", new(1, 1), "a bridge"),
        Benchmark = new("BM", new(1, 1), "a post"),
        Evidence = [new(EvidenceStrength.Direct, "seen", Description: "a herder")],
        Remarks = "some remarks",
        Extra = new Dictionary<string, string> { ["shepherd"] = "Cem" },
    };

    private static string Told(Report report) => string.Join("; ", ReportSeals.Of(report).Select(s => s is Sealed text ? text.Text
        : string.Join(", ", ((SealedTexts)s).Texts.Select(t => $"{t.Key} {t.Value}"))));

    private const string AllTold = "an oak; a bridge; a post; a herder; some remarks; shepherd Cem";

    private static string Told(Programme programme, int n) =>
        Told(programme.ReaderFor(ReaderPurpose.Review).Open(programme.State.FindReport(new Guid(n, 0, 0, new byte[8]))!.Report));

    private static void Submit(Programme programme, Report report, string? reason = null) =>
        programme.Decide(By("ann", reason), (state, act) => ReportRules.Submit(state.Book, act, report)).Get();

    [Fact]
    public void What_was_just_committed_and_what_was_read_back_hold_the_same_places_and_no_text()
    {
        using var programme = Open();
        Submit(programme, Full(1), "the first");
        using var beside = Programme.OpenForReading(programme.Path).Get();
        foreach (var state in new[] { programme.State, beside.State })
        {
            var entry = state.Reports.Single();
            SealedValue?[] all = [.. ReportSeals.Of(entry.Report), entry.SubmittedIn.Reason, .. state.People.All.Select(p => p.Name)];
            Assert.Equal(8, all.Length);
            Assert.All(all, s => Assert.False(s!.IsOpen));
            Assert.Equal(beside.State.Reports.Single(), entry);
        }

        Assert.Equal(AllTold, Told(programme, 1));
        Assert.Equal("the first", programme.ReaderFor(ReaderPurpose.Review).ReasonOf(programme.State.Reports.Single().SubmittedIn));
    }

    [Fact]
    public void A_correction_carries_over_what_it_keeps_also_from_an_act_of_the_same_commit()
    {
        using var programme = Open();
        Submit(programme, Full(1));
        var kept = programme.State.Reports.Single().Report;
        programme.DecideLarge(state => JudgedBatch.Of(state, By("ann"), (s, act) => ReportRules.Submit(s.Book, act, Full(2))).Value!
            .Then(By("ann"), (s, act) => ReportRules.Submit(s.Book, act, s.FindReport(Full(2).Id)!.Report with { Id = Full(3).Id, Code = "EX-3", Remarks = "new" }))
            .Value!.Then(By("ann"), (s, act) => ReportRules.Submit(s.Book, act, kept with { Id = Full(4).Id, Code = "EX-4", Extra = SealedTexts.None })));
        Assert.Equal([AllTold, AllTold, AllTold.Replace("some remarks", "new"), AllTold.Replace("; shepherd Cem", "")],
            Enumerable.Range(1, 4).Select(n => Told(programme, n)));

        programme.Decide(By("ann"), (_, _) => [new PartErased(kept.Remarks!.Place!.Value.Position, Tier.Restricted)]).Get();
        Submit(programme, kept with { Id = Full(5).Id, Code = "EX-5" });
        Assert.Equal(["[erased]; [erased]; [erased]; [erased]; [erased]; "], new[] { 1, 5 }.Select(n => Told(programme, n)).Distinct());
        Assert.Equal(AllTold.Replace("; shepherd Cem", ""), Told(programme, 4));
    }

    [Theory]
    [InlineData(ReaderPurpose.Land, "[withheld]", "[withheld]")]
    [InlineData(ReaderPurpose.Record, "ann", "[withheld]")]
    [InlineData(ReaderPurpose.Review, "ann", "why")]
    public void A_reader_opens_what_its_purpose_allows(ReaderPurpose purpose, string name, string reason)
    {
        using var programme = Open();
        Submit(programme, Full(1), "why");
        var (reader, entry) = (programme.ReaderFor(purpose), programme.State.Reports.Single());
        Assert.Equal((name, reason), (reader.NameOf(entry.SubmittedIn), reader.ReasonOf(entry.SubmittedIn)));
        Assert.Equal(purpose == ReaderPurpose.Review ? 1 : 0, reader.Open(entry.Report.Extra).Count);
        Assert.Throws<InvalidOperationException>(() => entry.Report.Remarks!.Text);
        Assert.Throws<InvalidOperationException>(() => System.Text.Json.JsonSerializer.Serialize(new { entry.Report.Remarks }));
    }

    [Fact]
    public void A_name_is_found_as_codes_are_after_a_start_and_not_when_it_was_erased()
    {
        using (var programme = Open())
        {
            programme.Decide(By("Ayşe Yılmaz"), (state, act) => ReportRules.Submit(state.Book, act, Full(1))).Get();
            Assert.True(programme.Decide(By("Bea"), (state, act) => ReportRules.Submit(state.Book, act, Full(1))).IsRefused);
            Assert.Null(programme.State.PersonNamed("Bea"));
        }

        using var again = Open();
        var ayşe = again.State.People.All[1];
        Assert.Equal(ayşe.Id, again.State.PersonNamed("ayşe  yilmaz"));
        again.Decide(By("ann"), (_, _) => [new PartErased(ayşe.Name.Place!.Value.Position, Tier.Personal)]).Get();
        using var beside = Programme.OpenForReading(again.Path).Get();
        Assert.Null(beside.State.PersonNamed("ayşe yilmaz"));
        Assert.Equal(Sealed.Erased, beside.ReaderFor(ReaderPurpose.Record).NameOf(ayşe.Id));
    }
}
