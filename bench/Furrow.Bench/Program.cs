using System.Diagnostics;
using System.Globalization;
using Furrow.Bench;
using Furrow.Bench.Measuring;
using Furrow.Bench.Rows;
using Furrow.Postgres;

// ./bench/run [name…] [--scale 0.1] [--no-file]. Each row runs in a process of its own, so that memory and compiled code of one do not colour the next.
IBenchRow[] rows = BenchRows.All;
var names = new List<string>();
string root = ".", scale = "1";
string? only = null;
var file = true;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--root": root = args[++i]; break;
        case "--scale": scale = args[++i]; break;
        case "--no-file": file = false; break;
        case "--row": only = args[++i]; break;
        case StartRow.OpenCommand: return StartRow.OpenAndSay(args[++i]);
        case EraseRow.EraseCommand: return EraseRow.EraseAndSay(args[++i], int.Parse(args[++i], CultureInfo.InvariantCulture));
        default: names.Add(args[i]); break;
    }
}

var unknown = names.Where(n => rows.All(r => r.Name != n)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"No row named {string.Join(", ", unknown)}. Rows: {string.Join(", ", rows.Select(r => r.Name))}");
    return 2;
}

return only is null ? RunAll() : RunOne(rows.Single(r => r.Name == only));

int RunOne(IBenchRow row)
{
    var report = new RowReport(Console.Out);
    report.Line($"\n## {row.Name}: {row.Work}");
    try
    {
        row.Run(new BenchContext(root, double.Parse(scale, CultureInfo.InvariantCulture)), report);
        return 0;
    }
    catch (AnswersDifferException e)
    {
        report.Line($"**The answers differ, so no time is printed.** {e.Message}");
        return 1;
    }
    catch (Npgsql.PostgresException e)
    {
        report.Line($"**No time: the peer broke.** {e.MessageText}");
        return 0;
    }
}

int RunAll()
{
    var text = new StringWriter();
    void Say(string line)
    {
        Console.WriteLine(line);
        text.WriteLine(line);
    }

    Say(string.Create(CultureInfo.InvariantCulture, $"# Benchmarks of {DateTime.UtcNow:yyyy-MM-dd}"));
    Say($"\nMade by `./bench/run {string.Join(' ', names)}`{(scale == "1" ? "" : $" **at scale {scale}: a quick look, not the size the goals speak of**")}. Losses are printed like wins.\n");
    foreach (var line in Machine.Describe(root)
        .Append($"peer: PostgreSQL {PostgresBinaries.Find().Version}; its settings: {string.Join(", ", PostgresSettings.Analytical(2).Select(s => $"{s.Key}={s.Value}"))}"))
    {
        Say("- " + line);
    }

    var failed = 0;
    foreach (var row in rows.Where(r => names.Count == 0 || names.Contains(r.Name)))
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!,
            [typeof(BenchRows).Assembly.Location, "--row", row.Name, "--root", root, "--scale", scale]) { RedirectStandardOutput = true })!;
        while (child.StandardOutput.ReadLine() is { } line)
        {
            Say(line);
        }

        child.WaitForExit();
        failed += child.ExitCode == 0 ? 0 : 1;
        Say(child.ExitCode is 0 or 1 ? $"- load average after: {Machine.Load()}" : $"**The row broke (exit code {child.ExitCode}).**");
    }

    if (file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "bench", "results")).FullName;
        File.WriteAllText(Path.Combine(folder, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".md"), text.ToString());
    }

    return failed == 0 ? 0 : 1;
}
