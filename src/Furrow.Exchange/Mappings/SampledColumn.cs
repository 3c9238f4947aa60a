using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>A column's name and the values seen in it, blanks left out.</summary>
internal sealed record SampledColumn(string Name, IReadOnlyList<string> Values, int Rows)
{
    /// <summary>How well this column fits a field: the likeness of the name, raised or struck out by the values.</summary>
    public int Score(ReportField field)
    {
        var name = FieldNames.Score(field.Name, Name);
        if (Values.Count == 0)
        {
            return name == 100 ? 50 : 0;
        }

        if (field.Name == "code" && !TellsRowsApart(name == 100))
        {
            return 0;
        }

        if (name == 0 && field.Type != FieldType.Effect)
        {
            return 0;
        }

        if (Readable(field) is not { } share)
        {
            return name;
        }

        // Values decide where a name says little: a column full of "Suspected area" and "Cleared area" is the effect, whatever it is called.
        return share >= 0.5 && name > 0 ? name : field.Type == FieldType.Effect && share >= 0.9 ? 60 : 0;
    }

    /// <summary>A code tells rows apart. A column that says it is the code keeps that meaning though some of its values come twice: those are found, and
    /// the others are not lost for them.</summary>
    private bool TellsRowsApart(bool saysSo)
    {
        var distinct = Values.Distinct(Codes.Comparer).Count();
        return saysSo ? 2 * distinct >= Values.Count : distinct >= 0.98 * Rows;
    }

    public FieldRule Rule(ReportField field) => new()
    {
        Field = field.Name,
        Column = Name,
        Values = field.Type == FieldType.Effect ? Translations() : null,
        DateOrder = field.Type == FieldType.Date ? OrderOfDates() : default,
        Unit = field.Type is FieldType.Area or FieldType.Depth or FieldType.Length ? Unit(field.Type) : null,
        DecimalComma = field.Type is FieldType.Area or FieldType.Depth or FieldType.Length ? CommaIsDecimal() : null,
    };

    /// <summary>Share of the values that can be read as the field; null for texts, which always can.</summary>
    private double? Readable(ReportField field)
    {
        Func<string, bool>? reads = field.Type switch
        {
            FieldType.Date => v => DateText.Parse(v, DateOrder.DayMonthYear, true) is not null || DateText.Parse(v, DateOrder.MonthDayYear, true) is not null,
            FieldType.Area or FieldType.Depth or FieldType.Length =>
                v => NumberText.Parse(v, true, field.Type, null) is not null || NumberText.Parse(v, false, field.Type, null) is not null,
            FieldType.YesNo => v => ValueWords.ReadYesNo(v) is not null,
            FieldType.Effect => v => ValueWords.ReadEffect(v) is not null,
            FieldType.Kind => v => ValueWords.ReadReportKind(v) is not null,
            FieldType.Contamination => v => ValueWords.ReadContamination(v) is not null,
            FieldType.Evidence => v => ValueWords.ReadEvidence(v) is not null,
            FieldType.Position => v => Projections.CoordinateText.Position(v) is not null,
            _ => null,
        };
        return reads is null ? null : (double)Values.Count(reads) / Values.Count;
    }

    /// <summary>Every value seen with its meaning, so that a person sees and can change what was understood.</summary>
    private SortedDictionary<string, string>? Translations()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in Values.Distinct().Take(100))
        {
            if (ValueWords.ReadEffect(value) is { } effect)
            {
                found[value] = ValueWords.Effects.First(e => e.Effect == effect).Name;
            }
        }

        return found.Count > 0 ? found : null;
    }

    private DateOrder OrderOfDates()
    {
        var shown = Values.Select(DateText.OrderShownBy).Where(o => o != DateOrder.Unstated).Distinct().ToList();
        return shown.Count == 1 ? shown[0] : DateOrder.Unstated;
    }

    private string? Unit(FieldType type)
    {
        var last = Words.Fold(Name).Replace("m 2", "m2", StringComparison.Ordinal).Split(' ')[^1];
        return last.Length > 0 && last is not "da" && NumberText.Factor(type, last) is not null ? last
            : last is "hectares" or "hektar" or "га" && type == FieldType.Area ? "ha"
            : null;
    }

    /// <summary>Null where no value shows a comma.</summary>
    private bool? CommaIsDecimal()
    {
        var withComma = Values.Where(v => v.Contains(',')).ToList();
        return withComma.Count == 0 ? null
            : withComma.Any(v => NumberText.Parse(v, null) is null) && withComma.All(v => NumberText.Parse(v, false) is not null) ? null
            : withComma.Count(v => NumberText.Parse(v, true) is not null) >= withComma.Count(v => NumberText.Parse(v, false) is not null);
    }
}
