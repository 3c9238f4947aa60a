using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>A word of a column, and the field it is read as.</summary>
internal readonly record struct FieldWord(string Field, string Column, string Value);

/// <summary>Counts the words, units and systems of the rows while they are read; one for each part at work.</summary>
internal sealed class RowCounts(Mapping mapping)
{
    /// <summary>Columns and fields that can be counted; words are all counted: the reports hold them too.</summary>
    private const int MostColumns = 1_000;

    private static readonly HashSet<string> Names = ["method", "organisation"];

    private readonly List<(FieldRule Rule, FieldType Type)> _worded = [.. mapping.Fields.Where(f => f.Column is not null)
        .Select(f => (f, ReportFields.Find(f.Field)!.Type)).Where(f => Names.Contains(f.f.Field) || ValueWords.Meanings(f.Type).Count > 0)];

    private readonly List<(FieldRule Rule, FieldType Type)> _measured = [.. mapping.Fields.Where(f => f is { Column: not null, Unit: null })
        .Select(f => (f, ReportFields.Find(f.Field)!.Type)).Where(f => f.Type is FieldType.Area or FieldType.Depth or FieldType.Length)];

    private readonly List<FieldRule> _dated = [.. mapping.Fields.Where(f => f is { Column: not null, Month: null, DateCells: DateCells.Unstated }
        && ReportFields.Find(f.Field)!.Type == FieldType.Date)];

    private readonly List<FieldRule> _statuses = [.. mapping.Fields.Where(f => f is { Field: "effect", Column: not null })];

    public Dictionary<FieldWord, int> Words { get; } = [];

    /// <summary>Names of coordinate systems of rows with a place.</summary>
    public Dictionary<string, int> Systems { get; } = [];

    /// <summary>Columns of numbers without a unit of their own, with the smallest of them that is not 0.</summary>
    public Dictionary<FieldWord, (int Rows, double Least)> Bare { get; } = [];

    /// <summary>Columns in which a date or a number has two readings.</summary>
    public Dictionary<FieldWord, int> Ambiguous { get; } = [];

    /// <summary>Columns in which a date or a number has a reading only against the order or sign that is stated.</summary>
    public Dictionary<FieldWord, int> Contrary { get; } = [];

    /// <summary>Columns of dates, with what shows that a spreadsheet program took a part of them.</summary>
    public Dictionary<FieldWord, DateForms> Dates { get; } = [];

    /// <summary>Fields of which rows say nothing, so that what is said for all stands in.</summary>
    public Dictionary<string, int> Silent { get; } = [];

    /// <summary>Rows that were mapped.</summary>
    public int Rows { get; private set; }

    public MappedRow Seen(MappedRow row)
    {
        Rows++;
        foreach (var (rule, _) in _worded)
        {
            if (row.Source[rule.Column!]?.Trim() is { Length: > 0 } value)
            {
                Count(Words, new FieldWord(rule.Field, rule.Column!, value), int.MaxValue);
            }
        }

        foreach (var (rule, type) in _measured)
        {
            SeeMeasure(rule.ValueIn(row.Source) ?? "", rule, type);
        }

        foreach (var rule in _dated)
        {
            if (row.Source[rule.Column!]?.Trim() is { Length: > 0 } value)
            {
                var key = new FieldWord(rule.Field, rule.Column!, "");
                Dates[key] = Dates.GetValueOrDefault(key).With(value);
            }
        }

        foreach (var (field, _) in row.Unread)
        {
            SeeUnread(row, field);
        }

        if (row.Source.Geometry.Kind != DrawnKind.None)
        {
            Count(Systems, row.Source.Crs.Name, 100);
        }

        Silence(row);
        return row;
    }

