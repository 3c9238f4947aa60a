using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>A column's name and the values seen in it, blanks left out.</summary>
internal sealed record SampledColumn(string Name, IReadOnlyList<string> Values, int Rows)
{
    /// <summary>The values that are texts: a number that the format knows as one says nothing of how texts write them.</summary>
    public IReadOnlyList<string> Texts { get; private init; } = Values;

    /// <summary>Fields whose column is taken by a listed name alone. By a part of one, "Planned completion date" would be the day of clearance.</summary>
    private static readonly string[] ByNameAlone = ["effect", "kind", "kinds", "start", "end"];

    /// <summary>The columns of some rows, in the order they are met, and their values in one pass: rows may have very many.</summary>
    public static List<SampledColumn> Of(IReadOnlyList<InputRow> rows)
    {
        var columns = new OrderedDictionary<string, List<InputField>>();
        var seen = new HashSet<string>();
        foreach (var row in rows.Where(r => !Problems.IsNoRecord(r.Problem)))
        {
            seen.Clear();
            foreach (var field in row.Fields)
            {
                if (!columns.TryGetValue(field.Name, out var values))
                {
                    columns.Add(field.Name, values = []);
                }

                // Of a name that stands twice in a row the first value counts.
                if (seen.Add(field.Name) && field.Value?.Trim() is { Length: > 0 } value)
                {
                    values.Add(field with { Value = value });
                }
            }
        }

        return [.. columns.Select(c => new SampledColumn(c.Key, [.. c.Value.Select(v => v.Value!)], rows.Count)
        {
            Texts = [.. c.Value.Where(v => !v.IsNumber).Select(v => v.Value!)],
        })];
    }

    /// <summary>How well this column fits a field: the likeness of the name, struck out by values that are something else. A name decides alone where the
    /// values are words: a status that is not known is to be asked about, not passed over.</summary>
    public int Score(ReportField field)
    {
        var name = FieldNames.Score(field.Name, Name);
        name = IsMeasure(field.Type) && name < FieldNames.Exact ? Math.Max(name, FieldNames.Score(field.Name, HeadingUnit.Without(Name, field.Type))) : name;
        if (field.Name == "statedArea" && IsComputedArea || field.Name == "hazardousArea" && KindNames.MayBe(Name, Values)
            || name < FieldNames.Exact && IsMeasure(field.Type) && StatusNames.HoldsStatusOrCode(Name))
        {
            return 0;
        }

        if (name == 0 || name < FieldNames.Exact && (ByNameAlone.Contains(field.Name) || IsRather(name)) || field.Name == "code" && Repeats(name))
        {
            return 0;
        }

        if (Values.Count == 0)
        {
            // Below any column of such a name that holds something, above every column whose name is only like it.
            return name >= FieldNames.Exact ? FieldNames.Exact : 0;
        }

        return field.Type switch
        {
            FieldType.Effect => StatusColumns.IsNamed(this) ? name : 0,
            FieldType.Contamination => IsStatus ? 0 : name,
            _ when Readable(field) is not < 0.5 => name,

            // The name is right and the values are not: they are to be refused one by one, not passed over.
            // An end of work that cannot be read does not fall to the day of the report.
            FieldType.Date when name >= FieldNames.Exact && !IsYesNo => name,
            FieldType.Area or FieldType.Length when name >= FieldNames.Exact
                && Values.Any(v => char.IsDigit(v[0]) || Unit(field.Type) is not null && v.Any(char.IsDigit)) => FieldNames.Exact - 1,
            FieldType.Depth or FieldType.YesNo or FieldType.Evidence when name >= FieldNames.Exact && !IsYesNo => FieldNames.Exact - 1,
            _ => 0,
        };
    }

    /// <summary>May be this field, but its name does not say so surely: somebody has to.</summary>
    public bool MayBe(ReportField field) => Values.Count > 0 && (FieldNames.Score(field.Name, Name) >= 50
            && Readable(field) is >= 0.5 && (field.Type != FieldType.Date || !Values.All(IsSmallNumber))
        || (field.Type == FieldType.Date ? DateNames.MayBeDate(Name) && !IsYesNo && !StatusNames.HoldsStatus(Name)
            : field.Type == FieldType.Contamination && KindNames.MayBe(Name, Values)));

    /// <summary>May be the day the work ended, and holds what is no day.</summary>
    public bool IsUnreadEnd(ReportField end) => DateNames.MayBeEnd(Name) && Values.Count > 0 && !IsYesNo && Readable(end) is < 1;

    /// <summary>"Shape_Area": computed by a map program in the units of its file, squares of degrees among them; nobody stated it.</summary>
    private bool IsComputedArea => Words.Fold(Name).Replace(" ", "",
        StringComparison.Ordinal) is "shapearea" or "shapestarea" or "starea" or "stareashape" or "shapestar"
        or "areashape" or "geomarea" or "gisarea" or "shapeare" or "shapea";

