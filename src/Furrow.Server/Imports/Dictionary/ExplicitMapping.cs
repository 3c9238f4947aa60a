using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>The reading of a file as a mapping in which everything stands that was found: encoding, sheet, system, units, orders, words. The next file of
/// its kind is read by it without a question.</summary>
internal static class ExplicitMapping
{
    public static Mapping Of(ImportWork work)
    {
        var mapping = work.Dictionary.Marked(work.Options.Mapping ?? new Mapping());
        return mapping with
        {
            Encoding = mapping.Encoding ?? Read(work, ReadingTopic.Encoding),
            Layer = mapping.Layer ?? (work.Reading?.Layers.Count > 1 ? work.Options.Reading.Layer : null),
            Crs = mapping.Crs ?? SystemOf(work),
            HeaderRow = mapping.HeaderRow ?? Headings(work),
            Sums = mapping.Sums == SumRows.Ask && Confirmed(work, ReadingTopic.Totals) is not null ? SumRows.Leave : mapping.Sums,
            Geometry = mapping.Geometry is { X: not null, Axes: PlaneAxes.Unstated } place && Confirmed(work, ReadingTopic.AxisOrder) is { } word
                && work.Dictionary.Open.All(e => e.Topic != ReadingTopic.AxisOrder) ? place with { Axes = AxesWord.Find(word) ?? default } : mapping.Geometry,
            Watch = Watched(work) is { Count: > 0 } watched ? watched : null,
            Fields = [.. mapping.Fields.Select(rule => WithUnit(work, rule))],
        };
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
