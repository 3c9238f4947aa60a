using System.CommandLine;
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
