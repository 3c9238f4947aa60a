using System.Globalization;
using Furrow.Store.Sqlite;

namespace Furrow.Store.Tests.Faults;

/// <summary>The process of the kill test: waits for a word, opens the ledger and appends for ever, as an import and some single reports would;
/// after each append it prints the position that was answered.</summary>
internal static class AppendUntilKilled
{
    internal static int Run(string ledger, string seed)
    {
        var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        answers.WriteLine("0");
        Console.In.ReadLine();
        using var log = SqliteLog.Open(ledger, LogAccess.CreateOrWrite).Get();
        for (var batch = 0; ; batch++)
        {
            var count = random.Next(4) switch { 0 => random.Next(100, 1200), 1 => random.Next(2, 30), _ => 1 };
            var head = log.Append(TrialBatch.Make(batch, count, random.Next(1500))).GetAwaiter().GetResult().Get();
            answers.WriteLine(head.Position.ToString(CultureInfo.InvariantCulture));
        }
    }
}
