using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>The reading of a file as a mapping in which everything stands that was found or said: encoding, sheet, system, units, orders, words, hidden cells,
/// sums, rows chosen, and what is said for all rows. The next file of its form is read by it without a question.</summary>
internal static class ExplicitMapping
{
    public static Mapping Of(ImportWork work)
    {
        var mapping = SaidForAll.In(work.Dictionary.Marked(work.Options.Mapping ?? new Mapping()), work.Options);
        var stated = work.Options.Reading;
        return Named(work, mapping with
        {
            Encoding = mapping.Encoding ?? stated.Encoding ?? Read(work, ReadingTopic.Encoding),
            Layer = LayerOf(work),
            Crs = mapping.Crs ?? SystemOf(work),
            HeaderRow = mapping.HeaderRow ?? stated.HeaderRow?.ToString() ?? Headings(work),
            Hidden = mapping.Hidden == HiddenCells.Ask ? stated.Hidden : mapping.Hidden,
            Sums = mapping.Sums != SumRows.Ask ? mapping.Sums
                : stated.Sums == SumRows.Ask && Confirmed(work, ReadingTopic.Totals) is not null ? SumRows.Leave : stated.Sums,
            Only = mapping.Only ?? (stated.Only.Count > 0 ? stated.Only : null),
            Geometry = Places(work, mapping.Geometry ?? work.Reading?.Geometry, stated),
            Watch = Watched(work) is { Count: > 0 } watched ? watched : null,
            Fields = [.. mapping.Fields.Select(rule => WithUnit(work, rule))],
            Unconfirmed = Open(mapping),
            Form = SheetForm.Of(work.Reading?.Format ?? "", work.Options.As.Word, work.ColumnNames),
        });
    }

    /// <summary>The sheet or layer that is read, where a person named it and there are several.</summary>
    public static string? LayerOf(ImportWork work) =>
        work.Options.Mapping?.Layer ?? (work.Reading?.Layers.Count > 1 ? work.Options.Reading.Layer : null);

    /// <summary>What was confirmed for this file alone.</summary>
    private static IReadOnlyList<string>? Open(Mapping mapping) =>
        (mapping.Unconfirmed ?? []).Union(SaidForAll.OfOneFile(mapping)).ToList() is { Count: > 0 } open ? open : null;

    /// <summary>Where rows lie, with what was said of it beside the columns.</summary>
    private static GeometryColumns? Places(ImportWork work, GeometryColumns? columns, ReadOptions stated)
    {
        if (columns is null || columns.Form == GeometryForm.None)
        {
            return columns;
        }

        var types = new SortedDictionary<string, PointRole>(StringComparer.Ordinal);
        foreach (var (word, role) in (columns.PointTypes ?? new Dictionary<string, PointRole>()).Concat(stated.PointTypes))
        {
            types[word] = role;
        }

        return columns with
        {
            PointTypes = types.Count > 0 ? types : null,
            Axes = columns.Axes != PlaneAxes.Unstated ? columns.Axes : stated.Axes != PlaneAxes.Unstated ? stated.Axes : Axes(work, columns),
            North = columns.North == default ? stated.North : columns.North,
            DeclinationDegrees = columns.DeclinationDegrees ?? stated.DeclinationDegrees,
            DistanceUnit = stated.DistanceUnit ?? columns.DistanceUnit,
        };
    }

    /// <summary>Which of two columns is the northing, where it was proposed and confirmed.</summary>
    private static PlaneAxes Axes(ImportWork work, GeometryColumns columns) =>
        columns.X is not null && Confirmed(work, ReadingTopic.AxisOrder) is { } word && work.Dictionary.Open.All(e => e.Topic != ReadingTopic.AxisOrder)
            ? AxesWord.Find(word) ?? default : default;

    /// <summary>A name that looks like another and was confirmed as its own: said, so that it is not asked again.</summary>
    private static Mapping Named(ImportWork work, Mapping mapping)
    {
        foreach (var entry in work.Dictionary.Entries.Where(e => e is { Topic: ReadingTopic.Word, Standing: Standing.Known, Field: { } field }
            && FoundWords.IsName(field) && e.Meaning == e.Value && work.Options.IsConfirmed(e.Key, e.Meaning) && e.Why is not null))
        {
            mapping = mapping.WithMeaning(entry.Of, entry.Value, entry.Meaning).Value ?? mapping;
        }

        return mapping;
    }

    private static IReadOnlyList<string> Watched(ImportWork work) =>
        [.. work.Dictionary.Entries.Where(e => e is { Topic: ReadingTopic.Column, Meaning: ColumnSaying.Watched, Rows: > 0 }).Select(e => e.Of)
            .Union(work.Options.Mapping?.Watch ?? [])];

    private static string? Read(ImportWork work, ReadingTopic topic) =>
        work.Reading?.Understood.FirstOrDefault(u => u.Topic == topic && u.Of.Length == 0)?.Reading is { Length: > 0 } reading ? reading : null;

    /// <summary>The rows of headings below titles, or of two rows. In the first row, where they stand in most files, they are found again.</summary>
    private static string? Headings(ImportWork work) => Read(work, ReadingTopic.Headings) is { } rows && rows != "1" ? rows : null;

    /// <summary>What was only proposed: found for certain, it is found again in the next file.</summary>
    private static string? Confirmed(ImportWork work, ReadingTopic topic) => work.Reading?.Understood
        .FirstOrDefault(u => u.Topic == topic && u.Of.Length == 0 && u.Standing == Standing.Proposed)?.Reading;

    /// <summary>Of a table whose rows have one: a file that names its own goes on naming it.</summary>
    private static string? SystemOf(ImportWork work) =>
        work.Reading?.Geometry is not null && work.Counts.Systems.Count == 1 && work.Counts.Systems.Keys.First() is var name
            && CoordinateSystems.Resolve(name).Value?.Name == name ? name : null;

    private static FieldRule WithUnit(ImportWork work, FieldRule rule) =>
        rule is { Column: not null, Unit: null } && work.Counts.Bare.ContainsKey(new FieldWord(rule.Field, rule.Column, ""))
            ? rule with { Unit = DictionaryColumns.UnitOf(ReportFields.Find(rule.Field)!.Type) } : rule;
}
