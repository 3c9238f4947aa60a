using System.Diagnostics;
using System.Globalization;

namespace Furrow.Bench.Measuring;

/// <summary>A command run as a child: its processor time once it has ended, and the most memory seen while it ran.</summary>
public sealed class ChildMeter : Meter
{
    private const double TicksPerSecond = 100;

    private long _peak;

    /// <summary>Runs a command to its end; throws when it fails.</summary>
    public void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        while (!process.WaitForExit(20))
        {
            _peak = Math.Max(_peak, HighWater(id));
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {errors.Result}");
        }
    }

    /// <summary>Time of all children that have ended.</summary>
    public override double CpuSeconds()
    {
        var text = File.ReadAllText("/proc/self/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields[13..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    public override void ResetPeak() => _peak = 0;

    public override long PeakBytes() => _peak;
}
