namespace Furrow.Exchange.Mappings;

/// <summary>A column that states the unit of the numbers in another: "Area" with 5, "Unit" with ha.</summary>
internal static class UnitColumns
{
    private static readonly HashSet<string> Any = Split("unit|units|uom|unit of measure|units of measure|vahid|olcu vahidi|birim|birimi|единица|единицы|"
        + "единица измерения|ед изм|jedinica|jedinica mjere|mjerna jedinica|اکائی");
    private static readonly HashSet<string> OfArea = Split("area unit|area units|unit of area|size unit|area uom|sahe vahidi|alan birimi|единица площади|"
        + "jedinica povrsine|رقبہ کی اکائی");
    private static readonly HashSet<string> OfDepth = Split("depth unit|depth units|unit of depth|derinlik birimi|derinlik vahidi|единица глубины|jedinica dubine");

    /// <summary>The rules, with the column of units where there is one and it is plain of which numbers it speaks. A heading that states a unit goes before
    /// it.</summary>
    public static IEnumerable<FieldRule> On(IReadOnlyList<FieldRule> rules, IReadOnlyList<SampledColumn> columns)
    {
        var taken = rules.SelectMany(r => r.Columns).ToHashSet();
        var measured = rules.Where(r => r is { Column: not null, Unit: null } && NumberText.UnitsOf(ReportFields.Find(r.Field)!.Type).Count > 0).ToList();
        var found = new Dictionary<FieldRule, string>();
        foreach (var column in columns.Where(c => !taken.Contains(c.Name) && c.Values.Count > 0))
        {
            var name = Words.Fold(column.Name);
            var of = OfArea.Contains(name) ? measured.FindAll(r => r.Field == "statedArea")
                : OfDepth.Contains(name) ? measured.FindAll(r => r.Field == "depthSearched")
                : Any.Contains(name) ? measured : [];
            if (of is [var rule] && column.Values.Any(v => NumberText.Factor(ReportFields.Find(rule.Field)!.Type, v) is not null))
            {
                found.TryAdd(rule, column.Name);
            }
        }

        return rules.Select(r => found.TryGetValue(r, out var column) ? r with { UnitColumn = column } : r);
    }

    private static HashSet<string> Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
