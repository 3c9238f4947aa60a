using System.Text;
using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Store;

namespace Furrow.Server.Verbs;

/// <summary>A file that a verb writes. It takes its name only when it is whole and on the disk; one that could not be finished leaves nothing behind.</summary>
internal sealed partial class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _content;
    private bool _isFinished;

    public OutputFile(string path)
    {
        // A device (/dev/stdout) has no unfinished twin.
        (_path, _unfinished) = (path, path.StartsWith("/dev/", StringComparison.Ordinal) ? path : path + ".part");
        _content = IsDevice ? File.OpenWrite(_path) : OwnerFiles.Create(_unfinished);
    }

    public Stream Content => _content;

    private bool IsDevice => _path == _unfinished;

    /// <summary>Writes the text as the whole content, in UTF-8 without a mark.</summary>
    public void Write(string text)
    {
        if (!IsDevice && _content.Position > 0)
        {
            _content.SetLength(0);
        }

        _content.Write(new UTF8Encoding(false).GetBytes(text));
        _content.Flush();
    }

    public void Finish()
    {
        _content.Flush(flushToDisk: !IsDevice);
        _content.Dispose();
        if (!IsDevice)
        {
            if (File.Exists(_path) && !OperatingSystem.IsWindows())
            {
                // One that was there keeps the mode its owner gave it.
                File.SetUnixFileMode(_unfinished, File.GetUnixFileMode(_path));
            }

            File.Move(_unfinished, _path, overwrite: true);
        }

        _isFinished = true;
    }

    /// <summary>Why a file could not be written or read, or null when that is not what happened.</summary>
    public static Problem? WhyNot(Exception wrong) => StorageFaults.ProblemOf(wrong,
            wrong is LogBrokenException && !Quoted().IsMatch(wrong.Message) ? (Phrase)$"the ledger" : $"{NamedIn(wrong)}")
        ?? (wrong is DirectoryNotFoundException or FileNotFoundException ? Problems.FileMissing(NamedIn(wrong)) : null);

    /// <summary>The runtime names the file in single quotes.</summary>
    private static string NamedIn(Exception wrong) => Quoted().Match(wrong.Message) is { Success: true } named ? named.Groups[1].Value
        : wrong is LogBrokenException ? "the ledger" : "a file of this command";

    public void Dispose()
    {
        try
        {
            _content.Dispose();
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null)
        {
            // What could not be written was told.
        }

        if (!_isFinished && !IsDevice)
        {
            OwnerFiles.Forget(_unfinished);
        }
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
