using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>What is kept of a draft while a batch is judged: by what others are compared with it. The draft itself, with all it drew, is read again when it is
/// its turn.</summary>
internal sealed record DraftGround(Guid Id, string Code, DraftGround.Part[] Parts, (GridPoint At, PartRef Part)[] Points)
{
    /// <param name="Key">Of the rings as drawn.</param>
    /// <param name="IsDrawn">It has rings.</param>
    internal readonly record struct Part(PolygonKey Key, PartRef Ref, Shape? Shape, bool IsDrawn);

    public static DraftGround Of(CheckedDraft draft) => new(draft.Report.Id, draft.Report.Code,
        [.. draft.Parts.Where(p => p.Index < draft.Report.Parts.Count)
            .Select(p => new Part(p.Key, BatchCheck.RefOf(draft.Report, p.Index), p.Shape, p.Rings.Count > 0))],
        [.. PointsOf(draft.Report)]);

    /// <summary>Spares the same draft, read again, from finding its keys out once more.</summary>
    public void HandKeysTo(CheckedDraft draft)
    {
        if (draft.Parts.Count == Parts.Length)
        {
            for (var i = 0; i < Parts.Length; i++)
            {
                draft.Parts[i].Take(Parts[i].Key);
            }
        }
    }

    private static IEnumerable<(GridPoint, PartRef)> PointsOf(Report report)
    {
        for (var i = 0; i < report.Parts.Count; i++)
        {
            if (report.Parts[i] is { Point: { } point, Shape: not { IsEmpty: false } })
            {
                yield return (point, BatchCheck.RefOf(report, i));
            }
        }
    }
}
