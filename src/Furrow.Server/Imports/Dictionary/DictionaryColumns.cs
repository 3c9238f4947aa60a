using Furrow.Core;
using Furrow.Core.Reports;
using Furrow.Core.Vocabulary;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What was understood of each column: its field, its unit, the order of its dates, its decimal sign; and what stands in for rows that say
/// nothing.</summary>
internal static class DictionaryColumns
{
    /// <summary>Fields in which a wrong column would change a status, a kind, an area, a place or a date.</summary>
    private static readonly HashSet<string> Weighty = ["kind", "effect", "start", "end", "startPrecision", "endPrecision", "kinds", "hazardousArea",
        "depthSearched", "depthRequired", "surfaceReleases", "statedArea", "evidenceStrength", "baseline", "corrects"];

    public static IEnumerable<DictionaryEntry> Of(ImportWork work)
    {
        var mapping = work.Options.Mapping ?? new Mapping();
        return [.. Fields(work, mapping), .. Unread(work, mapping), .. Dates(work, mapping), .. Numbers(work, mapping), .. Defaults(work)];
    }

    private static IEnumerable<DictionaryEntry> Fields(ImportWork work, Mapping mapping) =>
        from rule in mapping.Fields
        where rule.Column is not null
        let key = DictionaryEntry.KeyOf(ReadingTopic.Column, rule.Column!)
        let isOpen = work.Unconfirmed.Contains(key)
        let standing = isOpen && !work.Options.IsConfirmed(key, rule.Field) ? Standing.Proposed : Standing.Known
        select new DictionaryEntry(ReadingTopic.Column, rule.Column!, "", rule.Field, rule.Field, 0, standing, isOpen ? DictionaryWhy.ByPart() : null,
            $"--column \"{rule.Column}=FIELD\", or --leave \"{rule.Column}\"")
        { Matters = Weighty.Contains(rule.Field) };

    private static IEnumerable<DictionaryEntry> Unread(ImportWork work, Mapping mapping)
    {
        var taken = mapping.Fields.Select(f => f.Column).OfType<string>().ToHashSet();
        var place = PlaceWord.Of(mapping.Geometry, work.Counts.Systems.Keys);
        taken.UnionWith((work.Reading?.Understood ?? []).Where(u => u.Topic == ReadingTopic.Column).Select(u => u.Of));
        var unclear = work.Unclear.ToLookup(u => u.Column, u => u.Field);
        return work.ColumnNames.Where(c => !taken.Contains(c) || unclear.Contains(c)).Select(c => unclear.Contains(c) ? Unclear(work, c, [.. unclear[c]])
            : work.Statuses.Any(s => s.Name == c) ? LikeStatus(work, mapping, c)
            : new DictionaryEntry(ReadingTopic.Column, c, "", null, place.GetValueOrDefault(c, ""), 0, Standing.Known, null,
                place.ContainsKey(c) ? null : $"--column \"{c}=FIELD\""));
    }

    /// <summary>The fields it may be come first of what it can be.</summary>
    private static DictionaryEntry Unclear(ImportWork work, string column, IReadOnlyList<ReportField> fields) =>
        new(ReadingTopic.Column, column, "", null, "", 0, Standing.NotKnown,
            fields[0].Name switch
            {
                "end" => DictionaryWhy.MayBeEnd(),
                "effect" => DictionaryWhy.MayBeStatus(string.Join(", ", work.Columns.FirstOrDefault(p => p.Column == column)?.Samples ?? [])),
                _ => DictionaryWhy.MayBeKinds(),
            },
            string.Join(" or ", fields.Select(f => $"--column \"{column}={f.Name}\"")) + $", or --leave \"{column}\"")
        { Code = Problems.ColumnUnclearCode, Choices = [.. fields.Concat(ReportFields.All).Distinct().Select(f => new ReadingChoice(f.Name))] };

    /// <summary>A status nobody reads holds the import back as soon as it speaks against a row: that its rows stay out is proposed, and a person may say that
    /// it is the status, or no status at all.</summary>
    private static DictionaryEntry LikeStatus(ImportWork work, Mapping mapping, string column)
    {
        var rows = work.Rows.Where(r => r.Refusals.Any(p => p.Where?.Field == column)).Sum(r => r.RowCount);
        var isSaid = rows == 0 || mapping.Watch?.Contains(column) == true
            || work.Options.IsConfirmed(DictionaryEntry.KeyOf(ReadingTopic.Column, column), ColumnSaying.Watched);
        return new DictionaryEntry(ReadingTopic.Column, column, "", null, ColumnSaying.Watched, rows, isSaid ? Standing.Known : Standing.Proposed,
            DictionaryWhy.LikeStatus(), $"--column \"{column}=effect\" or {ColumnSaying.Watched}, or --leave \"{column}\"");
    }

