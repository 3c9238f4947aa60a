using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>A row on its way through the import: from the file to a draft report, or to the reason why not.</summary>
internal sealed class RowDraft(InputRow input)
{
    public InputRow Input { get; } = input;

    public MappedRow? Mapped { get; set; }

    public Problem? Problem { get; set; }

    public bool IsAlreadyHere { get; set; }

    public Report? Report { get; set; }

    /// <summary>The report with its code as it came: the checks look for doubles.</summary>
    public Report? AsItCame { get; set; }

    /// <summary>The land as drawn and as mended.</summary>
    public CheckedPart? Land { get; set; }

    public RepairedShape? Mended { get; set; }

    public List<string> Notes { get; } = [.. input.Notes];

    public bool IsTaken => Report is not null && Problem is null && !IsAlreadyHere;

    public RowVerdict ToVerdict()
    {
        var part = Report?.Parts[0];
        var verdict = Problem is not null ? Verdict.Refused
            : IsAlreadyHere ? Verdict.AlreadyHere
            : part?.Shape is null ? Verdict.WithoutPolygon
            : part.Repairs.Count > 0 ? Verdict.Repaired
            : Verdict.Accepted;
        var repairs = verdict is Verdict.Refused or Verdict.AlreadyHere ? [] : part?.Repairs ?? [];
        return new RowVerdict(Input.Row, Input.RowCount, verdict, Report?.Code, Problem, repairs, Notes, part?.Shape, part?.Point,
            verdict is Verdict.Accepted or Verdict.Repaired ? Mended!.AreaMicro : 0, repairs.Sum(r => r.AreaChangeSquareMetres));
    }
}
