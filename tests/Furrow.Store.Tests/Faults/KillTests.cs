using System.Diagnostics;
using System.Globalization;
using Furrow.Store.Sqlite;
using Xunit;

namespace Furrow.Store.Tests.Faults;

/// <summary>Two hundred real kills (SIGKILL) of a process that appends to one and the same ledger, in the middle of imports and of opening.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 200;
    private readonly TemporaryLedger _ledger = new();
    private readonly Random _random = new(20260101);

    [Fact]
    public void After_each_kill_every_answered_entry_is_there_and_no_half_batch()
    {
        var (whole, answeredBatches) = (0L, 0);
        var next = Start(0);
        try
        {
            for (var kill = 1; kill <= Kills; kill++)
            {
                using var victim = next;
                next = Start(kill);
                var (answered, batches) = Kill(victim, onAnAnswer: kill % 4 != 0);
                answeredBatches += batches;
                if (answered > 0 || File.Exists(_ledger.Path))
                {
                    whole = Check(whole, answered);
                }
            }
        }
        finally
        {
            next.Kill();
            next.Dispose();
        }

        Assert.True(answeredBatches >= Kills, $"Only {answeredBatches} batches were answered: the test killed nothing that worked.");
        using var log = SqliteLog.Open(_ledger.Path, LogAccess.Write).Get();
        var verified = LogVerification.Of(log);
        Assert.True(verified.IsWhole, verified.Why);
        Assert.Equal(whole, verified.Entries);
    }

    /// <summary>The next process starts while the last one works: it waits for a word on its standard input before it touches the ledger.</summary>
    private Process Start(int seed)
    {
        var self = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        self.Environment["DOTNET_TieredPGO"] = "0"; // It lives for a moment: counting what is hot would cost more than it gives.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            self.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        }

        foreach (var argument in new[] { "append-until-killed", _ledger.Path, seed.ToString(CultureInfo.InvariantCulture) })
        {
            self.ArgumentList.Add(argument);
        }

        return Process.Start(self)!;
    }

    /// <summary>Lets it work until some answers have come, or for some milliseconds (which may fall into its opening the ledger), and kills it.</summary>
    private (long Position, int Batches) Kill(Process victim, bool onAnAnswer)
    {
        victim.StandardOutput.ReadLine();
        victim.StandardInput.WriteLine("go");
        var (position, batches) = (0L, 0);
        for (var wanted = onAnAnswer ? _random.Next(1, 12) : 0; batches < wanted; batches++)
        {
            position = Read(victim.StandardOutput.ReadLine()) ?? throw new InvalidOperationException("The appending process ended by itself.");
        }

        victim.WaitForExit(_random.Next(onAnAnswer ? 12 : 250));
        victim.Kill();
        for (; Read(victim.StandardOutput.ReadLine()) is { } late; batches++)
        {
            position = late;
        }

        victim.WaitForExit();
        return (position, batches);
    }

    private static long? Read(string? line) => line is null ? null : long.Parse(line, CultureInfo.InvariantCulture);

    private long Check(long wholeBefore, long answered)
    {
        var opened = SqliteLog.Open(_ledger.Path, LogAccess.Read);
        if (opened.IsRefused && wholeBefore == 0 && answered == 0)
        {
            return 0; // Killed while the ledger was being made: nothing was promised yet.
        }

        using var log = opened.Get();
        Assert.Null(log.Loss);
        var end = TrialBatch.CheckWhole(log, wholeBefore);
        Assert.True(end >= answered, $"Entry {answered} was answered, the ledger ends at {end}.");
        return end;
    }

    public void Dispose() => _ledger.Dispose();
}
