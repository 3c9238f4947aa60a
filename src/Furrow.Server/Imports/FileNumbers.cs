using Furrow.Core;
using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>Which of the files of one name a file is, by its content and the sheet or layer that is read of it: the first whose rows a programme received, the
/// second, and so on. The codes made for rows without one carry the number, so that two files of one name, or two sheets of one file, never share a run of
/// codes.</summary>
internal sealed class FileNumbers
{
    private readonly Dictionary<string, List<string>> _contents = new(Codes.Comparer);
    private readonly string _own;

    /// <param name="layer">The sheet or layer of the file that a person named; null where it has but one table.</param>
    public FileNumbers(ReportBook book, string sha256, string? layer)
    {
        _own = Key(sha256, layer);
        foreach (var received in book.Batches.Select(b => b.Received))
        {
            Number(received.File, Key(received.FileSha256, LayerOf(received.MappingJson)));
        }
    }

    public string CodeOf(string file, int row) => InventedCode.Of(file, row, Number(file, _own));

    private static string? LayerOf(string mapping) =>
        mapping.Contains("\"layer\"", StringComparison.Ordinal) ? Mapping.FromJson(mapping).Value?.Layer : null;

    private static string Key(string sha256, string? layer) => $"{sha256} {layer}";

    private int Number(string file, string content)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!_contents.TryGetValue(name, out var contents))
        {
            _contents[name] = contents = [];
        }

        if (!contents.Contains(content))
        {
            contents.Add(content);
        }

        return contents.IndexOf(content) + 1;
    }
}
