using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Store.Sqlite;
using Xunit;

namespace Furrow.Store.Tests.Faults;

/// <summary>Each byte of a small ledger changed, one at a time: opening or verifying finds it, or every entry reads back as it was.</summary>
public sealed class FlippedByteTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    [Fact]
    public void In_the_ledger_file_of_a_closed_ledger()
    {
        Write(1, 6);
        using (var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get())
        {
            log.Append([new PartErased(2, Tier.Restricted)]).Get();
        }

        var (found, harmless) = FlipEach("");
        Assert.True(found > 2000 && harmless > 1000, $"{found} found, {harmless} harmless");
    }

    [Fact]
    public void In_the_write_ahead_file_of_a_ledger_that_was_not_closed()
    {
        Write(1, 3);
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        log.Append([Check(4)]).Get();
        var (found, harmless) = FlipEach("-wal");
        Assert.True(found > 8000, $"{found} found, {harmless} harmless");
    }

    [Fact]
    public void In_the_checkpoint_nothing_is_ever_lost_by_it()
    {
        Write(1, 3);
        var (found, harmless) = FlipEach("-checkpoint");
        Assert.Equal(0, found);
        Assert.True(harmless > 200);
    }

    private static Act Check(int number) => TestActs.Act(number);

    private void Write(int from, int count)
    {
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.CreateOrWrite).Get();
        Enumerable.Range(from, count).ToList().ForEach(number => log.Append([Check(number)]).Get());
    }

    private (int Found, int Harmless) FlipEach(string suffix)
    {
        var original = ReadBack(_ledger.Path) ?? throw new InvalidOperationException("The ledger was broken before anything was flipped.");
        var length = (int)new FileInfo(_ledger.Path + suffix).Length;
        var (found, harmless) = (0, 0);
        Parallel.For(0, 4, part =>
        {
            using var copy = Copy();
            using var file = File.OpenHandle(copy.Path + suffix, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            for (var offset = part; offset < length; offset += 4)
            {
                var back = ReadFlipped(copy.Path, file, offset);
                Assert.True(back is null || back == original, $"Byte {offset} of the ledger{suffix} changed what is read, and nobody noticed.");
                _ = back is null ? Interlocked.Increment(ref found) : Interlocked.Increment(ref harmless);
            }
        });
        return (found, harmless);
    }

    private static string? ReadFlipped(string path, Microsoft.Win32.SafeHandles.SafeFileHandle file, int offset)
    {
        Span<byte> was = [0], flipped = [0];
        RandomAccess.Read(file, was, offset);
        flipped[0] = (byte)(was[0] ^ (1 + offset % 255));
        RandomAccess.Write(file, flipped, offset);
        var back = ReadBack(path);
        RandomAccess.Write(file, was, offset);
        return back;
    }

    private TemporaryLedger Copy()
    {
        var copy = new TemporaryLedger();
        foreach (var suffix in new[] { "", "-wal", "-checkpoint" }.Where(s => File.Exists(_ledger.Path + s)))
        {
            using var from = new FileStream(_ledger.Path + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(copy.Path + suffix);
            from.CopyTo(to);
        }

        return copy;
    }

    /// <summary>Every entry, header and parts, as text; null when opening or verifying finds something.</summary>
    private static string? ReadBack(string path)
    {
        var opened = SqliteLog.Open(path, LogAccess.Read);
        if (opened.IsRefused)
        {
            return null;
        }

        using var log = opened.Get();
        return LogVerification.Of(log).IsWhole
            ? string.Join('\n', log.Read().Select(e => $"{e.Hash} {Convert.ToHexString(PartsCodec.Encode(e.Parts))}"))
            : null;
    }

    public void Dispose() => _ledger.Dispose();
}
