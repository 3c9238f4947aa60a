using System.Diagnostics;
using System.Globalization;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Faults;

/// <summary>Real kills (SIGKILL) of the real executable while it imports. Each victim takes in a file of its own, into one and the same programme; it is
/// killed anywhere, at the first bytes of its commit, shortly after, or when it has answered. The suite kills forty; scripts/kill-imports.sh as many
/// as it is told, two hundred by default.</summary>
public sealed class ImportKillTests(ITestOutputHelper output) : IDisposable
{
    private const int RowsOfAFile = 120;
    private readonly int _kills = int.TryParse(Environment.GetEnvironmentVariable("FURROW_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var told)
        ? told : 40;
    private readonly Shell _shell = new();
    private readonly Random _random = new(20260202);

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void After_each_kill_every_answered_import_is_whole_no_other_is_half_there_and_importing_again_completes()
    {
        // The first runs undisturbed: it says how long one takes here.
        var watch = Stopwatch.StartNew();
        using (var undisturbed = new Victim(_shell.Folder, Write(0)))
        {
            Assert.True(undisturbed.WaitForAnswer(TimeSpan.FromMinutes(2)));
        }

        var usual = watch.Elapsed;
        var (answered, committed) = (1, 1);
        for (var kill = 1; kill <= _kills; kill++)
        {
            using var victim = new Victim(_shell.Folder, Write(kill));
            var before = Batches();
            Assert.Equal(committed, before);
            WaitForTheMoment(victim, kill, usual);
            victim.Kill();
            var after = Batches();
            Assert.InRange(after, before + (victim.HasAnswered ? 1 : 0), before + 1);
            (answered, committed) = (answered + (victim.HasAnswered ? 1 : 0), after);
        }

        output.WriteLine($"{_kills} kills: {answered - 1} imports had answered, {committed - answered} were whole without having answered, "
            + $"{_kills + 1 - committed} left nothing.");
        Assert.True(answered > _kills / 8, $"Only {answered} had answered: the test killed nothing that worked.");
        Assert.True(_kills + 1 - committed > _kills / 8, $"Only {_kills + 1 - committed} left nothing: the kills came too late.");
        ImportAllAgain();
    }

    private void WaitForTheMoment(Victim victim, int kill, TimeSpan usual)
    {
        var length = LogLength();
        switch (kill % 4)
        {
            case 0:
                victim.WaitForExit(usual * _random.NextDouble());
                break;
            case 1:
                victim.WaitUntil(() => LogLength() != length);
                break;
            case 2:
                victim.WaitUntil(() => LogLength() != length);
                victim.WaitForExit(TimeSpan.FromMilliseconds(_random.Next(60)));
                break;
            default:
                victim.WaitForAnswer(TimeSpan.FromMinutes(2));
                break;
        }
    }

    private long LogLength() => new[] { Ledger, Ledger + "-wal" }.Sum(f => new FileInfo(f) is { Exists: true } file ? file.Length : 0);

    /// <summary>How many batches are there; each is whole: received, submitted row by row, checked and accepted.</summary>
    private int Batches()
    {
        using var programme = Programme.OpenForReading(Ledger).Get();
        var book = programme.State.Book;
        foreach (var batch in book.Batches)
        {
            Assert.Equal(RowsOfAFile, batch.Received.RowsRead);
            Assert.NotNull(batch.AcceptedAt);
            Assert.Equal(RowsOfAFile, book.InBatch(batch.Received.Batch).Count(e => e.Status == ReportStatus.Approved));
        }

        Assert.Equal(book.Batches.Count() * RowsOfAFile, book.Count);
        Assert.Equal(book.Batches.Count(), book.LastAcceptance);
        return book.Batches.Count();
    }

    /// <summary>What was killed comes in when it is imported again; what was there already adds nothing.</summary>
    private void ImportAllAgain()
    {
        for (var file = 0; file <= _kills; file++)
        {
            Assert.Equal(0, _shell.Run([.. Victim.ImportOf(NameOf(file)), "--person", "ann"]));
        }

        Assert.Equal(_kills + 1, Batches());
        Assert.Equal(0, _shell.Run("verify"));
        Assert.Equal(0, _shell.Json("balance", "--as-of", "2016-12-31").GetProperty("trialBalanceSquareMetres").GetDecimal());
    }

    private static string NameOf(int file) => string.Create(CultureInfo.InvariantCulture, $"areas-{file}.geojson");

    private string Write(int file)
    {
        _shell.Write(NameOf(file), Collection([.. Enumerable.Range(0, RowsOfAFile).Select(i => Square(i * 20, file * 20))]));
        return NameOf(file);
    }
}
