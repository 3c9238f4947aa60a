using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Privacy;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;
using Furrow.Store;
using Xunit;

namespace Furrow.Server.Tests.Privacy;

/// <summary>What is erased is gone: from the ledger and all that lies beside it, from memory, from a backup that is put back; and nothing else
/// changes.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Ledger => _folder["e.furrow"];

    public void Dispose() => _folder.Dispose();

    private Programme Open(string? path = null) => Programme.Open(path ?? Ledger, Genesis.OfFile(Ledger, "ann", TimeProvider.System)).Get();

    private static Acting By(string person, string? reason = null) => new(person, DateTimeOffset.UnixEpoch, Door.Verb, reason);

    private static Report Report(int n, string remarks) => new()
    {
        Id = new Guid(n, 0, 0, new byte[8]),
        Code = $"EX-{n}",
        Kind = ReportKind.SuspectedHazardousArea,
        End = new ReportDate(new DateOnly(2025, 6, 1)),
        Organisation = "Survey office",
        Kinds = KindSet.All,
        Parts = [new ReportPart { Effect = LandEffect.Suspect }],
        Remarks = remarks,
    };

    /// <summary>Somebody whose name nobody can know, in a report, in a reason and as a person; read once by all that reads. Gives the name masked.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] Plant(Programme programme)
    {
        var name = "Nm" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        programme.Decide(By(name, "because " + name), (state, act) => ReportRules.Submit(state.Book, act, Report(1, "told by " + name))).Get();
        programme.SaveSnapshot();
        var reader = programme.ReaderFor(ReaderPurpose.Review);
        var entry = programme.State.Reports.Single();
        Assert.Equal((name, "because " + name, "told by " + name),
            (reader.NameOf(entry.SubmittedIn), reader.ReasonOf(entry.SubmittedIn), reader.Open(entry.Report.Remarks)));
        Assert.NotNull(programme.State.PersonNamed(name));
        return MemorySearch.Masked(name);
    }

    private static Ruling Erase(Core.Programmes.ProgrammeState state, Act act)
    {
        var entry = state.Reports.Single();
        return ErasureRules.Erase(state, act, new ErasePerson(entry.SubmittedBy,
            [$"{entry.Report.Remarks!.Place!.Value.Position}", $"{entry.SubmittedIn.Reason!.Place!.Value.Position}"]));
    }

    private static bool Holds(string path, byte[] masked)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return MemorySearch.IsIn(bytes, masked);
    }

    [Fact]
    public async Task An_erased_name_stands_in_no_file_and_nowhere_in_memory_and_the_start_is_warm()
    {
        byte[] masked;
        using (var programme = Open())
        {
            masked = Plant(programme);
            Assert.Contains(Directory.GetFiles(_folder.Path), f => !f.EndsWith("-lease", StringComparison.Ordinal) && Holds(f, masked));
            var before = programme.SnapshotPosition;
            programme.Decide(By("ann", "they asked for it"), Erase).Get();
            await programme.Forgetting;
            Assert.Equal(before, programme.SnapshotPosition);
            Assert.DoesNotContain(Directory.GetFiles(_folder.Path), f => !f.EndsWith("-lease", StringComparison.Ordinal) && Holds(f, masked));
            Assert.Equal("", string.Join("\n", MemorySearch.Find(masked)));
            Assert.Equal([Tier.Personal, Tier.Restricted, Tier.Restricted], programme.State.Of<Erasures>().All.Select(e => e.Tier));
        }
    }

    /// <summary>The ledger as a backup has it: the file alone, as it is before an erasure. Then the erasure, and the backup in its place with the
    /// list.</summary>
    private byte[] PutBack()
    {
        byte[] masked, backup;
        using (var programme = Open())
        {
            masked = Plant(programme);
        }

        backup = File.ReadAllBytes(Ledger);
        using (var programme = Open())
        {
            programme.Decide(By("ann", "they asked for it"), Erase).Get();
        }

        Assert.True(MemorySearch.IsIn(backup, masked));
        foreach (var file in Directory.GetFiles(_folder.Path).Where(f => f != ErasureList.PathFor(Ledger)))
        {
            File.Delete(file);
        }

        File.WriteAllBytes(Ledger, backup);
        return masked;
    }

    [Fact]
    public void A_backup_put_back_with_the_list_is_not_read_before_what_was_erased_is_erased_again()
    {
        var masked = PutBack();
        Assert.Equal("erasures-waiting", Programme.OpenForReading(Ledger).Problem!.Code);
        using (var programme = Open())
        {
            Assert.DoesNotContain(Directory.GetFiles(_folder.Path), f => !f.EndsWith("-lease", StringComparison.Ordinal) && Holds(f, masked));
            Assert.Equal(3, programme.State.Of<Erasures>().All.Count);
            var entry = programme.State.Reports.Single();
            Assert.Equal((Sealed.Erased, Sealed.Erased), (programme.ReaderFor(ReaderPurpose.Review).NameOf(entry.SubmittedIn),
                programme.ReaderFor(ReaderPurpose.Review).Open(entry.Report.Remarks)));
            Assert.Equal(programme.State.People.All[0].Id, programme.State.Of<Erasures>().All[0].Act.Person);
            Assert.True(LogVerification.Of(programme.Log).IsWhole);
            Assert.Equal(3, LogVerification.Of(programme.Log).Parts.Count(p => p.State == PartState.Erased));
        }

        var position = Position(Ledger);
        Open().Dispose();
        Assert.Equal(position, Position(Ledger));
    }

    private static long Position(string ledger)
    {
        using var programme = Programme.OpenForReading(ledger).Get();
        return programme.State.Position;
    }

    [Fact]
    public void A_list_of_another_ledger_or_one_cut_off_erases_nothing_and_one_that_is_lost_is_made_again()
    {
        PutBack();
        var lines = File.ReadAllLines(ErasureList.PathFor(Ledger));
        var own = ErasureList.Read(Ledger);
        Assert.Equal(3, own.Count);
        var others = own.Select(l => $"{l with { Hash = Core.Keeping.Digest.Of([1]) }}");
        File.WriteAllText(ErasureList.PathFor(Ledger), string.Join('\n', [lines[0], .. others, lines[1][..^20]]));
        using (var programme = Open())
        {
            Assert.Empty(programme.State.Of<Erasures>().All);
            programme.Decide(By("ann", "they asked for it"), Erase).Get();
        }

        File.Delete(ErasureList.PathFor(Ledger));
        Open().Dispose();
        Assert.Equal(own.Select(l => (l.Position, l.Tier, l.Hash)), ErasureList.Read(Ledger).Select(l => (l.Position, l.Tier, l.Hash)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ErasureList.PathFor(Ledger)));
        }
    }

    [Fact]
    public async Task A_list_that_could_not_be_written_is_told_to_whoever_watches_the_server_until_it_is()
    {
        using var programme = Open();
        Plant(programme);
        await using var app = FurrowServer.Build(programme, new ServeOptions(Port: 0));
        Assert.Null(await FurrowServer.Start(app));
        using var client = new HttpClient();
        async Task<string?> Told() => JsonDocument.Parse(await client.GetStringAsync(FurrowServer.AddressOf(app) + "/health")).RootElement.GetProperty("erasures") is
            { ValueKind: JsonValueKind.Object } problem ? problem.GetProperty("code").GetString() : null;
        var hindrance = Directory.CreateDirectory(ErasureList.PathFor(Ledger) + "-new");
        programme.Decide(By("ann", "a wish"), (state, act) => ErasureRules.Erase(state, act, new ErasePart(6))).Get();
        Assert.Equal("storage-no-permission", await Told());
        hindrance.Delete();
        programme.Decide(By("ann", "a wish"), (state, act) => ErasureRules.Erase(state, act, new ErasePart(4))).Get();
        Assert.Null(await Told());
        Assert.Equal(2, ErasureList.Read(Ledger).Count);
    }

    [Theory]
    [InlineData("", "reason-missing")]
    [InlineData("Bea has asked for it", "erasure-reason-names")]
    [InlineData("for bea's sake", "erasure-reason-names")]
    [InlineData("a wish", "part-not-there", "1")]
    [InlineData("a wish", "erasure-entry-wrong", "x")]
    [InlineData("a wish", "part-not-there", "999")]
    public void What_cannot_be_erased_is_refused_and_changes_nothing(string reason, string code, params string[] entries)
    {
        using var programme = Open();
        programme.Decide(By("Bea"), (state, act) => ReportRules.Submit(state.Book, act, Report(1, "x"))).Get();
        var (bea, position) = (programme.State.PersonNamed("Bea")!.Value, programme.State.Position);
        var refused = programme.Decide(By("ann", reason), (state, act) => ErasureRules.Erase(state, act, new ErasePerson(bea, entries)));
        Assert.Equal((code, position), (refused.Problem?.Code, programme.State.Position));
        Assert.Equal("Bea", programme.ReaderFor(ReaderPurpose.Record).NameOf(bea));
        Assert.False(File.Exists(ErasureList.PathFor(Ledger)));
    }

    [Fact]
    public void Nobody_is_erased_twice_and_the_next_of_that_name_is_somebody_else()
    {
        using var programme = Open();
        programme.Decide(By("Bea"), (state, act) => ReportRules.Submit(state.Book, act, Report(1, "x"))).Get();
        var bea = programme.State.PersonNamed("Bea")!.Value;
        Ruling Intent(Core.Programmes.ProgrammeState state, Act act) => ErasureRules.Erase(state, act, new ErasePerson(bea));
        programme.Decide(By("ann", "a wish"), Intent).Get();
        Assert.Equal("part-erased-before", programme.Decide(By("ann", "a wish"), Intent).Problem?.Code);
        Assert.Null(programme.State.PersonNamed("Bea"));
        programme.Decide(By("Bea"), (state, act) => ReportRules.Submit(state.Book, act, Report(2, "x"))).Get();
        Assert.NotEqual(bea, programme.State.PersonNamed("bea"));
        Assert.Equal("person-unknown", programme.Decide(By("ann", "a wish"),
            (state, act) => ErasureRules.Erase(state, act, new ErasePerson(Guid.NewGuid()))).Problem?.Code);
    }

    [Fact]
    public void A_search_shows_where_else_somebody_is_named_and_they_are_erased_together()
    {
        using var shell = new Shell();
        var path = Path.Combine(shell.Folder, "programme.furrow");
        using (var programme = Open(path))
        {
            programme.Decide(By("Ayşe Yılmaz"), (state, act) => ReportRules.Submit(state.Book, act, Report(1, "nothing"))).Get();
            programme.Decide(By("ann", "AYŞE was away"), (state, act) => ReportRules.Submit(state.Book, act, Report(2, "yılmaz'ın evi") with { Team = "Yilmaz team" })).Get();
            programme.Decide(By("ann", "Yıl sonu"), (state, act) => ReportRules.Submit(state.Book, act, Report(3, "the year"))).Get();
        }

        var found = shell.Json("person", "mentions", "ayşe yılmaz").GetProperty("mentions").EnumerateArray()
            .Select(m => $"{m.GetProperty("entry").GetInt64()} {m.GetProperty("tier").GetString()} {m.GetProperty("text").GetString()}");
        Assert.Equal(["7 restricted AYŞE was away", "8 ordinary Yilmaz team", "8 restricted yılmaz'ın evi"], found);
        Assert.Equal(0, shell.Run("person", "erase", "Ayşe Yılmaz", "--entries", "7", "--entries", "8", "--reason", "a wish"));
        Assert.Equal(0, shell.Run("verify"));
        Assert.Contains("entry 8, Restricted part: erased by entry", shell.Out.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, shell.Run("person", "mentions", "Ayşe Yılmaz"));
    }
}
