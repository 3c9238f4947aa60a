using System.Globalization;
using System.Runtime.InteropServices;

namespace Furrow.Server.Tests.Hostile;

/// <summary>What the rest of this process takes of the processors while one thread works: what goes on beside it takes its share as that thread does, however
/// loaded the machine is, and what has ended takes nothing. Nothing is asked of a clock on the wall.</summary>
internal static partial class Burning
{
    /// <summary>Names of threads of the runtime, as far as the system keeps them.</summary>
    private static readonly string[] OfRuntime = [".NET Tiered", ".NET BGC", ".NET Finalizer", ".NET Server GC"];

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    /// <summary>A second of work at most is given to what is just ending.</summary>
    private const int Windows = 50;

    /// <summary>Whether the process is quiet, or soon will be: the rest of it takes less than a quarter of what this thread takes.</summary>
    public static bool Ends()
    {
        for (var i = 0; i < Windows; i++)
        {
            if (Beside(Window) < Window / 4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the other threads take while this one takes so much; not those of the runtime, which compiles and collects when it likes.</summary>
    public static TimeSpan Beside(TimeSpan own)
    {
        var (before, thread) = (OfOthers(), OfThread());
        while (OfThread() - thread < own)
        {
            Thread.SpinWait(1_000);
        }

        // A thread that began meanwhile took all it has.
        return OfOthers().Aggregate(TimeSpan.Zero, (sum, other) => sum + other.Value - before.GetValueOrDefault(other.Key));
    }

    private static Dictionary<string, TimeSpan> OfOthers()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new() { ["all"] = Environment.CpuUsage.TotalTime - OfThread() };
        }

        var (times, self) = (new Dictionary<string, TimeSpan>(), File.ResolveLinkTarget("/proc/thread-self", false)!.Name);
        foreach (var folder in Directory.GetDirectories("/proc/self/task").Where(f => Path.GetFileName(f) != self))
        {
            try
            {
                if (!OfRuntime.Any(File.ReadAllText(Path.Combine(folder, "comm")).StartsWith))
                {
                    var nanoseconds = File.ReadAllText(Path.Combine(folder, "schedstat")).Split(' ')[0];
                    times[folder] = new TimeSpan(long.Parse(nanoseconds, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
                }
            }
            catch (IOException)
            {
                // It ended while it was looked at.
            }
        }

        return times;
    }

    private static TimeSpan OfThread()
    {
        // The clock of a thread has another number on macOS.
        _ = Now(OperatingSystem.IsMacOS() ? 16 : 3, out var now);
        return new TimeSpan(now.Seconds * TimeSpan.TicksPerSecond + now.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeOfClock
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Now(int clock, out TimeOfClock time);
}
