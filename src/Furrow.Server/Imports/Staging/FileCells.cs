using Furrow.Exchange;

namespace Furrow.Server.Imports.Staging;

/// <summary>What a file said, read once: its rows lie on a stage of their own, as they came from the reader, and are interpreted from there as often as a
/// person says something else of them. Nobody else's file is opened again for that.</summary>
/// <param name="folder">Where the stage of a large file is made.</param>
internal sealed class FileCells(string? folder) : IDisposable
{
    private const int Portion = 256;

    /// <summary>Fewer where they are long: letters and coordinates that are held at once.</summary>
    private const long MostWeight = 1 << 20;

    private const int LongText = 40_000;
    private const long MostLong = 8 << 20;

    private long _long;
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

    /// <summary>The rows of the reading: from the file the first time, and from the stage when that went through to the end.</summary>
    public IEnumerable<InputRow> Rows() => _isWhole ? Again() : First();

    /// <summary>A row as its sender wrote it; null when it is not here.</summary>
    public InputRow? Find(int row) => !_isWhole ? null
        : _blocks.Where(b => b.From <= row && row <= b.To).SelectMany(Again).FirstOrDefault(r => r.Row == row);

    /// <summary>How many blocks lie on the stage.</summary>
    internal int Blocks => _blocks.Count;

    /// <summary>How often a block was read from the stage.</summary>
    internal int BlocksRead { get; private set; }

    public void Dispose()
    {
        Forget();
        _file.Dispose();
    }

    private IEnumerable<InputRow> First()
    {
        Forget();
        Readings++;
        var (taken, weight) = (new List<InputRow>(Portion), 0L);
        var packed = Task.FromResult<(RowBlock, byte[], int, int)?>(null);
        foreach (var row in Reading!.Rows)
        {
            taken.Add(row);
            weight += row.Weight;
            GiveBack(row);
            if (taken.Count == Portion || weight > MostWeight)
            {
                // Another processor packs while the file is read on.
                var full = taken;
                Keep(packed.GetAwaiter().GetResult());
                packed = Task.Run<(RowBlock, byte[], int, int)?>(() => Packed(full));
                (taken, weight) = (new List<InputRow>(Portion), 0);
            }

            yield return row;
        }

        Keep(packed.GetAwaiter().GetResult());
        Keep(Packed(taken));
        _isWhole = Reading.Problems.Count == 0;
    }

    private static (RowBlock Block, byte[] Bytes, int From, int To) Packed(List<InputRow> rows) =>
        (RowBlock.Of(rows, out var bytes), bytes, rows.Count == 0 ? 0 : rows.Min(r => r.Row), rows.Count == 0 ? -1 : rows.Max(r => r.Row));

    private IEnumerable<InputRow> Again() => _blocks.SelectMany(Again);

    private IEnumerable<InputRow> Again(Kept kept)
    {
        var bytes = new byte[kept.Length];
        _file.Read(kept.At, bytes);
        BlocksRead++;
        return kept.Block.Rows(bytes);
    }

    /// <summary>The runtime frees texts this long only when it collects everything, which it would put off while a few rows of them fill the memory.</summary>
    private void GiveBack(InputRow row)
    {
        _long += row.Fields.Sum(f => f.Value?.Length > LongText ? (long)f.Value.Length : 0);
        if (_long > MostLong)
        {
            _long = 0;
            GC.Collect();
        }
    }

    private void Keep((RowBlock Block, byte[] Bytes, int From, int To)? packed)
    {
        if (packed is var (block, bytes, from, to))
        {
            _blocks.Add(new Kept(block, _file.Append(bytes), bytes.Length, from, to));
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
