using System.Runtime.InteropServices;

namespace Furrow.Server.Tests.Hostile;

/// <summary>What the rest of this process takes of the processors while one thread works: what goes on beside it takes its share as that thread does, however
/// loaded the machine is, and what has ended takes nothing. Nothing is asked of a clock on the wall.</summary>
internal static partial class Burning
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(10);

    /// <summary>A second of work at most is given to what is just ending.</summary>
    private const int Windows = 100;

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

    /// <summary>What the other threads take while this one takes so much.</summary>
    public static TimeSpan Beside(TimeSpan own)
    {
        var (process, thread) = (Environment.CpuUsage.TotalTime, OfThread());
        while (OfThread() - thread < own)
        {
            Thread.SpinWait(1_000);
        }

        return Environment.CpuUsage.TotalTime - process - (OfThread() - thread);
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
