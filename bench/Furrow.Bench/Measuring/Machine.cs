using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Furrow.Bench.Measuring;

/// <summary>Where and with what the figures were made: a figure without this says nothing.</summary>
public static class Machine
{
    public static IEnumerable<string> Describe(string root)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? "unknown";
        var memory = File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        yield return $"machine: {Environment.ProcessorCount} cores of {model}, {long.Parse(memory, CultureInfo.InvariantCulture) / 1_048_576} GiB memory";
        yield return $"system: {RuntimeInformation.OSDescription}";
        yield return $"runtime: {RuntimeInformation.FrameworkDescription}, workstation concurrent collector, Release, overflow checks on";
        yield return $"commit: {Output(root, "git", "rev-parse", "--short=12", "HEAD")}{(Output(root, "git", "status", "--porcelain", "src", "bench").Length > 0 ? " with changes" : "")}";
        yield return $"load average before the run: {Load()}";
    }

    /// <summary>Load averages over 1, 5 and 15 minutes; on a quiet machine the first stays near 0 before and near 1 during a run.</summary>
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);

    public static string Output(string folder, string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var text = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return text;
    }
}
