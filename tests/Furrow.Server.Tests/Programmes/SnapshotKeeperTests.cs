using System.Buffers;
using System.Text;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Furrow.Server.Tests.Programmes;

/// <summary>Starting from a snapshot is starting from the log, only sooner; what does not fit, or holds what was erased, is not used.</summary>
public sealed class SnapshotKeeperTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private int _next;

    private string Path => _folder["s.furrow"];

    private string SnapshotPath => Snapshots.PathFor(Path);

    public void Dispose() => _folder.Dispose();

    private Programme Open() => Programme.Open(Path, Genesis.OfFile(Path, "ann", TimeProvider.System)).Get();

    private Report Hazard(string? remarks = null)
    {
        var n = ++_next;
        long lon = 10 * GridPoint.PerDegree + n * 1_000_000L, lat = 45 * GridPoint.PerDegree, side = 1_500_000;
        return new Report
        {
            Id = new Guid(n, 0, 0, new byte[8]),
            Code = $"EX-{n}",
            Kind = ReportKind.SuspectedHazardousArea,
            End = new ReportDate(new DateOnly(2025, 6, 1)),
            Organisation = "Survey office",
            Kinds = KindSet.All,
            Parts = [new ReportPart { Effect = LandEffect.Suspect, Shape = new Shape([[[new(lon, lat), new(lon + side, lat), new(lon + side, lat + side)]]]) }],
            Remarks = remarks,
        };
    }

    /// <summary>Behind the three entries a ledger begins with, and the act.</summary>
    private const long FirstReport = 5;

    private static Acting By(string person) => new(person, DateTimeOffset.UnixEpoch, Door.Verb);

    private void Work(Programme programme, int reports = 3, string? remarks = null)
    {
        var made = Enumerable.Range(0, reports).Select(_ => Hazard(remarks)).ToList();
        programme.DecideLarge(By("ann"), (s, _) => [.. made.Select(r => new ReportSubmitted(r, null)),
            new ReportsAccepted(s.Book.LastAcceptance + 1, null, [.. made.Skip(1).Select(r => r.Id)])]).Get();
    }

    private static string Text(ProgrammeState state) => string.Join('\n', StateSnapshot.Of(state, default, []).Select(section =>
    {
        var bytes = new ArrayBufferWriter<byte>();
        section.Write(piece => bytes.Write(piece.Span));
        return Convert.ToHexString(bytes.WrittenSpan);
    }).Concat(state.People.All.Select(p => p.ToString())).Append($"{state.Opened} {state.TimeZone} {state.Versions}"));

    /// <summary>A programme with a snapshot and some entries after it; gives the text of its last state.</summary>
    private string Made(string? remarks = null)
    {
        using var programme = Open();
        Work(programme, remarks: remarks);
        programme.SaveSnapshot();
        Work(programme);
        return Text(programme.State);
    }

    [Fact]
    public void A_start_from_a_snapshot_gives_the_state_that_the_log_gives()
    {
        var before = Made();
        using (var warm = Open())
        {
            Assert.Equal((8, 13), (warm.SnapshotPosition, warm.State.Position));
            Assert.Equal(before, Text(warm.State));
            Assert.Equal("EX-1", warm.State.FindReport(new Guid(1, 0, 0, new byte[8]))!.Report.Code);
        }

        File.Delete(SnapshotPath);
        using var cold = Open();
        Assert.Equal(0, cold.SnapshotPosition);
        Assert.Equal(before, Text(cold.State));
    }

    [Theory]
    [InlineData("land")]
    [InlineData("reports")]
    [InlineData("kernel")]
    [InlineData("facts")]
    public void A_flipped_byte_in_a_section_is_found_and_the_section_made_again(string subject)
    {
        var before = Made();
        var bytes = File.ReadAllBytes(SnapshotPath);
        using (var log = SqliteLog.Open(Path, LogAccess.Read).Get())
        {
            var payload = Snapshots.Load(Path, log).Sections.Single(s => s.Subject == subject).Payload;
            bytes[bytes.AsSpan().IndexOf(payload.Span) + payload.Length / 2] ^= 4;
            File.WriteAllBytes(SnapshotPath, bytes);
            Assert.DoesNotContain(Snapshots.Load(Path, log).Sections, s => s.Subject == subject);
        }

        using var again = Open();
        Assert.Equal(0, again.SnapshotPosition);
        Assert.Equal(before, Text(again.State));
    }

    [Fact]
    public void A_person_that_the_index_does_not_lead_to_is_found_all_the_same()
    {
        var before = Made();
        using (var file = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            file.Open();
            using var hide = file.CreateCommand();
            hide.CommandText = "UPDATE entry SET fact = (SELECT id FROM fact WHERE name = 'programme-opened')"
                + " WHERE fact = (SELECT id FROM fact WHERE name = 'person-registered')";
            Assert.Equal(1, hide.ExecuteNonQuery());
        }

        // The snapshot does not ask the index.
        using (var warm = Programme.Open(Path).Get())
        {
            Assert.Equal(before, Text(warm.State));
        }

        // Without it the whole log is read, and there the name is compared with the header: nothing is begun from such a ledger, and nobody is lost unseen.
        File.Delete(SnapshotPath);
        Assert.Contains("it stands in the index under another name", Programme.Open(Path).Problem!.Sentence);
    }

    [Theory]
    [InlineData("UPDATE entry SET fact = (SELECT fact FROM entry WHERE position = 2) WHERE position = 4")]
    [InlineData("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'fact > 0', 'fact > 0 AND position <> 2')"
        + " WHERE name = 'entry_fact'; PRAGMA writable_schema = RESET; REINDEX; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
        + " 'CREATE INDEX entry_fact ON entry (fact) WHERE fact > 0' WHERE name = 'entry_fact'; PRAGMA writable_schema = RESET")]
    public void No_snapshot_is_written_from_an_index_that_leads_to_more_or_fewer_facts(string meddling)
    {
        using var programme = Open();
        Work(programme);
        using (var file = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            file.Open();
            using var meddle = file.CreateCommand();
            meddle.CommandText = meddling;
            meddle.ExecuteNonQuery();
        }

        Assert.Contains("facts of small subjects", Assert.Throws<LogBrokenException>(programme.SaveSnapshot).Message);
        Assert.Equal(0, programme.SnapshotPosition);
    }

    [Fact]
    public void An_erasure_leaves_state_and_snapshot_as_they_are_and_the_next_start_is_warm()
    {
        Made(remarks: "EXERCISE secret");
        long position;
        using (var programme = Open())
        {
            Assert.Equal("EXERCISE secret", Remarks(programme));
            position = programme.Decide(By("ann"), (_, _) => [new PartErased(FirstReport, Tier.Restricted)]).Get();
            Assert.Equal(Sealed.Erased, Remarks(programme));
            programme.SaveSnapshot();
        }

        Assert.DoesNotContain("EXERCISE secret", Encoding.UTF8.GetString(File.ReadAllBytes(SnapshotPath)), StringComparison.Ordinal);
        using var again = Open();
        Assert.Equal((position, Sealed.Erased), (again.SnapshotPosition, Remarks(again)));
    }

    [Fact]
    public void A_snapshot_from_before_an_erasure_holds_nothing_of_what_was_erased_and_is_used()
    {
        Made(remarks: "EXERCISE secret");
        Assert.DoesNotContain("EXERCISE secret", Encoding.UTF8.GetString(File.ReadAllBytes(SnapshotPath)), StringComparison.Ordinal);
        using (var programme = Open())
        {
            programme.Decide(By("ann"), (_, _) => [new PartErased(FirstReport, Tier.Restricted)]).Get();
        }

        using var again = Open();
        Assert.Equal((8, Sealed.Erased), (again.SnapshotPosition, Remarks(again)));
    }

    [Fact]
    public void A_snapshot_that_cannot_be_used_is_thrown_away_by_who_may_write()
    {
        Made();
        File.WriteAllText(SnapshotPath, "of an earlier release, with EXERCISE secrets");
        using (Programme.OpenForReading(Path).Get())
        {
            Assert.True(File.Exists(SnapshotPath));
        }

        using var again = Open();
        Assert.False(File.Exists(SnapshotPath));
    }

    private static string? Remarks(Programme programme) =>
        programme.ReaderFor(ReaderPurpose.Review).Open(programme.State.FindReport(new Guid(1, 0, 0, new byte[8]))!.Report.Remarks);

    [Fact]
    public void A_log_that_is_behind_its_snapshot_opens_for_reading_only_and_says_what_is_missing()
    {
        Made();
        var log = File.ReadAllBytes(Path);
        using (var programme = Open())
        {
            Work(programme);
            programme.SaveSnapshot();
        }

        Array.ForEach([.. Directory.GetFiles(_folder.Path).Where(f => f != SnapshotPath)], File.Delete);
        File.WriteAllBytes(Path, log);
        using var behind = Open();
        Assert.Equal("Entries 14 to 18 are missing: the snapshot beside the ledger knows of entry 18, the ledger ends at 13.", behind.Log.Loss?.ToString());
        Assert.Equal(13, behind.State.Position);
        Assert.Equal("ledger-incomplete", behind.Decide(By("ann"), (s, act) => ReportRules.Submit(s.Book, act, Hazard())).Problem!.Code);
    }

    [Fact]
    public void While_serving_a_snapshot_is_written_now_and_then_and_at_the_end_only_when_much_is_new()
    {
        using (var programme = Open())
        {
            Work(programme, 2100);
            Work(programme, 100);
        }

        using var again = Open();
        Assert.Equal((2105, 2207), (again.SnapshotPosition, again.State.Position));
    }

    [Fact]
    public void Who_only_reads_uses_the_snapshot_and_leaves_it_alone()
    {
        var before = Made();
        var bytes = File.ReadAllBytes(SnapshotPath);
        using (var reading = Programme.OpenForReading(Path).Get())
        {
            Assert.Equal((8, before), (reading.SnapshotPosition, Text(reading.State)));
        }

        Assert.Equal(bytes, File.ReadAllBytes(SnapshotPath));
    }

    [Fact]
    public void A_snapshot_that_cannot_be_written_does_not_end_the_programme()
    {
        using var programme = Open();
        Directory.CreateDirectory(SnapshotPath + "-new");
        Work(programme, 2100);
        Assert.Throws<UnauthorizedAccessException>(programme.SaveSnapshot);
        Work(programme);
        Assert.Equal(0, programme.SnapshotPosition);
        Assert.NotNull(programme.SnapshotFailure);
    }
}
