using Furrow.Exchange;

namespace Furrow.Server.Imports.Staging;

/// <summary>What a file said, read once: its rows lie on a stage of their own, as they came from the reader, and are interpreted from there as often as a
/// person says something else of them. Nobody else's file is opened again for that.</summary>
/// <param name="folder">Where the stage of a large file is made.</param>
internal sealed class FileCells(string? folder) : IDisposable
{
    /// <summary>Rows that are interpreted, and kept, together.</summary>
    private const int PartRows = 256;

    /// <summary>Fewer where they are long: letters and coordinates that are held at once must not grow with what a row holds.</summary>
    private const long MostWeight = 1 << 20;

    private readonly StageFile _file = new(folder);
    private readonly List<Kept> _blocks = [];
    private bool _isWhole;

    /// <summary>The reading whose rows these are; null before there is one.</summary>
    public FileReading? Reading { get; private set; }

    public ReadOptions Options { get; private set; } = ReadOptions.Default;

    public string FileSha256 { get; private set; } = "";

    /// <summary>How often the file itself was read.</summary>
    public int Readings { get; private set; }

    /// <summary>A person's other word about the rows does not change them, one about the file does.</summary>
    public bool Holds(ReadOptions options) => _isWhole && Options.ReadsLike(options);

    /// <param name="reading">Null: the file is refused.</param>
    public void Begin(FileReading? reading, ReadOptions options, string fileSha256)
    {
        Forget();
        (Reading, Options, FileSha256) = (reading, options, fileSha256);
    }

    /// <summary>The rows of the reading, part by part: from the file the first time, and from the stage when that went through to the end.</summary>
    /// <param name="first">Rows of the first part, by which the columns are found.</param>
    public IEnumerable<IReadOnlyList<InputRow>> Parts(int first) => _isWhole ? Again() : First(first);

    /// <summary>A row as its sender wrote it; null when it is not here.</summary>
    public InputRow? Find(int row) => !_isWhole ? null
        : _blocks.Where(b => b.From <= row && row <= b.To).SelectMany(Read).FirstOrDefault(r => r.Row == row);

    /// <summary>How many blocks lie on the stage.</summary>
    internal int Blocks => _blocks.Count;

    /// <summary>How often a block was read from the stage.</summary>
    internal int BlocksRead { get; private set; }

    public void Dispose()
    {
        Forget();
        _file.Dispose();
    }

    private IEnumerable<IReadOnlyList<InputRow>> First(int first)
    {
        Forget();
        Readings++;
        var packed = Task.FromResult<(RowBlock, PooledBytes, int, int)?>(null);
        foreach (var part in Cut(Reading!.Rows, first))
        {
            // Another processor packs while the file is read on.
            Keep(packed.GetAwaiter().GetResult());
            packed = Task.Run<(RowBlock, PooledBytes, int, int)?>(() =>
            {
                var bytes = new PooledBytes();
                return (RowBlock.Of(part, bytes), bytes, part.Min(r => r.Row), part.Max(r => r.Row));
            });
            yield return part;
        }

        Keep(packed.GetAwaiter().GetResult());
        _isWhole = Reading.Problems.Count == 0;
    }

    private static IEnumerable<List<InputRow>> Cut(IEnumerable<InputRow> rows, int most)
    {
        var (part, weight) = (new List<InputRow>(), 0L);
        foreach (var row in rows)
        {
            part.Add(row);
            weight += row.Weight;
            if (part.Count == most || weight >= MostWeight)
            {
                yield return part;
                (part, weight, most) = (new List<InputRow>(PartRows), 0, PartRows);
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private IEnumerable<IReadOnlyList<InputRow>> Again() => _blocks.Select(Read);

    private IReadOnlyList<InputRow> Read(Kept kept)
    {
        var bytes = new byte[kept.Length];
        _file.Read(kept.At, bytes);
        BlocksRead++;
        return kept.Block.Rows(bytes);
    }

    private void Keep((RowBlock Block, PooledBytes Bytes, int From, int To)? packed)
    {
        if (packed is var (block, bytes, from, to))
        {
            _blocks.Add(new Kept(block, _file.Append(bytes.Written), bytes.Length, from, to));
            bytes.Dispose();
        }
    }

    private void Forget()
    {
        _isWhole = false;
        _blocks.Clear();
        _file.Clear();
    }

    /// <param name="From">The least number of a row in it, as the sheet numbers rows.</param>
    /// <param name="To">The greatest.</param>
    private sealed record Kept(RowBlock Block, long At, int Length, int From, int To);
}
