using System.CommandLine;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Lists;
using Furrow.Server.Programmes;

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
            run.SayJson(new { exercise = state.IsExercise, batches = state.Batches.Select(batch => Json(run.Reader, state, batch)) });
            return Done;
        }

        ListTables.Show(run, state, BatchLists.Batches, "batch,file,rows,taken,repaired,without-polygon,refused,by,state");
        return Done;
    });

    private static object Json(Reader reader, ProgrammeState state, BatchEntry b) => new
    {
        batch = b.Received.Batch,
        file = b.Received.File,
        sha256 = b.Received.FileSha256,
        rowsRead = b.Received.RowsRead,
        accepted = b.Received.RowsTaken,
        repaired = b.Received.RowsRepaired,
        withoutPolygon = b.Received.RowsWithoutPolygon,
        reports = KnownWhereabouts.CountNames(state.Book.InBatch(b.Received.Batch).Select(e => ReportWhereabouts.Of(e.Report))),
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

    public override string Summary => "The register of acceptances: their numbers (used by --known-at), who accepted, when and why.";

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

        ListTables.Show(run, state, BatchLists.Acceptances, "number,at,by,reports,batch,reason");
        return Done;
    });
}
