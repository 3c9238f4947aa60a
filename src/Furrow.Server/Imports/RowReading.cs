using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Imports.Staging;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>Reads the file from its first row to its last: the rows are mapped and drafted in parts, on all processors, a few parts behind the reader, and
/// kept in the order of the file. What the file held is let go with its part.</summary>
internal static class RowReading
{
    public static void Run(ImportWork work)
    {
        var reading = work.Reading!;
        var (options, late) = (work.Options, new LateColumns());
        var columns = Read(work, late, []);
        if (work.Problem is null && reading.IsOnlyAsking && late.Rows.Count > 0)
        {
            // A column that had its first value behind the rows looked at counts as much as any other: they are looked at again together with these.
            var before = Settled(work);
            Forget(work, options);
            FileMapping.Settle(work, [.. late.First, .. late.Rows]);
            if (work.Problem is null && before != Settled(work))
            {
                Forget(work, options);
                work.ForgetRows();
                columns = Read(work, new LateColumns(), late.Rows);
            }
        }

        if (work.Problem is null && reading.IsOnlyAsking && FoundWords.For(work) is { Count: > 0 } found)
        {
            // Words that no list has, and that may have a meaning: the rows are read with it, so that a person sees what it would do.
            work.FoundWords = found;
            Forget(work, options);
            work.ForgetRows();
            columns = Read(work, new LateColumns(), late.Rows);
        }

        work.Warnings.AddRange(reading.Warnings);
        SayMoments(work);
        Hold(work, reading, columns);
    }

    /// <summary>Why nothing can be applied; where a person can answer it, every cause at once.</summary>
    private static void Hold(ImportWork work, FileReading reading, ColumnsMet columns)
    {
        var unclear = work.Unclear.DistinctBy(u => u.Column).Select(u => Problems.ColumnUnclear(work.File.Name, u.Column, u.Field.Name)).ToList();
        var held = reading.Problems is [var first, ..] ? first : work.Problem;
        work.Questions = reading.IsOnlyAsking && work.Problem is null ? [.. reading.Problems, .. unclear] : [];
        work.Problem = held ?? (unclear.Count > 0 ? unclear[0] : columns.Missing(work));
    }

    /// <summary>What was settled about the columns before any row was read.</summary>
    private static (string Mapping, string Statuses, string Ends, string Repeated) Settled(ImportWork work) =>
        (work.Options.Mapping!.ToJson(), string.Join('|', work.Statuses), string.Join('|', work.Ends), string.Join('|', work.Repeated));

    private static void Forget(ImportWork work, ImportOptions options)
    {
        (work.Options, work.Proposal) = (options, null);
        work.Warnings.Clear();
    }

    /// <summary>One walk through the file.</summary>
    /// <param name="more">Rows farther down to look at beside the first, to see which columns there are.</param>
    private static ColumnsMet Read(ImportWork work, LateColumns late, IReadOnlyList<InputRow> more)
    {
        using var parts = work.Cells.Parts(MappingProposal.Enough).GetEnumerator();
        var first = parts.MoveNext() ? parts.Current : [];
        var most = work.Options.Reading.Limits.FieldsPerRow;
        if (first.Concat(more).SelectMany(r => r.Fields).Select(f => f.Name).Distinct().Count() > most)
        {
            work.Problem = Problems.FileBeyondLimit(work.File.Name, $"{most} different fields");
            return new ColumnsMet(new Mapping());
        }

        FileMapping.Settle(work, [.. first, .. more]);
        late.Begin(first, more);
        var columns = new ColumnsMet(work.Options.Mapping!);
        if (work.Problem is null)
        {
            Draft(work, columns, late, first, parts);
        }

        if (late.Count > most)
        {
            work.Problem = Problems.FileBeyondLimit(work.File.Name, $"{most} different fields");
        }

        return columns;
    }

    private static void Draft(ImportWork work, ColumnsMet columns, LateColumns late, IReadOnlyList<InputRow> first,
        IEnumerator<IReadOnlyList<InputRow>> rest)
    {
        // A mapping remembers what it read a value as: one for each part at work.
        var readers = new ConcurrentBag<(Func<InputRow, MappedRow> Read, RowCounts Counts)>();
        var time = ProgrammeTime.Of(work.State);
        var parts = new Queue<Task<(RowDraft[] Rows, PooledBytes Drafts)>>();
        for (var part = first; part.Count > 0; part = rest.MoveNext() ? rest.Current : [])
        {
            work.Stop.ThrowIfCancellationRequested();
            var rows = part;
            columns.See(rows);
            late.See(rows);
            parts.Enqueue(Task.Run(() =>
            {
                var reader = readers.TryTake(out var kept) ? kept
                    : (Read: work.Options.Mapping!.ToReader(time.DayOf), Counts: new RowCounts(work.Options.Mapping));
                RowDraft[] drafts = [.. rows.Select(row => Draft(work, row, input => reader.Counts.Seen(reader.Read(input))))];
                readers.Add(reader);
                return (drafts, DraftStage.Pack(drafts));
            }));
            while (parts.Count > work.Workers)
            {
                Keep(work, parts.Dequeue());
            }
        }

        while (parts.TryDequeue(out var part))
        {
            Keep(work, part);
        }

        work.Counts = new RowCounts(work.Options.Mapping!);
        foreach (var (_, counts) in readers)
        {
            work.Counts.Add(counts);
        }
    }

    /// <summary>Says by whose days the hours of the file were read, and for how many rows that is another day than the one written.</summary>
    private static void SayMoments(ImportWork work)
    {
        var moments = work.Rows.SelectMany(r => r.Moments).ToList();
        if (moments.Count > 0)
        {
            work.Warnings.Add(Problems.HoursWithZone(work.File.Name, moments.Count, ProgrammeTime.Of(work.State).Id, moments.Count(m => m.IsAnother)));
        }
    }

    private static RowDraft Draft(ImportWork work, InputRow row, Func<InputRow, MappedRow> read)
    {
        work.Stop.ThrowIfCancellationRequested();
        return RowReports.Make(row, read, work);
    }

    private static void Keep(ImportWork work, Task<(RowDraft[] Rows, PooledBytes Drafts)> part)
    {
        var (rows, drafts) = part.GetAwaiter().GetResult();
        work.Stage.Keep(rows, drafts);
        work.Rows.AddRange(rows);
        work.Say("read the rows", work.Rows.Count, 0);
    }
}