    private static IEnumerable<DictionaryEntry> Dates(ImportWork work, Mapping mapping) =>
        from rule in mapping.Fields
        where rule.Column is not null && ReportFields.Find(rule.Field)!.Type == FieldType.Date
        let forms = work.Counts.Dates.GetValueOrDefault(new FieldWord(rule.Field, rule.Column!, ""))
        select forms.AreHalfConverted ? Converted(rule, "", forms.Cells, Standing.NotKnown, DictionaryWhy.HalfConverted())
            : rule.DateCells != DateCells.Unstated
                ? Converted(rule, rule.DateCells == DateCells.Right ? ColumnSaying.CellsRight : ColumnSaying.CellsExchanged, 0, Standing.Known, null)
            : RecalledEntries.IsAgainst(work, rule, FieldType.Date) is { } rows
                ? new DictionaryEntry(ReadingTopic.DateOrder, rule.Column!, "", rule.Field, "", rows, Standing.NotKnown,
                    RecalledEntries.Against(work), SayOrder(rule))
            : Order(work, rule);

    private static string SayOrder(FieldRule rule) => $"--column \"{rule.Column}={ColumnSaying.DayFirst}\" or {ColumnSaying.MonthFirst}";

    private static DictionaryEntry Order(ImportWork work, FieldRule rule)
    {
        var two = work.Counts.Ambiguous.GetValueOrDefault(new FieldWord(rule.Field, rule.Column!, ""));
        var order = rule.DateOrder switch { DateOrder.DayMonthYear => ColumnSaying.DayFirst, DateOrder.MonthDayYear => ColumnSaying.MonthFirst, _ => "" };
        var why = two > 0 ? DictionaryWhy.TwoReadings() : order.Length == 0 ? DictionaryWhy.OneReading()
            : work.Proposal is null ? null : DictionaryWhy.OrderShown();
        return new DictionaryEntry(ReadingTopic.DateOrder, rule.Column!, "", rule.Field, order, two, two > 0 ? Standing.NotKnown : Standing.Known, why,
            SayOrder(rule));
    }

    private static DictionaryEntry Converted(FieldRule rule, string meaning, int rows, Standing standing, Phrase? why) =>
        new(ReadingTopic.DateOrder, rule.Column!, "", rule.Field, meaning, rows, standing, why,
            $"--column \"{rule.Column}={ColumnSaying.CellsRight}\" or {ColumnSaying.CellsExchanged}")
        { Choices = [new(ColumnSaying.CellsRight), new(ColumnSaying.CellsExchanged)] };

    private static IEnumerable<DictionaryEntry> Numbers(ImportWork work, Mapping mapping)
    {
        foreach (var rule in mapping.Fields.Where(f => f.Column is not null))
        {
            var (key, type) = (new FieldWord(rule.Field, rule.Column!, ""), ReportFields.Find(rule.Field)!.Type);
            if (rule.Unit is { Length: > 0 } unit && type is FieldType.Area or FieldType.Depth or FieldType.Length)
            {
                yield return Stated(work, rule, type, unit);
            }
            else if (work.Counts.Bare.TryGetValue(key, out var bare))
            {
                yield return Assumed(work, rule, type, bare);
            }

            if (work.Counts.Ambiguous.TryGetValue(key, out var two) && type != FieldType.Date)
            {
                yield return Sign(rule, "", two, Standing.NotKnown, DictionaryWhy.TwoReadings());
            }
            else if (RecalledEntries.IsAgainst(work, rule, type) is { } rows)
            {
                yield return Sign(rule, "", rows, Standing.NotKnown, RecalledEntries.Against(work));
            }
            else if (rule.DecimalComma is { } comma)
            {
                yield return Sign(rule, comma ? ColumnSaying.Comma : ColumnSaying.Point, 0, Standing.Known,
                    work.Proposal is null ? null : DictionaryWhy.SignShown());
            }
        }
    }

    private static DictionaryEntry Sign(FieldRule rule, string sign, int rows, Standing standing, Phrase? why) =>
        new(ReadingTopic.DecimalSign, rule.Column!, "", rule.Field, sign, rows, standing, why,
            $"--column \"{rule.Column}={ColumnSaying.Comma}\" or {ColumnSaying.Point}") { Matters = Weighty.Contains(rule.Field) };

