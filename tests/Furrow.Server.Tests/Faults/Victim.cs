using System.Diagnostics;

namespace Furrow.Server.Tests.Faults;

/// <summary>A process of the real executable that imports one file and accepts it, until it is killed.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _answered = new();

    public Victim(string folder, string file)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0"; // It lives for a moment.
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "furrow.dll"));
        foreach (var argument in ImportOf(file))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            // The line that says what was committed is the acknowledgement.
            if (line.Data?.StartsWith("Batch ", StringComparison.Ordinal) == true)
            {
                _answered.TrySetResult();
            }
        };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>After <see cref="Kill"/>: whether the answer had been given.</summary>
    public bool HasAnswered => _answered.Task.IsCompleted;

    public static string[] ImportOf(string file) => ["import", file, "--as", "suspected", "--on", "2015-12-31", "--organisation", "EXERCISE office",
        "--baseline", "--kind", "mines", "--accept", "old archive", "--apply"];

    public bool WaitForAnswer(TimeSpan most) => _answered.Task.Wait(most);

    public void WaitForExit(TimeSpan most) => _process.WaitForExit(most);

    public void WaitUntil(Func<bool> happened)
    {
        while (!happened() && !_process.WaitForExit(1))
        {
        }
    }

    /// <summary>Looks without giving way: what is waited for lasts less than a pause would. Ends when the process has ended.</summary>
    public void SpinUntil(Func<bool> happened)
    {
        for (var look = 1; !happened() && (look % 256 != 0 || !_process.HasExited); look++)
        {
            Thread.SpinWait(100);
        }
    }

    public void SpinFor(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        SpinUntil(() => watch.Elapsed >= time);
    }

    /// <summary>Kills it, and reads what it still had said; false when it had ended by itself before.</summary>
    public bool Kill()
    {
        var wasAlive = !_process.HasExited;
        _process.Kill();
        _process.WaitForExit();
        return wasAlive;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
