using System.Collections;
using Furrow.Core.Checks;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports.Staging;

/// <summary>The drafts of an import on the disk: a row keeps in memory what it is judged by, and its report with what was drawn for it is read back when
/// somebody needs it, a few rows at a time.</summary>
internal sealed class DraftStage(string? folder) : IDisposable
{
    /// <summary>Rows read together by whoever goes through all of them.</summary>
    private const int Portion = 256;

    /// <summary>A buffer that grew beyond this for one row is not kept for the next.</summary>
    private const int MostKept = 1 << 20;

    private readonly StageFile _file = new(folder);

    [ThreadStatic]
    private static byte[]? _buffer;

    /// <summary>Bytes of all drafts.</summary>
    public long Length => _file.Length;

    public bool IsOnDisk => _file.IsOnDisk;

    public bool IsClosed => _file.IsClosed;

    /// <summary>The drafts of some rows as one piece; the rows give up what is in it.</summary>
    public static byte[] Pack(IReadOnlyList<RowDraft> rows)
    {
        var drafts = new List<byte[]>(rows.Count);
        var length = 0;
        foreach (var row in rows.Where(r => r.Report is not null))
        {
            var draft = DraftBytes.Write(row.Report!, row.Land);
            row.Stage(draft.Length);
            row.Staged!.At = length;
            drafts.Add(draft);
            length += draft.Length;
        }

        // Made in its whole length at once: a stream would hold its bytes several times over while it grows.
        var piece = GC.AllocateUninitializedArray<byte>(length);
        var at = 0;
        foreach (var draft in drafts)
        {
            draft.CopyTo(piece, at);
            at += draft.Length;
        }

        return piece;
    }

    /// <summary>Takes such a piece.</summary>
    public void Keep(IReadOnlyList<RowDraft> rows, byte[] piece)
    {
        var at = _file.Append(piece);
        foreach (var staged in rows.Select(r => r.Staged).OfType<StagedRow>())
        {
            staged.At += at;
        }
    }

    /// <summary>The draft as the row came, with the report it corrects.</summary>
    public (Report Report, CheckedPart? Land) AsItCame(RowDraft row)
    {
        var staged = row.Staged!;
        var bytes = Buffer(staged.Length);
        _file.Read(staged.At, bytes.Span);
        var (report, land) = DraftBytes.Read(bytes);
        return (staged.Corrects is null && row.CodeAsWritten is null ? report
            : report with { Corrects = staged.Corrects, Code = row.CodeAsWritten ?? report.Code }, land);
    }

    /// <summary>The report as it is to be committed.</summary>
    public Report Report(RowDraft row) => Final(row, AsItCame(row).Report);

    /// <summary>The reports of these rows, read back when they are asked for.</summary>
    public IReadOnlyList<Report> Reports(IReadOnlyList<RowDraft> rows) => Each(rows, (row, report, _) => Final(row, report));

    /// <summary>Something made of the draft of each row, anew at each asking.</summary>
    public IReadOnlyList<T> Each<T>(IReadOnlyList<RowDraft> rows, Func<RowDraft, Report, CheckedPart?, T> make) => new Drafts<T>(this, rows, make);

    /// <summary>Rows are interpreted anew.</summary>
    public void Clear() => _file.Clear();

    public void Dispose() => _file.Dispose();

    private static Report Final(RowDraft row, Report report) =>
        report with { Id = row.Staged!.SentAgain ?? report.Id, Code = row.Staged.Code, HazardousArea = row.Staged.HazardousArea };

    private static Memory<byte> Buffer(int length)
    {
        if (length > MostKept)
        {
            return new byte[length];
        }

        if (_buffer is null || _buffer.Length < length)
        {
            _buffer = new byte[Math.Clamp(length * 2, 1 << 12, MostKept)];
        }

        return _buffer.AsMemory(0, length);
    }

    /// <summary>A list that holds no item.</summary>
    private sealed class Drafts<T>(DraftStage stage, IReadOnlyList<RowDraft> rows, Func<RowDraft, Report, CheckedPart?, T> make) : IReadOnlyList<T>
    {
        public int Count => rows.Count;

        public T this[int index]
        {
            get
            {
                var (report, land) = stage.AsItCame(rows[index]);
                return make(rows[index], report, land);
            }
        }

        /// <summary>The next rows are read while the caller has these.</summary>
        public IEnumerator<T> GetEnumerator()
        {
            if (rows.Count <= Portion)
            {
                for (var i = 0; i < rows.Count; i++)
                {
                    yield return this[i];
                }

                yield break;
            }

            var ahead = Task.Run(() => Read(0));
            for (var from = 0; from < rows.Count; from += Portion)
            {
                var items = ahead.GetAwaiter().GetResult();
                var next = from + Portion;
                ahead = next < rows.Count ? Task.Run(() => Read(next)) : ahead;
                foreach (var item in items)
                {
                    yield return item;
                }
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private T[] Read(int from)
        {
            var items = new T[Math.Min(Portion, rows.Count - from)];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = this[from + i];
            }

            return items;
        }
    }
}
