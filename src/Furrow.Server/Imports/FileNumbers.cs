using Furrow.Core;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports;

/// <summary>Which of the files of one name a file is, by its content: the first whose rows a programme received, the second, and so on. The codes made for rows
/// without one carry the number, so that two files of one name never share a run of codes.</summary>
internal sealed class FileNumbers
{
    private readonly Dictionary<string, List<string>> _contents = new(Codes.Comparer);

    public FileNumbers(ReportBook book)
    {
        foreach (var batch in book.Batches)
        {
            Number(batch.Received.File, batch.Received.FileSha256);
        }
    }

    public string CodeOf(string file, string sha256, int row) => InventedCode.Of(file, row, Number(file, sha256));

    private int Number(string file, string sha256)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!_contents.TryGetValue(name, out var contents))
        {
            _contents[name] = contents = [];
        }

        if (!contents.Contains(sha256))
        {
            contents.Add(sha256);
        }

        return contents.IndexOf(sha256) + 1;
    }
}
