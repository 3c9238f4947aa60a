using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Reports of a programme by what they say: finds for the rows of a file the reports that say the same already. Each report stands for one row, so
/// that rows which are equal by right are as many as they were. A report that was sent back stands for none: it may be sent again. A row looks at what lies
/// at its place and nothing else; the book is walked through once.</summary>
public sealed class KnownContent
{
    /// <summary>Stands for any code.</summary>
    private const string Coded = "*";

    private sealed record Known(ReportEntry Entry, RowContent Content, int Chain);

    /// <summary>By place and given code: those with one stand under it and under <see cref="Coded"/>, the others under none.</summary>
    private readonly Dictionary<(ContentPlace, string Code), LinkedList<Known>> _byPlace = [];
    private readonly HashSet<ContentPlace> _places = [];
    private readonly HashSet<int> _taken = [];

    /// <param name="places">Where the rows of the file lie: reports elsewhere are passed over.</param>
    public KnownContent(ReportBook book, IEnumerable<ContentPlace> places)
    {
        var asked = book.Count == 0 ? [] : places.SelectMany(p => p.Near()).ToHashSet();
        var hasUndrawn = asked.Any(p => !p.IsOfOutline);
        for (var i = 0; asked.Count > 0 && i < book.Count; i++)
        {
            var entry = book.Slots[i].Entry;
            if (entry.IsGone || entry.Status == ReportStatus.Returned || entry.Packed.IsWithdrawal || !MayBeAsked(entry.Packed, asked, hasUndrawn))
            {
                continue;
            }

            var report = entry.Report;
            if (ContentPlace.Of(report) is var place && asked.Contains(place))
            {
                _places.Add(place);
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

    /// <summary>Whether any report lies there at all.</summary>
    public bool MayHave(ContentPlace place) => place.Near().Any(_places.Contains);

    /// <summary>The first report that says what the row says and stands for no other row yet, one of its own code before others; null when there is
    /// none.</summary>
    public ReportEntry? Take(RowContent row)
    {
        ContentPlace[] near = [.. ContentPlace.Of(row.Report).Near()];
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

    private static bool MayBeAsked(PackedReport packed, HashSet<ContentPlace> asked, bool hasUndrawn) =>
        packed.Bounds is { IsEmpty: false } box ? asked.Contains(ContentPlace.Of(box)) : hasUndrawn;
}