    private static DictionaryEntry Unit(FieldRule rule, string unit, int rows, Standing standing, Phrase? why) =>
        new(ReadingTopic.Unit, rule.Column!, "", rule.Field, unit, rows, standing, why, $"--column \"{rule.Column}=UNIT\"")
        { Matters = Weighty.Contains(rule.Field) };

    /// <summary>A unit of the heading that no list has is asked about: its rows are refused by its name.</summary>
    private static DictionaryEntry Stated(ImportWork work, FieldRule rule, FieldType type, string unit) =>
        RecalledEntries.IsDrawnOtherwise(work, rule) is { } drawn ? Unit(rule, "", drawn.Rows, Standing.NotKnown, DictionaryWhy.UnitContradicted(drawn.Rounded)) :
        !LearnableWords.IsUnit(type, unit) ? Unit(rule, "", work.Rows.Count(r => r.Refusals.Any(p => p.Where?.Field == rule.Column)), Standing.NotKnown,
            DictionaryWhy.UnitUnknown(unit))
        : HeadingUnit.Of(rule.Column!, type) is { Length: > 0 } heading && !LearnableWords.IsUnit(type, heading)
            && work.State.Of<LearnedWords>().Find(WordRules.Unit, heading) is { } learned && learned.Meaning == unit
            ? Unit(rule, unit, 0, Standing.Known, DictionaryWhy.LearnedOn(ProgrammeTime.Of(work.State).DayOf(learned.Act.At)))
        : Unit(rule, unit, 0, Standing.Known, null);

    /// <summary>Numbers of which nobody states the unit are read in the field's own: m², cm, m.</summary>
    private static DictionaryEntry Assumed(ImportWork work, FieldRule rule, FieldType type, (int Rows, double Least) bare)
    {
        var own = UnitOf(type);
        var key = DictionaryEntry.KeyOf(ReadingTopic.Unit, rule.Column!);
        var isOpen = work.Unconfirmed.Contains(key);
        var drawn = rule.Field == "statedArea" ? DrawnUnit.Of(work.Rows) : default;
        return !isOpen ? Unit(rule, own, bare.Rows, Standing.Known, null)
            : drawn.IsProven ? Unit(rule, own, bare.Rows, Standing.Known, DictionaryWhy.UnitDrawn(drawn.Rows))
            : drawn.IsContradicted ? Unit(rule, "", bare.Rows, Standing.NotKnown, DictionaryWhy.UnitContradicted(drawn.Rounded))
            : type == FieldType.Depth && bare.Least >= 10 ? Unit(rule, own, bare.Rows, Standing.Known, DictionaryWhy.TooDeep())
            : Unit(rule, own, bare.Rows, work.Options.IsConfirmed(key, own) ? Standing.Known : Standing.Proposed, DictionaryWhy.UnitUnstated());
    }

    public static string UnitOf(FieldType type) => type switch { FieldType.Area => "m2", FieldType.Depth => "cm", _ => "m" };

    private static IEnumerable<DictionaryEntry> Defaults(ImportWork work)
    {
        var (options, read) = (work.Options, work.Counts.Rows);
        // What all rows are said to be is no default: it is obeyed, or contradicted by the row.
        foreach (var (field, rows) in work.Counts.Silent.Where(s => s.Key != "effect" || options.As.Kind is null).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var (meaning, say) = field switch
            {
                "effect" => (ImportAs.StandsIn(options.Mapping ?? new Mapping()) ?? "", "--as WORD, or --rest-as WORD"),
                "kinds" => (Core.Land.Kinds.NameOf(options.Kinds), "--kind KINDS"),
                "end" => (options.On is { } on ? IsoDay.Text(on.Day) : "", "--on DATE"),
                _ => (options.Organisation ?? "", "--organisation NAME"),
            };
            var isProposed = meaning.Length > 0 && work.Unconfirmed.Contains(SaidForAll.KeyOf(field)) && !options.IsConfirmed(SaidForAll.KeyOf(field), meaning);
            yield return new DictionaryEntry(ReadingTopic.Default, field, "", field, meaning, rows,
                isProposed ? Standing.Proposed : meaning.Length > 0 ? Standing.Known : Standing.NotKnown,
                isProposed ? DictionaryWhy.OfLastFile() : meaning.Length > 0 ? null : DictionaryWhy.SaidNowhere(), say)
            {
                // Where some rows say it, the others are refused by name, and the rest may come in.
                Matters = rows == read || isProposed,
                Choices = field == "effect" ? [.. ImportAs.StandIns.Select(a => new ReadingChoice(a.Word, a.Meaning))] : null,
            };
        }
    }
}
