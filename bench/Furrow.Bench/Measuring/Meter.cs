using System.Diagnostics;
using System.Globalization;

namespace Furrow.Bench.Measuring;

/// <summary>Whose processor time and memory a contender uses: our own process, or a tree of processes below a parent.</summary>
public abstract class Meter
{
    public static readonly Meter OwnProcess = new OwnMeter();

    /// <summary>Seconds of processor time, user and system, so far.</summary>
    public abstract double CpuSeconds();

    /// <summary>Forgets the peak seen so far.</summary>
    public abstract void ResetPeak();

    /// <summary>Peak resident memory since the reset, in bytes. For a server with workers: the largest of its processes, shared buffers included.</summary>
    public abstract long PeakBytes();

    /// <summary>The kernel's high-water mark of one process; 0 when it is gone.</summary>
    protected static long HighWater(string process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    protected static void ForgetHighWater(string process)
    {
        try
        {
            File.WriteAllText($"/proc/{process}/clear_refs", "5");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the right to reset it the mark stays too high, never too low.
        }
    }

    private sealed class OwnMeter : Meter
    {
        public override double CpuSeconds()
        {
            using var self = Process.GetCurrentProcess();
            return self.TotalProcessorTime.TotalSeconds;
        }

        public override void ResetPeak() => ForgetHighWater("self");

        public override long PeakBytes() => HighWater("self");
    }
}

/// <summary>A server that forks: its own time, that of children it has reaped, and that of children still alive.</summary>
public sealed class ProcessTreeMeter(int parent) : Meter
{
    private const double TicksPerSecond = 100; // USER_HZ of Linux, fixed in its interface

    public override double CpuSeconds() => Stat(parent, withReaped: true) + Children().Sum(c => Stat(c, withReaped: true));

    public override void ResetPeak()
    {
        foreach (var child in Children())
        {
            ForgetHighWater(child.ToString(CultureInfo.InvariantCulture));
        }
    }

    public override long PeakBytes() => Children().Select(c => HighWater(c.ToString(CultureInfo.InvariantCulture))).DefaultIfEmpty().Max();

    private IEnumerable<int> Children() => File.ReadAllText($"/proc/{parent}/task/{parent}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static double Stat(int process, bool withReaped)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' '); // the name may hold blanks; fields count from the state
            return fields[11..(withReaped ? 15 : 13)].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