    public void Add(RowCounts other)
    {
        Rows += other.Rows;
        Sum(Words, other.Words);
        Sum(Systems, other.Systems);
        Sum(Ambiguous, other.Ambiguous);
        Sum(Contrary, other.Contrary);
        Sum(Silent, other.Silent);
        foreach (var (key, forms) in other.Dates)
        {
            Dates[key] = Dates.GetValueOrDefault(key).And(forms);
        }

        foreach (var (key, (rows, least)) in other.Bare)
        {
            Bare[key] = Bare.TryGetValue(key, out var known) ? (known.Rows + rows, Math.Min(known.Least, least)) : (rows, least);
        }
    }

    private void SeeMeasure(string value, FieldRule rule, FieldType type)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (NumberText.UnitIn(value) is { Length: > 0 } unit)
        {
            Count(Words, new FieldWord(rule.Field, rule.Column!, unit), int.MaxValue);
        }
        else if (NumberText.Parse(value, rule.DecimalComma, type, null) is > 0 and var number)
        {
            var key = new FieldWord(rule.Field, rule.Column!, "");
            Bare[key] = Bare.TryGetValue(key, out var known) ? (known.Rows + 1, Math.Min(known.Least, number)) : (1, number);
        }
    }

    private void SeeUnread(MappedRow row, string field)
    {
        if (mapping.Fields.FirstOrDefault(f => f.Field == field && f.Column is not null && !string.IsNullOrWhiteSpace(row.Source[f.Column])) is not { } rule)
        {
            return;
        }

        var (value, type) = (row.Source[rule.Column!]!.Trim(), ReportFields.Find(field)!.Type);
        var isTwo = type == FieldType.Date
            ? rule is { DateOrder: DateOrder.Unstated, Month: null } && DateText.Parse(value, DateOrder.DayMonthYear, true) is not null
            : type is FieldType.Area or FieldType.Depth or FieldType.Length && rule.DecimalComma is null
                && NumberText.Parse(value, true, type, rule.Unit) is { } comma
                && NumberText.Parse(value, false, type, rule.Unit) is { } point && comma != point;
        if (isTwo)
        {
            Count(Ambiguous, new FieldWord(field, rule.Column!, ""), MostColumns);
        }
        else if (IsContrary(rule, value, type))
        {
            Count(Contrary, new FieldWord(field, rule.Column!, ""), MostColumns);
        }
    }

    private static bool IsContrary(FieldRule rule, string value, FieldType type) => type switch
    {
        FieldType.Date when rule.DateOrder == DateOrder.DayMonthYear => DateText.Parse(value, DateOrder.MonthDayYear, true) is not null,
        FieldType.Date when rule.DateOrder == DateOrder.MonthDayYear => DateText.Parse(value, DateOrder.DayMonthYear, true) is not null,
        FieldType.Area or FieldType.Depth or FieldType.Length when rule.DecimalComma is { } comma =>
            NumberText.Parse(value, !comma, type, rule.Unit) is not null,
        _ => false,
    };

    /// <summary>A value that is there and cannot be read is no silence: it is asked about by itself, and nothing stands in for it.</summary>
    private void Silence(MappedRow row)
    {
        bool IsThere(string field) => row.Unread.Any(u => u.Field == field);
        if (_statuses.TrueForAll(s => string.IsNullOrWhiteSpace(s.ValueIn(row.Source))))
        {
            Count(Silent, "effect", 9);
        }

        if (row.Kinds is null && !IsThere("kinds"))
        {
            Count(Silent, "kinds", 9);
        }

        if (row.End is null && !IsThere("end"))
        {
            Count(Silent, "end", 9);
        }

        if (row.Organisation is null && !IsThere("organisation"))
        {
            Count(Silent, "organisation", 9);
        }
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key, int most)
        where TKey : notnull
    {
        if (counts.TryGetValue(key, out var known))
        {
            counts[key] = known + 1;
        }
        else if (counts.Count < most)
        {
            counts.Add(key, 1);
        }
    }

    private static void Sum<TKey>(Dictionary<TKey, int> into, Dictionary<TKey, int> other)
        where TKey : notnull
    {
        foreach (var (key, count) in other)
        {
            into[key] = into.GetValueOrDefault(key) + count;
        }
    }
}
