using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>The files that came in.</summary>
internal sealed class BatchesVerb : Verb
{
    public override string Name => "batches";

    public override string Summary => "The files that were imported, and what became of them.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (run.IsJson)
        {
            run.SayJson(new { exercise = state.IsExercise, batches = state.Batches.Select(batch => Json(run.Reader, batch)) });
            return Done;
        }

        var table = VerbRun.NewTable("batch", "file", ">rows", ">taken", ">repaired", ">no polygon", ">refused", "by", "state");
        foreach (var batch in state.Batches)
        {
            var r = batch.Received;
            table.AddRow(r.Batch.ToString(), Markup.Escape(r.File), Names.Count(r.RowsRead), Names.Count(r.RowsTaken), Names.Count(r.RowsRepaired),
                Names.Count(r.RowsWithoutPolygon), Names.Count(r.Refused.Count), Markup.Escape(run.Reader.NameOf(batch.ReceivedIn.Person)),
                StateOf(state, batch));
        }

        run.Show(table);
        return Done;
    });

    private static string StateOf(ProgrammeState state, BatchEntry batch) => batch.UndoneAt is { } undone ? $"undone by acceptance {undone}"
        : batch.AcceptedAt is { } accepted ? $"accepted as {accepted}"
        : state.Book.IsWaiting(batch.Received.Batch) ? "waits" : "decided report by report";

    private static object Json(Reader reader, BatchEntry b) => new
    {
        batch = b.Received.Batch,
        file = b.Received.File,
        sha256 = b.Received.FileSha256,
        rowsRead = b.Received.RowsRead,
        accepted = b.Received.RowsTaken,
        repaired = b.Received.RowsRepaired,
        withoutPolygon = b.Received.RowsWithoutPolygon,
        refused = b.Received.Refused.Select(r => new { row = r.Row, code = r.Code, sentence = r.In(b.Received.File) }),
        by = reader.NameOf(b.ReceivedIn.Person),
        at = b.ReceivedIn.At,
        acceptedAt = b.AcceptedAt,
        undoneAt = b.UndoneAt,
    };
}

/// <summary>Takes a whole batch back.</summary>
internal sealed class UndoVerb : Verb
{
    private readonly Argument<string> _batch = new("BATCH") { Description = "Its id (or its first letters), or \"last\"." };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "undo";

    public override string Summary => "Take a whole batch back by one new acceptance, unless something rests on it.";

    protected override void Describe(Command command)
    {
        command.Add(_batch);
        command.Add(_reason);
    }

    protected override int Run(VerbRun run) => run.Decide(programme =>
    {
        var batch = Find(programme.State, run.Get(_batch)!);
        if (batch.IsRefused)
        {
            return run.Refuse(batch.Problem!);
        }

        var undone = programme.DecideLarge(run.Acting(run.Get(_reason)), (state, act) => BatchRules.Undo(state.Book, act, batch.Value));
        return undone.IsRefused ? run.Refuse(undone.Problem!)
            : run.Committed(undone.Value, $"Batch {batch.Value} is taken back by acceptance {programme.State.Book.LastAcceptance}");
    });

    /// <summary>A batch by its id, the beginning of it, or "last" for the newest that stands.</summary>
    internal static Outcome<Guid> Find(ProgrammeState state, string text)
    {
        var standing = state.Batches.Select(b => (b.Received.Batch, b.UndoneAt)).ToList();
        var found = text == "last"
            ? standing.Where(b => b.UndoneAt is null).TakeLast(1).ToList()
            : standing.Where(b => b.Batch.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0].Batch : Problems.BatchUnknown(text);
    }
}

/// <summary>The register of acceptances: what known-at numbers stand for.</summary>
internal sealed class AcceptancesVerb : Verb
{
    public override string Name => "acceptances";

    public override string Summary => "The register of acceptances: the numbers that known-at names, by whom, when and why.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        run.Reader.Fetch(state.Book.Acceptances.Select(a => a.Act));
        if (run.IsJson)
        {
            run.SayJson(new
            {
                exercise = state.IsExercise,
                acceptances = state.Book.Acceptances.Select(a =>
                    new { number = a.Number, by = run.Reader.NameOf(a.Act.Person), at = a.Act.At, reason = run.Reader.Open(a.Act.Reason),
                        batch = a.Batch, undoes = a.Undoes, reports = a.Reports }),
            });
            return Done;
        }

        var table = VerbRun.NewTable(">number", "at", "by", ">reports", "batch", "reason");
        foreach (var a in state.Book.Acceptances)
        {
            table.AddRow(Names.Count(a.Number), run.Time.Minute(a.Act.At), Markup.Escape(run.Reader.NameOf(a.Act.Person)),
                (a.Undoes ? "−" : "") + Names.Count(a.Reports), a.Batch?.ToString()[..8] ?? "", Markup.Escape(run.Reader.Open(a.Act.Reason) ?? ""));
        }

        run.Show(table);
        return Done;
    });
}
