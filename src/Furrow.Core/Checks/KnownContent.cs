using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Reports of a programme by what they say: finds for the rows of a file the reports that say the same already. Each report stands for one row, so that
/// rows which are equal by right are as many as they were. A row looks at what lies at its place and nothing else; the book is walked through once.</summary>
public sealed class KnownContent
{
    /// <summary>So wide that what is known again lies in the cell of the other or in one beside it.</summary>
    private const long CellSteps = 2 * PointIndex.SameWithin;

    /// <summary>Stands for any code.</summary>
    private const string Coded = "*";

    private readonly record struct Place(char Kind, long X, long Y, string Text);

    private sealed record Known(ReportEntry Entry, RowContent Content, int Chain);

    /// <summary>By place and given code: those with one stand under it and under <see cref="Coded"/>, the others under none.</summary>
    private readonly Dictionary<(Place, string Code), LinkedList<Known>> _byPlace = [];
    private readonly HashSet<int> _taken = [];

    /// <param name="rows">What the file says: reports that lie elsewhere are passed over.</param>
    public KnownContent(ReportBook book, IEnumerable<RowContent> rows)
    {
        var asked = rows.SelectMany(r => Near(r.Report)).ToHashSet();
        var hasUndrawn = asked.Any(p => p.Kind != 'a');
        for (var i = 0; asked.Count > 0 && i < book.Count; i++)
        {
            var entry = book.Slots[i].Entry;
            if (entry.IsGone || entry.Packed.IsWithdrawal || !MayBeAsked(entry.Packed, asked, hasUndrawn))
            {
                continue;
            }

            var report = entry.Report;
            if (PlaceOf(report) is { } place && asked.Contains(place))
            {
                var known = new Known(entry, RowContent.Of(report), book.Slots[i].Root is >= 0 and var root ? root : i);
                foreach (var code in known.Content.GivenCode is { } given ? (ReadOnlySpan<string>)["=" + given, Coded] : [""])
                {
                    if (!_byPlace.TryGetValue((place, code), out var list))
                    {
                        _byPlace[(place, code)] = list = [];
                    }

                    list.AddLast(known);
                }
            }
        }
    }

    /// <summary>How many reports were compared with a row so far.</summary>
    public int Compared { get; private set; }

    /// <summary>The first report that says what the row says and stands for no other row yet, one of its own code before others; null when there is
    /// none.</summary>
    public ReportEntry? Take(RowContent row)
    {
        Place[] near = [.. Near(row.Report)];
        foreach (var code in row.GivenCode is { } given ? (ReadOnlySpan<string>)["=" + given, ""] : ["", Coded])
        {
            foreach (var place in near)
            {
                if (_byPlace.TryGetValue((place, code), out var list) && Take(row, list) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private ReportEntry? Take(RowContent row, LinkedList<Known> list)
    {
        for (var at = list.First; at is not null;)
        {
            var (known, next) = (at.Value, at.Next);
            if (_taken.Contains(known.Chain))
            {
                // A report and its corrections stand for one row.
                list.Remove(at);
            }
            else
            {
                Compared++;
                if (row.MayBe(known.Content))
                {
                    _taken.Add(known.Chain);
                    list.Remove(at);
                    return known.Entry;
                }
            }

            at = next;
        }

        return null;
    }

    private static bool MayBeAsked(PackedReport packed, HashSet<Place> asked, bool hasUndrawn) => packed.Bounds is { IsEmpty: false } box
        ? asked.Contains(new Place('a', CellOf(box.MinLon), CellOf(box.MinLat), "")) || packed.PartCount > 1 : hasUndrawn;

    /// <summary>Where a report is kept: by the corner of its outline, its point, or what is said of its place; and by its status and who reports.</summary>
    private static Place? PlaceOf(Report report) => report.Parts.Count == 0 ? null
        : Of(report) is var (kind, at, text) ? new Place(kind, CellOf(at.Lon), CellOf(at.Lat), text) : null;

    /// <summary>Where those lie that may say the same.</summary>
    private static IEnumerable<Place> Near(Report report)
    {
        if (report.Parts.Count == 0)
        {
            yield break;
        }

        var (kind, at, text) = Of(report);
        long x = CellOf(at.Lon), y = CellOf(at.Lat);
        int reach = kind == 'n' ? 0 : 1;
        yield return new Place(kind, x, y, text);
        for (var dx = -reach; dx <= reach; dx++)
        {
            for (var dy = -reach; dy <= reach; dy++)
            {
                if ((dx, dy) != (0, 0))
                {
                    yield return new Place(kind, x + dx, y + dy, text);
                }
            }
        }
    }

    private static (char Kind, GridPoint At, string Text) Of(Report report)
    {
        var part = report.Parts[0];
        var bounds = report.Parts.Aggregate(GridBox.Empty, (box, p) => p.Shape is { IsEmpty: false } shape ? box.With(shape.Bounds) : box);
        return !bounds.IsEmpty ? ('a', new GridPoint(bounds.MinLon, bounds.MinLat), "")
            : part.Point is { } point ? ('p', point, "")
            : ('n', default, $"{(int)report.Kind} {(int)part.Effect} {Codes.Key(report.Organisation)} {Codes.Key(part.Place ?? "")} {Math.Round(part.StatedSquareMetres ?? -1)}");
    }

    private static long CellOf(long step) => Math.DivRem(step, CellSteps).Quotient - (step < 0 ? 1 : 0);
}
