using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Staging;

namespace Furrow.Server.Imports;

/// <summary>A row on its way through the import: from the file to a draft report, or to the reason why not. It keeps what it is judged by; its report lies on
/// the stage (<see cref="DraftStage"/>).</summary>
internal sealed partial class RowDraft(InputRow input)
{
    private readonly Digest _sha256 = Digest.Parse(input.RowSha256) ?? Digest.Zero;
    private RareOfRow? _rare;
    private Made? _made;

    /// <summary>What a row makes, until it lies on the stage.</summary>
    private sealed class Made
    {
        public Report? Report { get; set; }

        public CheckedPart? Land { get; set; }

        public RepairedShape? Mended { get; set; }
    }

    public string File { get; } = input.File;

    public int Row { get; } = input.Row;

    public int RowCount { get; } = input.RowCount;

    public string RowSha256 => _sha256 == Digest.Zero ? "" : _sha256.ToString();

    public bool IsAlreadyHere { get; set; }

    /// <summary>Its date is its own, and not one that stands in for rows without.</summary>
    public bool GivesDate { get; set; }

    /// <summary>The same of its kinds of contamination.</summary>
    public bool GivesKinds { get; set; }

    /// <summary>Its status says that nothing is said of its land: it makes no report, and nothing of it is lost by that.</summary>
    public bool StatesNothing { get; set; }

    public IReadOnlyList<Phrase> Notes { get; private set; } = input.Notes;

    /// <summary>The report, until it lies on the stage.</summary>
    public Report? Report
    {
        get => _made?.Report;
        set => (_made ??= new()).Report = value;
    }

    /// <summary>The land as drawn and as mended; until it lies on the stage.</summary>
    public CheckedPart? Land
    {
        get => _made?.Land;
        set => (_made ??= new()).Land = value;
    }

    /// <summary>The same.</summary>
    public RepairedShape? Mended
    {
        get => _made?.Mended;
        set => (_made ??= new()).Mended = value;
    }

    /// <summary>What is known of its report without reading it; null when the row makes none.</summary>
    public StagedRow? Staged { get; private set; }

    public bool IsTaken => (Staged is not null || Report is not null) && Problem is null && !IsAlreadyHere;

    public Verdict Verdict => Problem is not null ? Verdict.Refused
        : IsAlreadyHere ? Verdict.AlreadyHere
        : StatesNothing ? Verdict.NoReport
        : Staged is not { HasShape: true } ? Verdict.WithoutPolygon
        : Staged.Repairs.Count > 0 ? Verdict.Repaired
        : Verdict.Accepted;

    public void Note(Phrase note) => Notes = [.. Notes, note];

    /// <summary>Its report goes to the stage.</summary>
    public void Stage(int length)
    {
        Staged = new StagedRow(Report!, Mended, length);
        _made = null;
    }

    public RowVerdict ToVerdict(DraftStage stage)
    {
        var (staged, verdict) = (Staged, Verdict);
        // What waits for a person's word is shown with what the word is about.
        var waits = RowVerdict.IsWaiting(Problem);
        var repairs = staged is null || verdict is Verdict.AlreadyHere || (verdict is Verdict.Refused && !waits) ? [] : staged.Repairs;
        var code = verdict == Verdict.AlreadyHere && Known is { } known ? known.Code : staged?.Code;
        return new RowVerdict(Row, RowCount, verdict, code, Problem, repairs, Notes, staged?.Point,
            verdict is Verdict.Accepted or Verdict.Repaired || waits ? staged?.AreaMicro ?? 0 : 0, waits ? 0 : repairs.Sum(r => r.AreaChangeSquareMetres))
        {
            Further = Problem is null ? [] : Further,
            IsNamed = staged is { IsNamed: true },
            Doubt = staged?.Doubt is { } doubt && (repairs.Count > 0 || waits) ? doubt : null,
            Draft = staged is { HasShape: true } ? new StagedShape(stage, this) : default,
        };
    }
}
