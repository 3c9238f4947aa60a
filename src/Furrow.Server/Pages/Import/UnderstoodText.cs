using System.Globalization;
using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Pages.Import;

/// <summary>The dictionary of an import as its page shows it, and takes back what a person says of it.</summary>
internal static class UnderstoodText
{
    /// <summary>More would be a form nobody reads; they come when these are said.</summary>
    public const int Most = 200;

    public static string Meaning(Texts texts, DictionaryEntry entry) => entry.Meaning.Length == 0 ? "–"
        : entry.Topic == ReadingTopic.Part ? texts["understood." + (entry.Meaning == "read" ? "read" : "not-read")]
        : Choice(texts, entry, entry.Meaning);

    public static string Choice(Texts texts, DictionaryEntry entry, string choice) => entry.Topic switch
    {
        ReadingTopic.Column => ReportFields.Find(choice) is { } field ? texts["field." + field.Name] : choice == "place" ? texts["understood.place"]
            : texts.Has("understood.place." + choice) ? texts["understood.place." + choice] : choice,
        ReadingTopic.DateOrder or ReadingTopic.DecimalSign => texts.Has("understood." + choice) ? texts["understood." + choice] : choice,
        ReadingTopic.Word or ReadingTopic.Default when entry.Field is { } named && ValueWords.Meanings(ReportFields.Find(named)!.Type).Count > 0 =>
            string.Join(", ", choice.Split(',').Select(m => MeaningWord.Of(texts, m))),
        _ => choice,
    };

    /// <summary>What an open reading can be; empty where it is said elsewhere on the page.</summary>
    public static IReadOnlyList<string> Choices(DictionaryEntry entry) => entry.Choices ?? entry.Topic switch
    {
        ReadingTopic.Word => ValueWords.Meanings(ReportFields.Find(entry.Field!)!.Type),
        ReadingTopic.Column => [.. entry.Field is null ? PlaceSaying.All : [], .. ReportFields.All.Select(f => f.Name)],
        ReadingTopic.DateOrder => [ColumnSaying.DayFirst, ColumnSaying.MonthFirst],
        ReadingTopic.DecimalSign => [ColumnSaying.Comma, ColumnSaying.Point],
        ReadingTopic.Unit => ReportFields.Find(entry.Field!)!.Type switch
        {
            FieldType.Area => ["m2", "ha", "km2", "dunum"],
            FieldType.Depth => ["cm", "m", "mm"],
            _ => ["m", "cm", "km"],
        },
        _ => (IReadOnlyList<string>)[],
    };

    /// <summary>The options with all that was said, and what stood there as proposed confirmed. Only what the form showed counts.</summary>
    public static Outcome<ImportOptions> Said(IFormCollection form, ImportPlan plan, ImportOptions options)
    {
        var (mapping, confirmed) = (plan.Mapping, new HashSet<string>(options.Confirmed));
        for (var i = 0; i < Most && form[Name("entry-key", i)].ToString() is { Length: > 0 } key; i++)
        {
            if (plan.Dictionary.Open.FirstOrDefault(e => e.Key == key) is not { } entry)
            {
                continue;
            }

            var said = form[Name("entry", i)].ToString();
            if (said.Length > 0 && said != entry.Meaning)
            {
                var changed = Say(mapping, entry, said);
                if (changed.IsRefused)
                {
                    return changed.Problem!;
                }

                mapping = changed.Value!;
                confirmed.Add(key);
            }
            else if (entry.Standing == Standing.Proposed)
            {
                confirmed.Add(key);
            }
        }

        return options with { Mapping = mapping with { Unconfirmed = Left(mapping, confirmed) }, Confirmed = confirmed };
    }

    private static List<string>? Left(Mapping mapping, HashSet<string> confirmed) =>
        mapping.Unconfirmed?.Where(k => !confirmed.Contains(k)).ToList() is { Count: > 0 } left ? left : null;

    private static Outcome<Mapping> Say(Mapping mapping, DictionaryEntry entry, string said) => entry.Topic switch
    {
        ReadingTopic.Word => mapping.WithMeaning(entry.Of, entry.Value, said),
        ReadingTopic.Column when said == ImportForm.Left =>
            mapping with { Leave = [.. mapping.Leave ?? [], entry.Of], Fields = [.. mapping.Fields.Where(f => f.Column != entry.Of)] },
        _ => mapping.Say(entry.Of, said),
    };

    private static string Name(string what, int i) => string.Create(CultureInfo.InvariantCulture, $"{what}-{i}");
}
