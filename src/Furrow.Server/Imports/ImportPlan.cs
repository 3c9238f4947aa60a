using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Vocabulary;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Imports;

/// <summary>What applying a plan did.</summary>
/// <param name="Batch">Null when every row was here already, so that nothing was written.</param>
/// <param name="Acceptance">The acceptance the reports count from; null when they wait for review.</param>
public sealed record ImportResult(Guid? Batch, int Reports, int? Acceptance, long Position);

/// <summary>What an import would do: a verdict for every row, findings in groups, and the reports that would be made. Made by a dry run; nothing is
/// written to the ledger until it is applied, as one batch. What a large file holds lies on a stage meanwhile, which is gone with the plan.</summary>
public sealed class ImportPlan : IDisposable
{
    /// <summary>Rows from which on it pays to collect between two steps.</summary>
    private const int LargeFile = 20_000;

    private readonly ImportWork _work;

    private ImportPlan(ImportWork work) => _work = work;

    public string File => _work.File.Name;

    public string FileSha256 => _work.FileSha256;

    public string Format => _work.Reading?.Format ?? "";

    public ImportOptions Options => _work.Options;

    /// <summary>The id the batch will have.</summary>
    public Guid Batch => _work.Batch;

    /// <summary>Why nothing of the file can be used; then there are no rows and nothing can be applied.</summary>
    public Problem? Problem => _work.Problem;

    /// <summary>The same with every cause that could be found at once.</summary>
    public IReadOnlyList<Problem> Problems => _work.Questions.Count > 0 ? _work.Questions : Problem is { } problem ? [problem] : [];

    /// <summary>It is held back by questions alone: the dictionary has them, with what the answers can be.</summary>
    public bool IsAsking => _work.Questions.Count > 0;

    /// <summary>No row could be read before the questions are answered: what the rows ask comes after them.</summary>
    public bool AsksBeforeRows => IsAsking && _work.Counts.Rows == 0;

    /// <summary>What was assumed about the file as a whole.</summary>
    public IReadOnlyList<Problem> Warnings => _work.Warnings;

    /// <summary>How the columns are read.</summary>
    public Mapping Mapping => Dictionary.Marked(_work.Options.Mapping ?? new Mapping());

    /// <summary>What was understood of the file, and what a person has to confirm first.</summary>
    public ImportReadings Dictionary => _work.Dictionary;

    /// <summary>The whole reading as a mapping, nothing in it left to be found: the next file of the kind is read without a question.</summary>
    public Mapping ConfirmedMapping => ExplicitMapping.Of(_work);

    /// <summary>How the mapping was found; null when it was given.</summary>
    public MappingProposal? Proposal => _work.Proposal;

    /// <summary>The columns of the file with some of their values, whoever says how they are read.</summary>
    public IReadOnlyList<ProposedColumn> Columns => _work.Columns;

    public IReadOnlyList<RowVerdict> Rows => _work.Verdicts;

    /// <summary>Why rows were refused, the same reason once.</summary>
    public IReadOnlyList<RefusalCause> Causes => field ??= RefusalCauses.Of(_work.Verdicts, _work.Options.Mapping ?? new Mapping());

    /// <summary>Words of the file nobody has said the meaning of.</summary>
    public IReadOnlyList<OpenWord> OpenWords => _work.OpenWords;

    /// <summary>Columns that look like a status and are not read.</summary>
    public IReadOnlyList<StatusColumn> Statuses => _work.Statuses;

    /// <summary>The sheets or layers of the file that hold something, where it has such.</summary>
    /// <summary>The table has columns that nobody sees.</summary>
    public bool HidesColumns => _work.Reading?.HidesColumns == true;

    public IReadOnlyList<string> Layers => _work.Reading?.Layers ?? [];

    public RowAccount Account => _work.Account;

    public IReadOnlyList<FindingGroup> Groups => _work.Groups;

