using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Microsoft.Win32.SafeHandles;

namespace Furrow.Store;

/// <summary>A small file beside the log that remembers how far it has come. Two lines, written in turn after each durable commit: should one be torn,
/// the other stands. It is never ahead of the log, so a log that is behind it has lost entries (a copy without its write-ahead file, an old backup
/// put back, a disk that lied about syncing).</summary>
internal sealed class Checkpoint : IDisposable
{
    private const string Mark = "furrow-checkpoint 1 ";
    private const int LineBytes = 20 + 20 + 1 + 64 + 1 + 16 + 1;
    private readonly SafeFileHandle _file;
    private int _line;

    private Checkpoint(SafeFileHandle file, int line) => (_file, _line) = (file, line);

    internal static string PathFor(string log) => log + "-checkpoint";

    /// <summary>Opens for writing, without losing the line that is furthest on.</summary>
    internal static Checkpoint Open(string log)
    {
        var furthest = ReadLines(log).OrderBy(l => l.Head.Position).LastOrDefault();
        var file = File.OpenHandle(PathFor(log), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        return new Checkpoint(file, furthest.Head.Position > 0 ? 1 - furthest.Line : 0);
    }

    /// <summary>The furthest position the file knows; an empty head when there is no file or no whole line in it.</summary>
    internal static LogHead Read(string log) => ReadLines(log).Select(l => l.Head).OrderBy(h => h.Position).LastOrDefault();

    /// <summary>Never fails a commit that is durable: a checkpoint that stays behind is none the less true, and the next one catches up.</summary>
    internal void Write(LogHead head)
    {
        try
        {
            WriteLine(head);
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null)
        {
            // The next commit writes it again.
        }
    }

    private void WriteLine(LogHead head)
    {
        RandomAccess.Write(_file, Encoding.ASCII.GetBytes(Line(head)), _line * LineBytes);
        _line = 1 - _line;
    }

    private static string Line(LogHead head)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Mark}{head.Position:D20} {head.Hash}");
        return $"{said} {Digest.Of(Encoding.ASCII.GetBytes(said)).ToString()[..16]}\n";
    }

    private static IEnumerable<(int Line, LogHead Head)> ReadLines(string log)
    {
        var path = PathFor(log);
        if (!File.Exists(path))
        {
            yield break;
        }

        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        for (var line = 0; (line + 1) * LineBytes <= text.Length && line < 2; line++)
        {
            var said = text.Substring(line * LineBytes, LineBytes);
            if (PlainNumber.Long(said.AsSpan(20, 20)) is { } position
                && Digest.Parse(said.Substring(41, 64)) is { } hash
                && said == Line(new LogHead(position, hash)))
            {
                yield return (line, new LogHead(position, hash));
            }
        }
    }

    public void Dispose()
    {
        try
        {
            RandomAccess.FlushToDisk(_file);
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null)
        {
            // What the log holds is durable without it.
        }

        _file.Dispose();
    }
}
