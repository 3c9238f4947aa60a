using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Server.Imports.Staging;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Imports;

/// <summary>Gives every report of a batch a code nobody else has, and every hazard its area. A code somebody gave names one area in the whole programme: a
/// hazard surveyed again comes with the code of its area, and the report gets "~2". A code nobody gave (of a row without one, or with "~2" added because
/// one file uses a code for ground here and ground there) names none: the hazard is an area without a code (<see cref="AreaCode"/>). Two files of one name have
/// runs of codes of their own (<see cref="FileNumbers"/>).</summary>
internal sealed class RowCodes
{
    private readonly IReadOnlyList<RowDraft> _rows;
    private readonly DraftStage _stage;
    private readonly ReportBook _book;
    private readonly FileNumbers _numbers;
    private readonly HashSet<string> _taken = new(Codes.Comparer);

    /// <summary>The first row of each code that hazards have; the land of all of them is read only where there is a second.</summary>
    private readonly Dictionary<string, int> _firsts = new(Codes.Comparer);
    private readonly Dictionary<string, List<Shape>> _grounds = new(Codes.Comparer);

    private RowCodes(IReadOnlyList<RowDraft> rows, ImportWork work, ReportBook book) =>
        (_rows, _stage, _book, _numbers) = (rows, work.Stage, book, new FileNumbers(book, work.FileSha256, ExplicitMapping.LayerOf(work)));

    /// <summary>For each row its code, its area, and the returned report it is sent again for.</summary>
    public static (string Code, string? Area, Guid? Again)[] Distinct(IReadOnlyList<RowDraft> rows, ImportWork work, ReportBook book) =>
        new RowCodes(rows, work, book).Give();

    /// <summary>The report a row corrects, by its code: the head of its chain.</summary>
    public static Outcome<Guid> HeadOf(string code, ReportBook book) =>
        book.FindByCode(code) is { } named && book.HeadOf(named.Report.Id) is { } head ? head.Report.Id : Problems.ReportCodeUnknown(code);

    private (string Code, string? Area, Guid? Again)[] Give()
    {
        var coded = new (string, string?, Guid?)[_rows.Count];

        // Codes that were given go first: none of them makes way for an invented one.
        foreach (var invented in new[] { false, true })
        {
            for (var i = 0; i < _rows.Count; i++)
            {
                var row = _rows[i].Staged!;
                if (row.IsCodeInvented == invented)
                {
                    var again = Returned(i, row);
                    var code = again is null ? Free(row, invented ? _numbers.CodeOf(_rows[i].File, _rows[i].Row) : row.Code) : row.Code;
                    _taken.Add(code);
                    coded[i] = (code, AreaOf(i, row, code), again);
                }
            }
        }

        return coded;
    }

    /// <summary>A report of the same sender under a code that was sent back to them is that report, sent again: the code is free for it, and it takes the place
    /// of what was returned. Anybody else's stays apart.</summary>
    private Guid? Returned(int index, StagedRow row) => row.Corrects is null && !row.IsCodeInvented && !_taken.Contains(row.Code)
        && _book.FindByCode(row.Code) is { Status: ReportStatus.Returned } held && held.Report is var before && before.Kind == row.Kind
        && Codes.AreSame(before.Organisation, _stage.AsItCame(_rows[index], withLand: false).Report.Organisation) ? held.Id : null;

    private string Free(StagedRow row, string own)
    {
        var code = own;
        for (var n = 2; IsTaken(code, row); n++)
        {
            code = $"{own}~{n}";
        }

        return code;
    }

    private bool IsTaken(string code, StagedRow row)
    {
        if (_taken.Contains(code))
        {
            return true;
        }

        var holder = _book.FindByCode(code);
        var isOwnChain = holder is not null && row.Corrects is { } target
            && (holder.Id == target || _book.ChainOf(target).Any(e => e.Id == holder.Id));
        return holder is not null && !isOwnChain;
    }

    /// <summary>The area a row speaks of; null where it is the one its report, or the report it corrects, brings into being.</summary>
    private string? AreaOf(int index, StagedRow row, string code)
    {
        if (!Codes.IsBlank(row.HazardousArea) || !row.IsHazard)
        {
            return row.HazardousArea;
        }

        return row.IsCodeInvented || row.Corrects is not null ? null
            : !IsOneGround(index, row) ? AreaCode.OfNameless(_stage.AsItCame(_rows[index], withLand: false).Report.Id)
            : code == row.Code ? null
            : row.Code;
    }

    /// <summary>A code used again in one file names the same area only on the same ground. Other ground under one code is somebody's slip: kept apart, and
    /// found (duplicate-code).</summary>
    private bool IsOneGround(int index, StagedRow row)
    {
        if (_firsts.TryAdd(row.Code, index))
        {
            return true;
        }

        if (!_grounds.TryGetValue(row.Code, out var ground))
        {
            _grounds[row.Code] = ground = [.. LandOf(_firsts[row.Code])];
        }

        var own = LandOf(index).ToList();
        if (!own.Exists(shape => ground.Exists(other => SharedArea.Micro(other, shape) is not 0)))
        {
            return false;
        }

        ground.AddRange(own);
        return true;
    }

    private IEnumerable<Shape> LandOf(int index) =>
        _stage.AsItCame(_rows[index], withLand: false).Report.Parts.Select(p => p.Shape).OfType<Shape>().Where(s => !s.IsEmpty);
}