    /// <summary>The programme as it would be with the batch accepted: for a preview of land and balance. Null when nothing can be tried.</summary>
    public ProgrammeState? Tried => _work.Tried?.Value;

    /// <summary>How long it took to arrange the land of the batch for trial: the noding within a dry run of reports that wait for review.</summary>
    public TimeSpan Trial => _work.Trial;

    /// <summary>The mark of an invented programme.</summary>
    public bool IsExercise => _work.State.IsExercise;

    /// <summary>The reports that would be made, in the order of their rows.</summary>
    public IReadOnlyList<Report> Reports => _work.Reports;

    /// <summary>The names of the steps, in order.</summary>
    public static IReadOnlyList<string> Steps => [.. ImportSteps.All.Select(s => s.Name)];

    /// <summary>Runs every step on the state given, and writes nothing.</summary>
    /// <param name="keepsTrial">Whether the land of the trial is kept for the commit, for somebody who looks at the plan before.</param>
    /// <param name="stageFolder">Where the stage of a large file is made; null: among the temporary files.</param>
    /// <param name="stop">Ends it early; the plan then has that as its problem.</param>
    public static ImportPlan Prepare(SourceFile file, ImportOptions options, ProgrammeState state, IProgress<ImportProgress>? progress = null,
        bool keepsTrial = false, string? stageFolder = null, CancellationToken stop = default) =>
        Prepare(new ImportWork(file, options, state, progress, stop) { KeepsTrial = keepsTrial, StageFolder = stageFolder });

    /// <summary>Lets go of the land of the trial, which is as large as that of the programme: it is arranged again if the plan is applied.</summary>
    public void LetGo() => _work.Land = null;

    /// <summary>The row with this number, as the sheet gives it; null where there is none. Only it is read from the stage.</summary>
    public RowVerdict? RowAt(int row) => _work.Rows.FindIndex(r => r.Row == row) is >= 0 and var at && at < _work.Verdicts.Count ? _work.Verdicts[at] : null;

    /// <summary>A row of the file as its sender wrote it, from the stage, or from the file where nothing is staged. Null where it is gone.
    /// </summary>
    public InputRow? SentRow(int row, CancellationToken stop)
    {
        try
        {
            return _work.Cells.Find(row) ?? SentRows.Find(_work.File, Options, row, stop);
        }
        catch (ObjectDisposedException)
        {
            // Applied or discarded while somebody was looking at it.
            return null;
        }
    }

    /// <summary>Gives up the stage. Verdicts stay; shapes are gone, and nothing can be applied any more.</summary>
    public void Dispose() => _work.Close();

