using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Exchange;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Intents;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Rows;

/// <summary>A table that was uploaded to do one thing for each of its rows, and is tried before somebody writes it.</summary>
public sealed class RowsDraft(Guid id, Intent intent, IntentObjects objects, string path, DateTimeOffset at) : IFileDraft
{
    private readonly Lock _gate = new();
    private volatile RowsLook _look = RowsLook.None;
    private (long Position, Actor By) _triedIn;

    public Guid Id { get; } = id;

    public Intent Intent { get; } = intent;

    public string Name { get; } = SourceFile.At(path).Name;

    public DateTimeOffset StartedAt { get; } = at;

    public DateTimeOffset TouchedAt { get; private set; } = at;

    public void Touch(DateTimeOffset at) => TouchedAt = at;

    public RowsLook Look => _look;

    /// <summary>Where the rows stand in the ledger and how many; null while they are not written.</summary>
    public (long Position, int Rows)? Written { get; private set; }

    /// <summary>Reads the table as somebody says, and tries every row. Nothing is written.</summary>
    public void LookBy(IntentTableOptions said, Visit visit)
    {
        lock (_gate)
        {
            _look = RowsLook.Of(Intent, objects, SourceFile.At(path), said, visit.State, RowsForm.Trying(visit));
            _triedIn = (visit.State.Position, visit.Actor);
        }
    }

    public void Rest()
    {
        lock (_gate)
        {
            (_look, _triedIn) = (Written is null ? RowsLook.None with { Said = _look.Said } : _look, default);
        }
    }

    /// <summary>Tries the rows again where the ledger has gone on, or somebody else looks.</summary>
    public void Refresh(Visit visit)
    {
        if (Written is null && _triedIn != (visit.State.Position, visit.Actor))
        {
            LookBy(_look.Said, visit);
        }
    }

    /// <summary>Writes all rows at once; with any refused none, unless these are to be left. Sent twice it is done once.</summary>
    public Problem? Write(Programme programme, Func<string?, Guid, Acting> acting, bool leavesRefused)
    {
        lock (_gate)
        {
            if (Written is not null || _look.Table is not { } table)
            {
                return _look.Problem;
            }

            var (committed, rows) = RowsLook.RowsOf(Intent, objects, table, acting).Commit(programme, leavesRefused);
            _look = _look with { Rows = rows };
            Written = committed.IsRefused ? null : (committed.Value, rows.Count(r => r.Problem is null));
            return committed.Problem;
        }
    }
}

/// <summary>What a table was understood as, and what would become of its rows.</summary>
/// <param name="Said">What somebody said of it.</param>
/// <param name="Problem">Why no row can be judged; null when they are.</param>
/// <param name="Table">Null when it cannot be read.</param>
public sealed record RowsLook(IntentTableOptions Said, Problem? Problem, IntentTable? Table, ImportReadings Dictionary, IReadOnlyList<string> Layers,
    IReadOnlyList<IntentHeading> Headings, IReadOnlyList<RowRuling> Rows)
{
    public static readonly RowsLook None =
        new(new IntentTableOptions([], new Dictionary<string, string>(), ReadOptions.Default), null, null, ImportReadings.Empty, [], [], []);

    /// <summary>The file is held back by questions that somebody can answer.</summary>
    public bool IsAsking => Problem is not null && Dictionary.Open.Count > 0;

    internal static RowsLook Of(Intent intent, IntentObjects objects, SourceFile file, IntentTableOptions said, ProgrammeState state,
        Func<string?, Guid, Acting> acting)
    {
        var look = None with { Said = said };
        var opened = IntentTable.Look(intent, file, said, out var headings);
        if (opened.Value is not { } reading)
        {
            return look with { Problem = opened.Problem };
        }

        var dictionary = reading.IsOnlyAsking ? ImportReadings.Of(reading, said.Reading, (_, _) => true, null, []) : ImportReadings.Empty;
        look = look with { Dictionary = dictionary, Layers = reading.Layers, Headings = headings };
        var table = reading.Problems is [var held, ..] ? held : IntentTable.Read(intent, file, said);
        return table.IsRefused ? look with { Problem = table.Problem }
            : look with { Table = table.Value, Rows = RowsOf(intent, objects, table.Value!, acting).Try(state) };
    }

    internal static IntentRows RowsOf(Intent intent, IntentObjects objects, IntentTable table, Func<string?, Guid, Acting> acting) =>
        new(intent, objects, table, (draft, act) => acting(draft.Reason, act));
}
