using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>The rows of a table by the record they belong to, in the order in which the records begin. An id that is written over the first of its rows alone
/// is that of the rows below, where their numbers go on; that is proposed, never taken unseen.</summary>
internal sealed class GroupedRows(FileReading reading, TableSource table, GeometryColumns columns)
{
    private const int MostRows = 2_000_000;

    private readonly int _at = table.IndexOf(columns.Group);
    private readonly int _order = table.IndexOf(columns.Order);
    private readonly Dictionary<string, List<TableRow>> _groups = [];
    private readonly List<object> _all = [];
    private int _count;
    private string? _last;
    private double? _number;

    /// <summary>Groups, as lists of rows, and rows that belong to none.</summary>
    public IEnumerable<object> InOrder => _all;

    /// <summary>No point is hidden: without one of its points a polygon is another.</summary>
    public bool IsWhole => !reading.IsAsked(ReadingTopic.Hidden);

    /// <summary>False, with a complaint, when there are too many.</summary>
    public bool Add(TableRow row, RecordPoints points)
    {
        if (++_count > MostRows)
        {
            reading.Refuse(Problems.FileBeyondLimit(reading.File.Name, $"{MostRows} rows of turning points"));
            return false;
        }

        if (row.IsHidden)
        {
            Ask(row);
            return true;
        }

        if (row.Fault is not null)
        {
            _all.Add(row);
            return true;
        }

        points.See(row);
        var (said, number) = (row.Values[_at]?.Trim(), Number(row));
        if (string.IsNullOrEmpty(said))
        {
            if (_last is null || number is null || _number is null || number <= _number)
            {
                _all.Add(row with { Fault = $"The row has no value in '{columns.Group!}', so its polygon is not known." });
                _number = null;
                return true;
            }

            said = _last;
            var standing = reading.Options.Geometry is null ? Standing.Proposed : Standing.Known;
            reading.Understand(new(ReadingTopic.Structure, columns.Group!, "as the row above", standing,
                Problems.IdsGoOn(reading.File.Name, columns.Group!, row.Number)));
            row = row with { Values = [.. row.Values.Select((v, i) => i == _at ? _last : v)] };
        }

        (_last, _number) = (said, number);
        if (_groups.TryGetValue(said, out var group))
        {
            group.Add(row);
        }
        else
        {
            _all.Add(_groups[said] = [row]);
        }

        return true;
    }

    /// <summary>Without one of its points a polygon is another.</summary>
    private void Ask(TableRow hidden)
    {
        if (!reading.IsAsked(ReadingTopic.Hidden))
        {
            reading.Ask(ReadingTopic.Hidden, Problems.HiddenCells(reading.File.Name, hidden.Number.ToString(CultureInfo.InvariantCulture), "–"),
                new ReadingChoice("read"), new ReadingChoice("leave"));
        }
    }

    private double? Number(TableRow row) => _order < 0 || row.Values[_order] is not { } label ? null
        : NumberText.Parse(label, null) ?? new Corner(row, PointRole.Turning, label).Named?.Number;
}
