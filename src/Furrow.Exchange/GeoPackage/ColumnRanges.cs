using System.Globalization;
using Furrow.Core;

namespace Furrow.Exchange.GeoPackage;

/// <summary>What the numbers of columns may be by the file's own word, and how many rows go beyond it. They are read all the same: that a sender breaks a rule
/// of its own is said, and what the number means is not changed by it.</summary>
internal sealed class ColumnRanges
{
    public static readonly ColumnRanges None = new();

    private readonly Dictionary<string, (double Least, double Most)> _ranges = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, int> _beyond = new(StringComparer.Ordinal);

    public void Add(string column, object least, object most) =>
        _ranges[column] = (Bound(least, double.NegativeInfinity), Bound(most, double.PositiveInfinity));

    public void Look(string column, object value)
    {
        if (_ranges.Count > 0 && value is long or double && _ranges.TryGetValue(column, out var range)
            && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && !(number >= range.Least && number <= range.Most))
        {
            _beyond[column] = _beyond.GetValueOrDefault(column) + 1;
        }
    }

    /// <summary>Says it of the whole file, and begins anew.</summary>
    public void Tell(FileReading reading)
    {
        foreach (var (column, rows) in _beyond)
        {
            var (least, most) = _ranges[column];
            reading.Warn(Problems.BeyondRange(reading.File.Name, column, rows, Text(least), Text(most)));
        }

        _beyond.Clear();
    }

    private static double Bound(object value, double none) => value is long or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : none;

    private static string Text(double bound) => double.IsFinite(bound) ? bound.ToString(CultureInfo.InvariantCulture) : "–";
}
