using Furrow.Exchange;

namespace Furrow.Server.Imports;

/// <summary>Watches for columns that have their first value behind the rows that are looked at to find the columns of a file, and keeps rows that show
/// what they hold: in files with changing keys a status may first stand in row 5,000.</summary>
internal sealed class LateColumns
{
    /// <summary>Values of one such column that are kept, and rows in all.</summary>
    private const int Enough = 200;
    private const int MostRows = 10_000;

    private readonly HashSet<string> _known = [];
    private readonly Dictionary<string, int> _late = [];
    private readonly List<InputRow> _rows = [];

    /// <summary>The rows that were looked at first, without what they draw.</summary>
    public IReadOnlyList<InputRow> First { get; private set; } = [];

    /// <summary>Rows in which a late column has a value, without what they draw.</summary>
    public IReadOnlyList<InputRow> Rows => _rows;

    /// <summary>Different late columns.</summary>
    public int Count => _late.Count;

    public void Begin(IReadOnlyList<InputRow> first, IReadOnlyList<InputRow> more)
    {
        First = [.. first.Select(Plain)];
        _known.UnionWith(first.Concat(more).SelectMany(r => r.Fields).Where(HasValue).Select(f => f.Name));
    }

    public void See(IReadOnlyList<InputRow> rows)
    {
        foreach (var row in rows)
        {
            var isNew = false;
            foreach (var field in row.Fields)
            {
                if (!_known.Contains(field.Name) && HasValue(field) && _late.GetValueOrDefault(field.Name) is < Enough and var seen && _rows.Count < MostRows)
                {
                    _late[field.Name] = seen + 1;
                    isNew = true;
                }
            }

            if (isNew)
            {
                _rows.Add(Plain(row));
            }
        }
    }

    private static InputRow Plain(InputRow row) => row with { Geometry = DrawnGeometry.None };

    private static bool HasValue(InputField field) => !string.IsNullOrWhiteSpace(field.Value);
}
