using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>Refuses the row that has no place although a column says one: what is there cannot be read, or is half of a pair, or another column is read.
/// Each row is looked at by itself; columns that a person leaves out are passed over.</summary>
internal sealed class UnreadPlaces
{
    private readonly string _file;
    private readonly string? _read;
    private readonly (int At, string Name, bool IsHalf)[] _columns;

    public UnreadPlaces(FileReading reading, TableSource table, GeometryColumns columns)
    {
        var folded = HeadingNames.Folded(table.Columns);
        string?[] known = [.. columns.PlaceColumns, columns.Group];
        (_file, _read) = (reading.File.Name, columns.PlaceColumns is [var first, ..] ? first : null);
        _columns = [.. table.Columns.Select((name, i) => (i, name, AxisNames.IsHalf(folded[i], folded)))
            .Where(c => (c.Item3 || PlaceNames.Whole.Contains(folded[c.i])) && !known.Contains(c.name) && !reading.Options.Leave.Contains(c.name))];
    }

    /// <summary>Why the row is not simply one without a place; null when nothing speaks of one.</summary>
    public Problem? Of(TableRow row)
    {
        foreach (var (at, name, isHalf) in _columns)
        {
            if (row.Values[at] is { } value && !string.IsNullOrWhiteSpace(value))
            {
                return Problems.FieldUnreadable(_file, row.Number, name, value.Trim(),
                    _read is not null ? $"read: this file gives places in the column '{_read}', and that is empty here"
                    : isHalf ? (Phrase)$"a place by itself: it needs a latitude and a longitude, or an easting and a northing, that can be read as numbers or angles"
                    : $"a place that can be read: well-known text, MGRS, UTM with its zone, or latitude and longitude");
            }
        }

        return null;
    }
}