    internal static ImportPlan Prepare(ImportWork work)
    {
        try
        {
            for (var step = 0; step < ImportSteps.All.Count && work.Problem is null; step++)
            {
                work.Say(ImportSteps.All[step].Name, 0, 0);
                work.Stop.ThrowIfCancellationRequested();
                ImportSteps.All[step].Run(work);
                if (ImportSteps.All[step].LeavesMuch)
                {
                    GiveBack(work);
                }
            }

            work.Stop.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (work.Stop.IsCancellationRequested)
        {
            work.Problem = Core.Problems.StoppedBeforeCommit();
            work.Judged = null;
        }
        catch (Exception wrong) when (StorageFaults.ProblemOf(wrong, $"the stage of the import") is { } problem)
        {
            // Readers answer for the file themselves: what else can fail here is the stage.
            work.Problem = problem;
            work.Judged = null;
        }

        if (work.Problem is not null)
        {
            Ask(work);
            work.ForgetRows();
        }

        return new ImportPlan(work);
    }

    /// <summary>What a person can say of a file that is held back: each in the same form as what is open in one that is not.</summary>
    private static void Ask(ImportWork work)
    {
        work.Questions = work.Questions.Contains(work.Problem!) ? work.Questions : [];
        if (work.Questions.Count > 0)
        {
            work.OpenWords = RefusalCauses.Words(work.Rows);
            work.Dictionary = ImportReadings.Of(work);
        }
    }

    /// <summary>What only a step needed of a large file is given back before the next one takes as much again: the land of the trial is as large as what the
    /// checks gather, and the collector by itself lets the two stand beside each other. A tenth of a second in ten.</summary>
    internal static void GiveBack(ImportWork work)
    {
        if (work.Rows.Count >= LargeFile)
        {
            GC.Collect();
        }
    }

    /// <summary>Says who applies the plan and when, where that is known only after the dry run (the pages).</summary>
    public void Sign(Actor by, string? acceptReason, DateTimeOffset at)
    {
        _work.Options = _work.Options with { By = by, AcceptReason = acceptReason, At = at };

        // What the dry run judged carries another name and reason.
        _work.Judged = null;
    }

    /// <summary>Commits the plan as one batch. Rows that came in since the dry run are left out, and codes taken since are changed.</summary>
    /// <param name="stop">Looked at until the batch is handed to the disk; from there on it is written whole.</param>
    public Outcome<ImportResult> Apply(Programme programme, CancellationToken stop = default)
    {
        if ((Problem ?? Dictionary.Problem) is { } refused)
        {
            return refused;
        }

        var reports = _work.Taken.Count;
        var decided = programme.DecideLarge(_work.Acting, (state, act) =>
        {
            var (rows, admitted) = Admit(state);
            reports = rows.Count;
            return reports == 0 ? [] : Receive(_work, state, act, Received(_work, rows), admitted);
        }, _work.Judged, stop);
        return decided.IsRefused ? decided.Problem!
            : reports == 0 ? new ImportResult(null, 0, null, decided.Value)
            : new ImportResult(Batch, reports, programme.State.Book.FindBatch(Batch)!.AcceptedAt, decided.Value);
    }

    /// <summary>Rows that came in since are left out, and codes taken since are changed.</summary>
    private (IReadOnlyList<RowDraft> Rows, IReadOnlyList<Report> Reports) Admit(ProgrammeState state)
    {
        if (state.Position == _work.State.Position)
        {
            return (_work.Taken, Reports);
        }

        IReadOnlyList<RowDraft> rows = [.. KnownRows.New(_work, state.Book)];
        var coded = RowCodes.Distinct(rows, _work, state.Book);
        return (rows, new MadeList<Report, Report>(_work.Stage.Each(rows, (_, report, _) => report),
            (report, i) => report with { Id = coded[i].Again ?? report.Id, Code = coded[i].Code, HazardousArea = coded[i].Area }));
    }

    /// <summary>The batch, and with it the words that whoever imports has said the meaning of.</summary>
    internal static Ruling Receive(ImportWork work, ProgrammeState state, Act act, BatchReceived received, IReadOnlyList<Report> reports)
    {
        var ruling = BatchRules.Receive(state.Book, act, received, reports, work.AcceptsAtOnce);
        return ruling.IsRefused ? ruling : ruling.With([.. WordRules.FromImport(state, act, FoundWords.ToLearn(work))]);
    }

    internal static BatchReceived Received(ImportWork work, IReadOnlyList<RowDraft> admitted)
    {
        int Count(Verdict verdict) => admitted.Where(r => r.Verdict == verdict).Sum(r => r.RowCount);
        return new BatchReceived(work.Batch, work.File.Name, work.FileSha256, ExplicitMapping.Of(work).ToJson(), work.Rows.Sum(r => r.RowCount),
            Count(Verdict.Accepted), Count(Verdict.Repaired), Count(Verdict.WithoutPolygon),
            [.. work.Rows.Where(r => r.Verdict == Verdict.Refused)
                .Select(r => new RefusedRow(r.Row, r.Problem!.Code, r.Problem.Phrase, r.Problem.Where?.Field))]);
    }
}
