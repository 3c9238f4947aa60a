using System.Diagnostics;

namespace Furrow.Server.Tests.Faults;

/// <summary>When a victim is to be killed.</summary>
internal enum KillMoment
{
    /// <summary>While it starts, reads and tries: nothing of its batch is in the ledger.</summary>
    Preparing,

    /// <summary>While the pages of its batch go into the write-ahead file.</summary>
    Writing,

    /// <summary>When all pages are written: until they are synced, folded and answered.</summary>
    Answering,

    /// <summary>When it has answered: until the pages have gone into the ledger itself and the process has ended.</summary>
    Closing,
}

/// <summary>How one undisturbed import went, by watching its write-ahead file, its answer and its end: what the kills are aimed by.</summary>
internal sealed record ImportCourse(TimeSpan UntilWriting, long PagesBytes, TimeSpan UntilAnswer, TimeSpan UntilEnd)
{
    /// <summary>More than opening the ledger for writing leaves in the write-ahead file, and far less than a batch does.</summary>
    public const int OpeningBytes = 65_536;

    public static long Length(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;

    public static ImportCourse Watch(Victim victim, string pages)
    {
        var watch = Stopwatch.StartNew();
        // With pauses, or looking would slow down what it looks at.
        victim.WaitUntil(() => Length(pages) > OpeningBytes);
        var (began, written, bytes) = (watch.Elapsed, watch.Elapsed, 0L);
        victim.SpinUntil(() =>
        {
            if (Length(pages) is var length && length > bytes)
            {
                (bytes, written) = (length, watch.Elapsed);
            }

            return victim.HasAnswered;
        });
        var answered = watch.Elapsed;
        victim.WaitForExit(TimeSpan.FromMinutes(1));
        return new ImportCourse(began, bytes, answered - written, watch.Elapsed - answered);
    }

    /// <summary>Waits for a moment of this kind; <paramref name="share"/> from 0 to 1 says where in it.</summary>
    public void WaitFor(KillMoment moment, double share, Victim victim, string pages)
    {
        switch (moment)
        {
            case KillMoment.Preparing:
                victim.WaitForExit(UntilWriting * share);
                return;
            case KillMoment.Writing:
                victim.WaitForExit(UntilWriting / 2);
                victim.SpinUntil(() => Length(pages) > OpeningBytes + (PagesBytes - OpeningBytes) * share * 0.9);
                return;
            case KillMoment.Answering:
                victim.WaitForExit(UntilWriting / 2);
                victim.SpinUntil(() => Length(pages) >= PagesBytes);
                victim.SpinFor(UntilAnswer * share);
                return;
            default:
                victim.WaitForAnswer(TimeSpan.FromMinutes(2));
                victim.SpinFor(UntilEnd * share);
                return;
        }
    }
}
