using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Checks.Rules;
using Furrow.Core.Land;
using Furrow.Exchange;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>Whether longitude and latitude stand where the file says. What the rows, the boundaries and the land recorded show against it is asked, and nothing
/// is exchanged before a person says so; what they show for it settles what the headings leave open.</summary>
internal static class DictionaryAxes
{
    private const string Say = "--axes as-named or exchanged";

    /// <summary>The entry of the file's axes as it stands after the checks.</summary>
    /// <param name="read">As the reader understood them; null where it says nothing.</param>
    public static DictionaryEntry? Of(ImportWork work, DictionaryEntry? read)
    {
        if (work.Options.Reading.Axes != PlaneAxes.Unstated || read?.Standing == Standing.NotKnown)
        {
            return read;
        }

        var refused = work.Rows.Where(r => r.Refusals.Any(p => p.IsMendedByExchange)).Sum(r => r.RowCount);
        var found = work.Groups.Where(g => g.Check.Code == SwappedCoordinates.Check.Code).Sum(g => g.Count);
        var placed = work.Rows.Where(r => r.IsTaken && r.Staged is { Bounds.IsEmpty: false } or { Point: not null }).Sum(r => r.RowCount);
        var isMost = (refused + found) * 2 > placed + refused;
        return found > 0 || refused > 0 && isMost ? Asked(work, refused + found, placed + refused, isMost)
            : read?.Standing == Standing.Proposed && Settled(work) is { } why ? read with { Standing = Standing.Known, Why = why, Choices = null }
            : read;
    }

    /// <summary>Most rows fit exchanged: a person says which it is. Of a few it is proposed to leave them as they are, each with its finding.</summary>
    private static DictionaryEntry Asked(ImportWork work, int rows, int all, bool isMost)
    {
        var key = DictionaryEntry.KeyOf(ReadingTopic.AxisOrder, "");
        var (asNamed, isXy) = work.Reading?.Understood.FirstOrDefault(u => u.Topic == ReadingTopic.AxisOrder)?.Reading is "x-is-east" or "x-is-north"
            ? (AxesWord.All, true) : (AxesWord.Named, false);
        var proposed = isMost ? "" : asNamed[0].Word;
        return new DictionaryEntry(ReadingTopic.AxisOrder, "", "", null, proposed, rows,
            isMost ? Standing.NotKnown : work.Options.IsConfirmed(key, proposed) ? Standing.Known : Standing.Proposed,
            isMost ? DictionaryWhy.Exchanged(rows, all) : DictionaryWhy.FewExchanged(rows, all), isXy ? "--axes x-is-east or x-is-north" : Say)
        {
            Choices = [.. asNamed.Select(a => new ReadingChoice(a.Word))],
        };
    }

    /// <summary>Why columns called X and Y are what they were taken for: a second place of the rows, or the land where the programme works.</summary>
    private static Phrase? Settled(ImportWork work)
    {
        if (work.Reading!.Warnings.FirstOrDefault(w => w.Code == Problems.PlacesAgreeCode) is { } agree)
        {
            return agree.Phrase;
        }

        var origin = new DraftOrigin([work.Batch], int.MaxValue);
        var boxes = work.Rows.Where(r => r.IsTaken).Select(r => r.Staged!.Bounds is { IsEmpty: false } bounds ? bounds
            : r.Staged.Point is { } point ? GridBox.Empty.With(point) : GridBox.Empty).Where(b => !b.IsEmpty).ToList();
        return boxes.Count > 0 && boxes.TrueForAll(b => work.Territory.Holds(b, origin)) ? DictionaryWhy.WithinTerritory() : null;
    }
}
