using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>A corner of a polygon on its way into the ring.</summary>
internal sealed record Corner(TableRow Row, PointRole Role, string? Label)
{
    public double? Number { get; } = Label is null ? null : NumberText.Parse(Label, null);

    /// <summary>Letters and the number that goes with them: "TP10" is TP, 10.</summary>
    public (string Letters, int Number)? Named { get; } = Label is null ? null : PointLabels.Named(Label);
}

/// <summary>Puts the corners of a polygon in the order of their numbers or labels: the start first, the end last. Where the labels do not tell it, the
/// order of the rows stands while nothing contradicts it.</summary>
internal static class RingOrder
{
    /// <summary>The corners in order, or why not with the row that shows it.</summary>
    public static Outcome<IReadOnlyList<Corner>> Of(IReadOnlyList<Corner> corners, string file, string? column)
    {
        var starts = corners.Where(c => c.Role == PointRole.Start).ToList();
        var ends = corners.Where(c => c.Role == PointRole.End).ToList();
        var body = corners.Where(c => c.Role is PointRole.Turning or PointRole.Intermediate).ToList();
        if (starts.Count > 2 || ends.Count > 1)
        {
            return Twice(starts.Count > 2 ? starts[2] : ends[1], file, column);
        }

        // One numbering over all of them, whatever they are.
        if (corners.All(c => c.Number is not null) && corners.Select(c => c.Number).Distinct().Count() == corners.Count)
        {
            return new Outcome<IReadOnlyList<Corner>>([.. corners.OrderBy(c => c.Number)], null);
        }

        var sorted = Body(body, file, column);
        return sorted.Problem is { } problem ? problem
            : new Outcome<IReadOnlyList<Corner>>([.. starts.Take(1), .. sorted.Value!, .. ends, .. starts.Skip(1)], null);
    }

    private static Outcome<IReadOnlyList<Corner>> Body(List<Corner> body, string file, string? column)
    {
        if (body.Count == 0 || body.TrueForAll(c => c.Label is null))
        {
            return body;
        }

        List<(Corner Corner, double Order)>? keyed = body.TrueForAll(c => c.Number is not null) ? [.. body.Select(c => (c, c.Number!.Value))]
            : body.TrueForAll(c => c.Label is not null) && PointLabels.OrderOf([.. body.Select(c => c.Label!)]) is { } order ? [.. body.Zip(order)] : null;
        if (keyed is not null && keyed.Select(k => k.Order).Distinct().Count() == keyed.Count)
        {
            return new Outcome<IReadOnlyList<Corner>>([.. keyed.OrderBy(k => k.Order).Select(k => k.Corner)], null);
        }

        // Intermediate points have numbers of their own between the turning points they stand between.
        foreach (var kind in body.GroupBy(c => (c.Role, c.Number is null ? c.Named?.Letters : "")))
        {
            var numbers = kind.Select(c => c.Number ?? c.Named?.Number).ToList();
            for (var i = 1; i < numbers.Count; i++)
            {
                if (numbers[i] == numbers[i - 1] && numbers[i] is not null)
                {
                    return Twice(kind.ElementAt(i), file, column);
                }

                if (numbers[i] < numbers[i - 1])
                {
                    var first = kind.Select(c => c.Label).Take(i).Contains(kind.ElementAt(i).Label);
                    return first ? Twice(kind.ElementAt(i), file, column) : Problems.RowBroken(file, kind.ElementAt(i).Row.Number,
                        $"The labels of the points do not tell their order: '{kind.ElementAt(i).Label!}' stands below '{kind.ElementAt(i - 1).Label!}'.", column);
                }
            }
        }

        return body;
    }

    private static Problem Twice(Corner corner, string file, string? column) => corner.Number is { } number
        ? Problems.RowBroken(file, corner.Row.Number, $"The point number {number} stands twice in one polygon.", column)
        : Problems.RowBroken(file, corner.Row.Number, $"The point '{corner.Label ?? ""}' stands twice in one polygon.", column);
}
