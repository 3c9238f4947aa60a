using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Store.Sqlite;
using Xunit;

namespace Furrow.Store.Tests;

/// <summary>Snapshots are used only when they fit the log; what does not fit is left out, section by section, and never an error.</summary>
public sealed class SnapshotTests : IDisposable
{
    private static readonly byte[] LandBytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i % 251))];
    private static readonly StateSection Land = new("land", 3, sink =>
    {
        sink(LandBytes.AsMemory(0, 4000));
        sink(LandBytes.AsMemory(4000));
    });

    private static readonly StateSection Reports = new("reports", 1, sink => sink("EXERCISE"u8.ToArray()));
    private readonly TemporaryLedger _ledger = new();
    private readonly SqliteLog _log;

    public SnapshotTests()
    {
        _log = SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite).Get();
        Append(3);
        Snapshots.Save(_ledger.Path, _log.Head, [Land, Reports]);
    }

    private void Append(int count) =>
        _log.Append([.. Enumerable.Range(0, count).Select(TestActs.Act)]).Get();

    private (long Position, string Sections) Load()
    {
        var (head, sections) = Snapshots.Load(_ledger.Path, _log);
        return (head.Position, string.Join(' ', sections.Select(s => $"{s.Subject}/{s.FoldVersion}/{s.Payload.Length}")));
    }

    [Fact]
    public void Sections_come_back_while_the_log_goes_on()
    {
        Assert.Equal((3, "land/3/5000 reports/1/8"), Load());
        Append(4);
        Assert.Equal((3, "land/3/5000 reports/1/8"), Load());
        Assert.Equal(LandBytes, Snapshots.Load(_ledger.Path, _log).Sections[0].Payload.ToArray());
    }

    [Fact]
    public void A_new_snapshot_replaces_the_old_one_as_a_whole()
    {
        Append(1);
        Snapshots.Save(_ledger.Path, _log.Head, [Reports]);
        Assert.Equal((4, "reports/1/8"), Load());
        Assert.False(File.Exists(_ledger.Path + "-snapshot-new"));
    }

    [Fact]
    public void A_snapshot_of_another_log_is_not_used()
    {
        Snapshots.Save(_ledger.Path, new LogHead(3, Digest.Of("another"u8)), [Land]);
        Assert.Equal((0, ""), Load());
    }

    [Fact]
    public void A_changed_byte_costs_its_section_or_the_snapshot_and_nothing_else()
    {
        var path = Snapshots.PathFor(_ledger.Path);
        var bytes = File.ReadAllBytes(path);
        var seen = new HashSet<string>();
        for (var i = 0; i < bytes.Length; i += i > 400 && i < bytes.Length - 400 ? 7 : 1)
        {
            bytes[i] ^= 0x10;
            File.WriteAllBytes(path, bytes);
            bytes[i] ^= 0x10;
            seen.Add(Load().Sections);
        }

        Assert.Equal(["", "land/3/5000", "reports/1/8"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_snapshot_cut_short_at_any_length_is_no_error()
    {
        var path = Snapshots.PathFor(_ledger.Path);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length < bytes.Length; length += 61)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Equal((0, ""), Load());
        }
    }

    [Fact]
    public void A_snapshot_that_came_too_late_or_could_not_be_written_leaves_the_old_one()
    {
        Append(1);
        Snapshots.Save(_ledger.Path, _log.Head, [Reports], _ => { });
        Assert.Equal((3, "land/3/5000 reports/1/8"), Load());
        Assert.Throws<IOException>(() => Snapshots.Save(_ledger.Path, _log.Head, [Reports with { Write = _ => throw new IOException("full") }]));
        Assert.Equal((3, "land/3/5000 reports/1/8"), Load());
        Assert.False(File.Exists(_ledger.Path + "-snapshot-new"));
    }

    public void Dispose()
    {
        _log.Dispose();
        _ledger.Dispose();
    }
}
