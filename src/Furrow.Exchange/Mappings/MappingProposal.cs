namespace Furrow.Exchange.Mappings;

/// <summary>One column of the file and what the proposal does with it.</summary>
/// <param name="Field">Null: no field takes it; it is kept as it comes.</param>
/// <param name="Samples">Up to three different values.</param>
/// <param name="IsSure">Its name is a listed one of the field. Else only a part of its name and its values speak for it.</param>
public sealed record ProposedColumn(string Column, string? Field, string Why, IReadOnlyList<string> Samples, bool IsSure = true);

/// <summary>A first mapping for a file, from the names of its columns and a look at its values. For a person to judge, not to trust.</summary>
public sealed record MappingProposal(Mapping Mapping, IReadOnlyList<ProposedColumn> Columns)
{
    /// <summary>Rows of the beginning of a file that are looked at.</summary>
    public const int Enough = 2_000;

    /// <param name="rows">The first of a file, and those farther down that show what other columns hold.</param>
    public static MappingProposal For(IReadOnlyList<InputRow> rows, ReadOptions? options = null)
    {
        var columns = SampledColumn.Of(rows);

        var geometry = options?.Geometry;
        var place = new HashSet<string>(geometry?.PlaceColumns ?? []);
        var taken = Match(columns.Where(c => !place.Contains(c.Name)));
        var rules = taken.Select(t => t.Column.Rule(t.Field)).Concat(YearColumns.Rules(columns, taken.Select(t => (t.Column.Name, t.Field.Name)).ToList()))
            .Concat(GroupCode(geometry, columns, [.. taken.Select(t => (t.Column.Name, t.Field.Name))]))
            .OrderBy(r => Array.FindIndex([.. ReportFields.All], f => f.Name == r.Field)).ToList();
        rules = [.. UnitColumns.On(rules, columns)];
        return new MappingProposal(
            new Mapping { Crs = options?.Crs, Encoding = options?.Encoding, Layer = options?.Layer, Hidden = options?.Hidden ?? default,
                HeaderRow = options?.HeaderRow?.ToString(), Sums = options?.Sums ?? default, Only = options?.Only is { Count: > 0 } only ? only : null,
                Geometry = geometry, Fields = rules },
            [.. columns.Select(c => Line(c, taken.FirstOrDefault(t => t.Column == c), place, rules))]);
    }

    /// <summary>The id that all points of a record share is its code, where no other column is. In a table of single points that of the point is.</summary>
    private static IEnumerable<FieldRule> GroupCode(GeometryColumns? geometry, List<SampledColumn> columns, (string Column, string Field)[] taken)
    {
        bool IsFree(string column) => Array.TrueForAll(taken, t => t.Field != "code" && t.Column != column);
        var point = geometry is { Group: null } ? columns.Find(c => FieldNames.IsPointId(c.Name) && c.Values.Count > 0)?.Name : null;
        return geometry?.Group is { } group && columns.Exists(c => c.Name == group) && IsFree(group) ? [new FieldRule { Field = "code", Column = group }]
            : point is not null && IsFree(point) && !geometry!.PlaceColumns.Contains(point) ? [new FieldRule { Field = "code", Column = point }]
            : [];
    }

    /// <summary>A column that may be the effective date, the contamination or the status, while no column is read as that: passing over it would put
    /// a default in the place of what the file says. Empty when there is none.</summary>
    /// <param name="asksStatus">Nobody said what all rows are.</param>
    public static IReadOnlyList<(string Column, ReportField Field)> Unclear(IReadOnlyList<InputRow> sample, Mapping mapping, bool asksStatus = false)
    {
        var taken = mapping.Fields.SelectMany(f => f.Columns).Concat(mapping.Geometry?.PlaceColumns ?? []).Concat(mapping.Leave ?? []).ToHashSet();
        var open = ReportFields.All.Where(f => f.Name is "end" or "kinds" && mapping.Fields.All(r => r.Field != f.Name)).ToList();
        var end = ReportFields.Find("end")!;
        var isOfReport = mapping.Fields.FirstOrDefault(f => f.Field == "end")?.Column is { } column && !DateNames.MayBeEnd(column);
        var hasNoEnd = mapping.Fields.All(f => f is not { Field: "end", Column: not null });
        var status = asksStatus && mapping.Fields.All(f => f is not { Field: "effect", Column: not null }) ? ReportFields.Find("effect") : null;
        return open.Count == 0 && !isOfReport && !hasNoEnd && status is null ? [] : [.. SampledColumn.Of(sample).Where(c => !taken.Contains(c.Name))
            .SelectMany(c => open.Where(c.MayBe)
                .Concat(isOfReport && c.IsUnreadEnd(end) || hasNoEnd && UnnamedColumns.MayBeDate(c) ? [end] : [])
                .Concat(status is not null && UnnamedColumns.MayBeStatus(c) ? [status] : []).Distinct().Select(f => (c.Name, f)))];
    }

    /// <summary>The mapping with what the values of its columns prove: the order of their dates, their decimal sign, where nobody states one.</summary>
    public static Mapping WithShown(IReadOnlyList<InputRow> sample, Mapping mapping)
    {
        var columns = SampledColumn.Of(sample).ToDictionary(c => c.Name);
        return mapping with
        {
            Fields = [.. mapping.Fields.Select(f => f.Column is { } name && columns.TryGetValue(name, out var column) ? column.Shown(f) : f)],
        };
    }

    /// <summary>Best likeness first; a field takes one column and a column fills one field.</summary>
    private static List<(SampledColumn Column, ReportField Field, int Score)> Match(IEnumerable<SampledColumn> columns)
    {
        var taken = new List<(SampledColumn Column, ReportField Field, int Score)>();
        var likely =
            from column in columns
            from field in ReportFields.All
            let score = column.Score(field)
            where score >= 50
            orderby score descending
            select (column, field, score);
        foreach (var (column, field, score) in likely)
        {
            if (taken.All(t => t.Column != column && t.Field != field))
            {
                taken.Add((column, field, score));
            }
        }

        return taken;
    }

    private static ProposedColumn Line(SampledColumn column, (SampledColumn Column, ReportField Field, int Score) taken, HashSet<string> place,
        IReadOnlyList<FieldRule> rules)
    {
        var why = place.Contains(column.Name) ? "holds the place of the row"
            : taken.Column is null && rules.FirstOrDefault(r => r.Columns.Contains(column.Name)) is not null ? "a part of a date, or the id of its points"
            : taken.Column is null ? "no field takes it; kept as it comes"
            : taken.Score >= FieldNames.Exact ? "by its name and values"
            : "by part of its name and by its values";
        var field = taken.Field?.Name ?? rules.FirstOrDefault(r => r.Columns.Contains(column.Name))?.Field;
        return new ProposedColumn(column.Name, field, why, [.. column.Values.Distinct().Take(3)],
            taken.Column is null || taken.Column.IsSure(taken.Field!, taken.Score));
    }
}
