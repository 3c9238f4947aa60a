using Furrow.Core.Checks;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports.Staging;

/// <summary>The drafts of an import on the disk: a row keeps in memory what it is judged by, and its report with what was drawn for it is read back when
/// somebody needs it, a few rows at a time.</summary>
internal sealed class DraftStage(string? folder) : IDisposable
{
    /// <summary>Bytes read with one call: few enough to be taken back with other young objects.</summary>
    private const int MostRead = 1 << 16;

    private readonly StageFile _file = new(folder);

    /// <summary>Bytes of all drafts.</summary>
    public long Length => _file.Length;

    public bool IsOnDisk => _file.IsOnDisk;

    public bool IsClosed => _file.IsClosed;

    /// <summary>The drafts of some rows as one piece, to be kept once; the rows give up what is in it.</summary>
    public static PooledBytes Pack(IReadOnlyList<RowDraft> rows)
    {
        var piece = new PooledBytes();
        foreach (var row in rows)
        {
            if (row.Report is { } report)
            {
                var at = piece.Length;
                row.Stage(DraftBytes.Write(report, row.Land, piece));
                row.Staged!.At = at;
            }
        }

        return piece;
    }

    /// <summary>Takes such a piece.</summary>
    public void Keep(IReadOnlyList<RowDraft> rows, PooledBytes piece)
    {
        var at = _file.Append(piece.Written);
        piece.Dispose();
        foreach (var row in rows)
        {
            if (row.Staged is { } staged)
            {
                staged.At += at;
            }
        }
    }

    /// <summary>The draft as the row came, with the report it corrects.</summary>
    /// <param name="withLand">False: what was drawn for it is not asked for.</param>
    public (Report Report, CheckedPart? Land) AsItCame(RowDraft row, bool withLand = true)
    {
        using var piece = new PooledBytes();
        var bytes = piece.Take(row.Staged!.Length);
        _file.Read(row.Staged.At, bytes.Span);
        return Read(row, bytes, withLand);
    }

    /// <summary>The report as it is to be committed.</summary>
    public Report Report(RowDraft row) => Final(row, AsItCame(row, withLand: false).Report);

    /// <summary>The reports of these rows, read back when they are asked for.</summary>
    public IReadOnlyList<Report> Reports(IReadOnlyList<RowDraft> rows) =>
        new StagedList<Report>(this, rows, false, (row, report, _) => Final(row, report));

    /// <summary>Something made of the draft of each row, anew at each asking.</summary>
    public IReadOnlyList<T> Each<T>(IReadOnlyList<RowDraft> rows, Func<RowDraft, Report, CheckedPart?, T> make) =>
        new StagedList<T>(this, rows, true, make);

    /// <summary>Something made of the drafts of some rows. Rows that lie one behind the other on the stage, as they do in a file, are read with one call.
    /// </summary>
    internal T[] Some<T>(IReadOnlyList<RowDraft> rows, int from, int count, bool withLand, Func<RowDraft, Report, CheckedPart?, T> make)
    {
        var items = new T[count];
        using var piece = new PooledBytes();
        for (var i = 0; i < count;)
        {
            var (first, end) = (rows[from + i].Staged!, i + 1);
            var length = first.Length;
            while (end < count && rows[from + end].Staged! is var next && next.At == first.At + length && length + next.Length <= MostRead)
            {
                length += next.Length;
                end++;
            }

            var bytes = piece.Take(length);
            _file.Read(first.At, bytes.Span);
            for (var at = 0; i < end; at += rows[from + i].Staged!.Length, i++)
            {
                var row = rows[from + i];
                var (report, land) = Read(row, bytes.Slice(at, row.Staged!.Length), withLand);
                items[i] = make(row, report, land);
            }
        }

        return items;
    }

    /// <summary>Rows are interpreted anew.</summary>
    public void Clear() => _file.Clear();

    public void Dispose() => _file.Dispose();

    private static (Report Report, CheckedPart? Land) Read(RowDraft row, ReadOnlyMemory<byte> bytes, bool withLand)
    {
        var (report, land) = DraftBytes.Read(bytes, withLand);
        return (row.Staged!.Corrects is null && row.CodeAsWritten is null ? report
            : report with { Corrects = row.Staged.Corrects, Code = row.CodeAsWritten ?? report.Code }, land);
    }

    private static Report Final(RowDraft row, Report report) => row.Staged!.IsAsItCame && row.CodeAsWritten is null ? report
        : report with { Id = row.Staged.SentAgain ?? report.Id, Code = row.Staged.Code, HazardousArea = row.Staged.HazardousArea };
}
