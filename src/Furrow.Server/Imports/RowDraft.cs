using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>A row on its way through the import: from the file to a draft report, or to the reason why not. What the file held is not kept beyond what
/// the report says.</summary>
internal sealed class RowDraft(InputRow input)
{
    public string File { get; } = input.File;

    public int Row { get; } = input.Row;

    public int RowCount { get; } = input.RowCount;

    public string RowSha256 { get; } = input.RowSha256;

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

    /// <summary>Code of the report this one corrects.</summary>
    public string? Corrects { get; set; }

    /// <summary>Values of its columns that could not be read.</summary>
    public IReadOnlyList<Problem> Unread { get; set; } = [];

    /// <summary>What speaks against it, though a person takes it.</summary>
    public Problem? Overruled { get; set; }

    /// <summary>Those of them that are words: somebody may say what they mean.</summary>
    public IReadOnlyList<(string Field, string Column, string Value)> Asked { get; set; } = [];

    public Report? Report { get; set; }

    /// <summary>The report with its code as it came: the checks look for doubles.</summary>
    public Report? AsItCame { get; set; }

    /// <summary>The land as drawn and as mended; until the checks are done.</summary>
    public CheckedPart? Land { get; set; }

    public RepairedShape? Mended { get; set; }

    public IReadOnlyList<Phrase> Notes { get; private set; } = input.Notes;

    public bool IsTaken => Report is not null && Problem is null && !IsAlreadyHere;

    public Verdict Verdict => Problem is not null ? Verdict.Refused
        : IsAlreadyHere ? Verdict.AlreadyHere
        : StatesNothing ? Verdict.NoReport
        : Report?.Parts[0].Shape is null ? Verdict.WithoutPolygon
        : Report.Parts[0].Repairs.Count > 0 ? Verdict.Repaired
        : Verdict.Accepted;

    public void Note(Phrase note) => Notes = [.. Notes, note];

    public RowVerdict ToVerdict()
    {
        var (part, verdict) = (Report?.Parts[0], Verdict);
        // What waits for a person's word is shown with what the word is about.
        var waits = RowVerdict.IsWaiting(Problem);
        var repairs = verdict is Verdict.AlreadyHere || (verdict is Verdict.Refused && !waits) ? [] : part?.Repairs ?? [];
        return new RowVerdict(Row, RowCount, verdict, verdict == Verdict.AlreadyHere && Known is { } known ? known.Code : Report?.Code, Problem, repairs, Notes, part?.Shape, part?.Point,
            verdict is Verdict.Accepted or Verdict.Repaired || waits ? Mended?.AreaMicro ?? 0 : 0, waits ? 0 : repairs.Sum(r => r.AreaChangeSquareMetres))
        {
            Further = Problem is null ? [] : Further,
            IsNamed = !string.IsNullOrWhiteSpace(part?.Place),
            Doubt = Mended?.Doubt is { AreaMicro: > 0 } doubt && (repairs.Count > 0 || waits) ? doubt : null,
        };
    }
}
