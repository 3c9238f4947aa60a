using System.Diagnostics;

namespace Furrow.Bench.Measuring;

/// <summary>One side of a comparison. <see cref="Run"/> does the whole work once; what it needs lies ready.</summary>
public sealed record Contender(string Name, Meter Meter, Action Run, string? Remark = null);

/// <summary>What a contender took.</summary>
public sealed record Timing(string Name, Samples Wall, Samples Cpu, long PeakBytes, string? Remark);

public static class Interleaved
{
    /// <summary>Runs every contender once to warm up, then in turns A B A B, so that a change in the machine's mood meets all of them alike.
    /// Garbage of the run before is collected outside the time.</summary>
    public static IReadOnlyList<Timing> Measure(int runs, params Contender[] contenders)
    {
        var wall = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        var cpu = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        var peak = contenders.ToDictionary(c => c.Name, _ => 0L);
        for (var run = -1; run < runs; run++)
        {
            foreach (var contender in contenders)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                contender.Meter.ResetPeak();
                var cpuBefore = contender.Meter.CpuSeconds();
                var watch = Stopwatch.StartNew();
                contender.Run();
                var seconds = watch.Elapsed.TotalSeconds;
                var cpuSeconds = contender.Meter.CpuSeconds() - cpuBefore;
                peak[contender.Name] = Math.Max(peak[contender.Name], contender.Meter.PeakBytes());
                if (run >= 0)
                {
                    wall[contender.Name].Add(seconds);
                    cpu[contender.Name].Add(cpuSeconds);
                }
            }
        }

        return [.. contenders.Select(c => new Timing(c.Name, new Samples(wall[c.Name]), new Samples(cpu[c.Name]), peak[c.Name], c.Remark))];
    }
}
