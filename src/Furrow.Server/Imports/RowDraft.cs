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
internal sealed class RowDraft(InputRow input)
{
    private readonly Digest? _sha256 = Digest.Parse(input.RowSha256);

    public string File { get; } = input.File;

    public int Row { get; } = input.Row;

    public int RowCount { get; } = input.RowCount;

    public string RowSha256 => _sha256?.ToString() ?? "";

    public Problem? Problem { get; set; }

    /// <summary>What else refuses it: whoever mends the file learns all at once.</summary>
    public IReadOnlyList<Problem> Further { get; set; } = [];

    /// <summary>All that refuses it.</summary>
    public IEnumerable<Problem> Refusals => Problem is null ? [] : Further.Prepend(Problem);

    public bool IsAlreadyHere { get; set; }

    /// <summary>The report in the programme that says the same already; null where none does.</summary>
    public KnownRow? Known { get; set; }

    /// <summary>Its date is its own, and not one that stands in for rows without.</summary>
    public bool GivesDate { get; set; }

    /// <summary>The same of its kinds of contamination.</summary>
    public bool GivesKinds { get; set; }

    /// <summary>Its status says that nothing is said of its land: it makes no report, and nothing of it is lost by that.</summary>
    public bool StatesNothing { get; set; }

    /// <summary>Its dates that were hours with a time zone.</summary>
    public IReadOnlyList<DatedMoment> Moments { get; set; } = [];

    /// <summary>The code of its report with the blanks and case it has in the file, for the checks; null where it is the code itself.</summary>
    public string? CodeAsWritten { get; set; }

    /// <summary>Code of the report this one corrects.</summary>
    public string? Corrects { get; set; }

    /// <summary>Values of its columns that could not be read.</summary>
    public IReadOnlyList<Problem> Unread { get; set; } = [];

    /// <summary>What speaks against it, though a person takes it.</summary>
    public Problem? Overruled { get; set; }

    /// <summary>Those of them that are words: somebody may say what they mean.</summary>
    public IReadOnlyList<(string Field, string Column, string Value)> Asked { get; set; } = [];

    public IReadOnlyList<Phrase> Notes { get; private set; } = input.Notes;

    /// <summary>The report, until it lies on the stage.</summary>
    public Report? Report { get; set; }

    /// <summary>The land as drawn and as mended; until it lies on the stage.</summary>
    public CheckedPart? Land { get; set; }

    /// <summary>The same.</summary>
    public RepairedShape? Mended { get; set; }

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
        (Report, Land, Mended) = (null, null, null);
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
