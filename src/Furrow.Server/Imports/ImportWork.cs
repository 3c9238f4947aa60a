using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Imports.Staging;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>What the steps of an import hand on to each other.</summary>
internal sealed class ImportWork(SourceFile file, ImportOptions options, ProgrammeState state, IProgress<ImportProgress>? progress,
    CancellationToken stop = default)
{
    private DraftStage? _stage;
    private FileCells? _cells;
    private readonly bool _isLent;

    public SourceFile File { get; } = file;

    public ImportOptions Options { get; set; } = options;

    public ProgrammeState State { get; } = state;

    /// <summary>Boundaries to check hazards against, where there are some.</summary>
    public PlaceSet? Places { get; } = options.Places.In(state).Value;

    /// <summary>Where the programme works, gathered when it is asked for.</summary>
    public Territory Territory => field ??= ImportChecks.TerritoryOf(State, Places);

    /// <summary>Cancelled when the person wants no more of it. Nothing is written by a step, so each may end anywhere.</summary>
    public CancellationToken Stop { get; } = stop;

    /// <summary>Parts of the file in work at once. The outcome does not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount + 1;

    public Guid Batch { get; } = Guid.NewGuid();

    public string FileSha256 { get; set; } = "";

    public FileReading? Reading => Cells.Reading;

    public MappingProposal? Proposal { get; set; }

    /// <summary>The columns of the file with some of their values.</summary>
    public IReadOnlyList<ProposedColumn> Columns { get; set; } = [];

    /// <summary>Columns that look like a status and are not read.</summary>
    public IReadOnlyList<StatusColumn> Statuses { get; set; } = [];

    /// <summary>Columns nobody reads, looked at beside a release; null until the first rows were seen.</summary>
    public ContraryColumns? Contrary { get; set; }

    /// <summary>Columns that name an end of the work and are not read as it.</summary>
    public IReadOnlyList<string> Ends { get; set; } = [];

    /// <summary>Columns that are read, each with one that repeats its heading.</summary>
    public IReadOnlyList<(string Read, string Again)> Repeated { get; set; } = [];

    /// <summary>Columns that may be a field nobody reads, each with the fields it may be. Nothing is read past them.</summary>
    public IReadOnlyList<(string Column, ReportField Field)> Unclear { get; set; } = [];

    /// <summary>Columns of the file, in the order they are met in its first rows.</summary>
    public IReadOnlyList<string> ColumnNames { get; set; } = [];

    /// <summary>What is only proposed, by the keys of the dictionary.</summary>
    public HashSet<string> Unconfirmed { get; set; } = [];

    /// <summary>Meanings found for words that no list has.</summary>
    public Dictionary<(string Field, string Column, string Value), FoundWord> FoundWords { get; set; } = [];

    /// <summary>Words, units and systems of the rows.</summary>
    public RowCounts Counts { get; set; } = new(new Mapping());

    public ImportReadings Dictionary { get; set; } = ImportReadings.Empty;

    public List<RowDraft> Rows { get; } = [];

    /// <summary>Where the stage is made when the file is large; null: among the temporary files.</summary>
    public string? StageFolder { get; init; }

    /// <summary>The reports of the rows and what was drawn for them.</summary>
    public DraftStage Stage => _stage ??= new DraftStage(StageFolder);

    /// <summary>Why nothing of the file can be used. No step runs after it.</summary>
    public Problem? Problem { get; set; } = options.Places.In(state).Problem;

    /// <summary>All that holds the file back and that a person can answer; empty where it is held back by something else.</summary>
    public IReadOnlyList<Problem> Questions { get; set; } = [];

    public List<Problem> Warnings { get; } = [];

    /// <summary>The facts as they would be committed, and what they make of the programme; null when nothing was tried.</summary>
    public JudgedBatch? Judged { get; set; }

    /// <summary>Nobody has signed the import yet: it is tried in no one's name, and what the trial judged is not committed.</summary>
    public bool IsUnsigned => Options.By.IsNobody;

    /// <summary>Who imports, as it stands now.</summary>
    public Acting Acting => new(Options.By, Options.At, Door.Import, Options.AcceptReason);

    /// <summary>What is imported is accepted with the same act.</summary>
    public bool AcceptsAtOnce => Options.AcceptReason is not null;

    /// <summary>The programme as if the batch were accepted, made when it is asked for; null when nothing was tried.</summary>
    public Lazy<ProgrammeState>? Tried { get; set; }

    /// <summary>Whether the land of the trial is kept for the commit, which may come in another name and with another reason.</summary>
    public bool KeepsTrial { get; init; }

    /// <summary>The land of the trial while it is kept: as long as it is, accepting these reports does not arrange it again.</summary>
    public LandLedger? Land { get; set; }

    /// <summary>How long arranging the land of the batch took, for the checks that read headings.</summary>
    public TimeSpan Trial { get; set; }

    public IReadOnlyDictionary<Guid, IReadOnlyList<HeadingHit>> Headings { get; set; } = new Dictionary<Guid, IReadOnlyList<HeadingHit>>();

    public IReadOnlyList<FindingGroup> Groups { get; set; } = [];

    public IReadOnlyList<RowVerdict> Verdicts { get; set; } = [];

    public IReadOnlyList<OpenWord> OpenWords { get; set; } = [];

    public RowAccount Account { get; set; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The rows that become reports.</summary>
    public IReadOnlyList<RowDraft> Taken => [.. Rows.Where(r => r.IsTaken)];

    /// <summary>Their reports, read from the stage when they are asked for.</summary>
    public IReadOnlyList<Report> Reports => Stage.Reports(Taken);

    /// <summary>What the file said, read once. Whoever prepares several plans of one file hands it from one to the next.</summary>
    public FileCells Cells
    {
        get => _cells ??= new FileCells(StageFolder);
        init => (_cells, _isLent) = (value, true);
    }

    /// <summary>Gives up what lies on stages; cells that were lent are given up by whoever lent them.</summary>
    public void Close()
    {
        _stage?.Dispose();
        if (!_isLent)
        {
            _cells?.Dispose();
        }
    }

    public void ForgetRows()
    {
        Rows.Clear();
        Stage.Clear();
    }

    public void Say(string step, long done, long total) => progress?.Report(new ImportProgress(step, done, total));
}