    private static bool IsMeasure(FieldType type) => type is FieldType.Area or FieldType.Depth or FieldType.Length;

    /// <summary>Whether it repeats too much to be the code. One that says it is keeps that meaning though some values come twice: those are found, and the
    /// others are not lost for them. One that only may be the code gives none when more than one value in ten stands twice.</summary>
    private bool Repeats(int name)
    {
        var distinct = Values.Distinct(Codes.Comparer).Count();
        return name >= FieldNames.Exact ? 2 * distinct < Values.Count : distinct < 0.9 * Rows;
    }

    /// <summary>"Hazard type" holds mines in one file, and suspected or confirmed in the next.</summary>
    private bool IsStatus => 2 * Values.Count(v => ValueWords.Meaning(FieldType.Effect, v) is not null) >= Values.Count;

    private bool IsYesNo => 2 * Values.Count(v => ValueWords.ReadYesNo(v) is not null) >= Values.Count;

    /// <summary>Looks more like the date or the contamination than like what a part of its name says.</summary>
    private bool IsRather(int score) => ReportFields.All.Any(f => f.Name is "end" or "kinds" && FieldNames.Score(f.Name, Name) > score && MayBe(f));

    private static bool IsSmallNumber(string value) => value.Length < 4;

    public FieldRule Rule(ReportField field) => new()
    {
        Field = field.Name,
        Column = Name,
        Values = field.Type is FieldType.Effect or FieldType.Contamination ? Translations(field) : null,
        DateOrder = field.Type == FieldType.Date ? OrderOfDates() : default,
        Unit = field.Type is FieldType.Area or FieldType.Depth or FieldType.Length ? Unit(field.Type) : null,
        DecimalComma = field.Type is FieldType.Area or FieldType.Depth or FieldType.Length ? CommaIsDecimal(field.Type) : null,
    };

    /// <summary>The rule with what the values prove of their dates and numbers, where it states nothing itself.</summary>
    public FieldRule Shown(FieldRule rule) => ReportFields.Find(rule.Field)!.Type switch
    {
        FieldType.Date when rule is { DateOrder: DateOrder.Unstated, Month: null } => rule with { DateOrder = OrderOfDates() },
        FieldType.Area or FieldType.Depth or FieldType.Length when rule.DecimalComma is null =>
            rule with { DecimalComma = CommaIsDecimal(ReportFields.Find(rule.Field)!.Type) },
        _ => rule,
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
            FieldType.Effect => v => ValueWords.Meaning(FieldType.Effect, v) is not null,
            FieldType.Kind => v => ValueWords.ReadReportKind(v) is not null,
            FieldType.Contamination => v => ValueWords.ReadContamination(v) is not null,
            FieldType.Evidence => v => ValueWords.ReadEvidence(v) is not null,
            FieldType.Precision => v => ValueWords.ReadPrecision(v) is not null,
            FieldType.Columns => v => OtherColumns.Read(v) is not null,
            FieldType.Position => v => Projections.CoordinateText.Position(v) is not null,
            _ => null,
        };
        return reads is null ? null : (double)Values.Count(reads) / Values.Count;
    }

    /// <summary>Every value seen with its meaning, so that a person sees and can change what was understood; <see cref="FieldRule.Unknown"/> where nobody
    /// has said one yet.</summary>
    private SortedDictionary<string, string>? Translations(ReportField field)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in Values.Distinct().Take(100))
        {
            found[value] = ValueWords.Meaning(field.Type, value) ?? FieldRule.Unknown;
        }

        return found.Count > 0 ? found : null;
    }

    private DateOrder OrderOfDates()
    {
        var shown = Values.Select(DateText.OrderShownBy).Where(o => o != DateOrder.Unstated).Distinct().ToList();
        return shown.Count == 1 ? shown[0] : DateOrder.Unstated;
    }

    /// <summary>Its name is a listed one of the field, but for a unit behind it.</summary>
    public bool IsSure(ReportField field, int score) => score >= FieldNames.Exact
        || Unit(field.Type) is not null && FieldNames.Score(field.Name, HeadingUnit.Without(Name, field.Type)) >= FieldNames.Exact;

    private string? Unit(FieldType type) => HeadingUnit.Of(Name, type);

    /// <summary>What the texts prove: "12,5" and "1.234.567" have a decimal comma, "12.5" and "1,234,567" a point. Null where none proves it, or
    /// both.</summary>
    private bool? CommaIsDecimal(FieldType type)
    {
        bool comma = false, point = false;
        foreach (var text in Texts.Where(v => v.AsSpan().ContainsAny(',', '.')).Distinct())
        {
            bool asComma = NumberText.Parse(text, true, type, null) is not null, asPoint = NumberText.Parse(text, false, type, null) is not null;
            comma |= asComma && (!asPoint || text.StartsWith("0,", StringComparison.Ordinal));
            point |= asPoint && (!asComma || text.StartsWith("0.", StringComparison.Ordinal));
        }

        return comma == point ? null : comma;
    }
}
