using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>What each row of a record is: corner of which of its polygons, or a point beside them. A type nobody knows is asked about for the whole
/// file.</summary>
internal sealed class RecordPoints
{
    private const int MostNamed = 12;

    private readonly FileReading _reading;
    private readonly GeometryColumns _columns;
    private readonly int _type;
    private readonly int _label;
    private readonly int _shape;
    private readonly int _name;
    private readonly Dictionary<string, PointRole> _said;
    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _beside = new(StringComparer.Ordinal);

    public RecordPoints(FileReading reading, TableSource table, GeometryColumns columns)
    {
        (_reading, _columns) = (reading, columns);
        (_type, _label, _shape) = (table.IndexOf(columns.PointType), table.IndexOf(columns.Order), table.IndexOf(columns.Shape));
        _name = NameColumn(table, columns);
        _said = new Dictionary<string, PointRole>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, means) in (columns.PointTypes ?? new Dictionary<string, PointRole>()).Concat(reading.Options.PointTypes))
        {
            _said[word.Trim()] = means;
        }
    }

    /// <summary>Looks at a row before any polygon is made of it.</summary>
    public void See(TableRow row)
    {
        if (RoleOf(row) is null && Value(row, _type) is { } word)
        {
            _unknown[word] = _unknown.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Refuses the file while a type of points is not known.</summary>
    public bool AreKnown()
    {
        if (_unknown.Count == 0)
        {
            return true;
        }

        _reading.Ask(ReadingTopic.PointRole, _unknown.Keys.Take(MostNamed),
            Problems.PointTypesUnknown(_reading.File.Name, _columns.PointType!, [.. _unknown.Take(MostNamed).Select(u => $"{u.Key} ({u.Value})")]),
            [.. Enum.GetNames<PointRole>().Select(r => new ReadingChoice(r.ToLowerInvariant()))]);
        return false;
    }

    /// <summary>Null where the row has a type that is not known, or none while others have.</summary>
    public PointRole? RoleOf(TableRow row)
    {
        var label = Value(row, _label);
        if (_type < 0)
        {
            return label is null ? PointRole.Turning : _said.TryGetValue(label, out var told) ? told : PointWords.OfLabel(label) ?? PointRole.Turning;
        }

        return Value(row, _type) is not { } word ? null : _said.TryGetValue(word, out var said) ? said : PointWords.OfLabel(word);
    }

    public string? LabelOf(TableRow row) => Value(row, _label);

    /// <summary>As it stands, blanks and all: what the point is called, beside its number; else its label.</summary>
    public string? NameOf(TableRow row) =>
        (_name >= 0 ? _name : _label) is var at and >= 0 && !string.IsNullOrWhiteSpace(row.Values[at]) ? row.Values[at] : null;

    /// <summary>As it stands, blanks and all.</summary>
    public string? ShapeAsWritten(TableRow row) => _shape >= 0 ? row.Values[_shape] : null;

    public string? ShapeOf(TableRow row) => Value(row, _shape);

    public void CountBeside(PointRole role) => _beside[role.ToString().ToLowerInvariant()] = _beside.GetValueOrDefault(role.ToString().ToLowerInvariant()) + 1;

    /// <summary>Says how rows make up records, and which points are no corners.</summary>
    public void Tell()
    {
        var parts = new[] { _columns.Group, _columns.Shape, _columns.Order, _columns.PointType }.OfType<string>();
        Problem? why = null;
        if (_beside.Count > 0)
        {
            why = Problems.PointsBeside(_reading.File.Name, _beside.Values.Sum(), [.. _beside.Select(b => $"{b.Key} ({b.Value})")]);
            _reading.Warn(why);
        }

        _reading.Understand(new(ReadingTopic.Structure, "", string.Join(" > ", parts), Standing.Known, why));
    }

    private static int NameColumn(TableSource table, GeometryColumns columns)
    {
        string?[] taken = [columns.Group, columns.Shape, columns.Order, columns.PointType];
        return Enumerable.Range(0, table.Columns.Count)
            .Where(i => !taken.Contains(table.Columns[i]) && GeometryGuess.PointNames.Contains(Words.Fold(table.Columns[i]))).DefaultIfEmpty(-1).First();
    }

    private static string? Value(TableRow row, int at) => at >= 0 && !string.IsNullOrWhiteSpace(row.Values[at]) ? row.Values[at]!.Trim() : null;
}
