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

    public static string About(Texts texts, DictionaryEntry entry) =>
        entry.Value.Length > 0 ? $"{texts.Of("topic", entry.Topic)}, {entry.Of}" : texts.Of("topic", entry.Topic);

    /// <summary>Where rows lie, as the form shows it.</summary>
    public static GeometryColumns? PlaceShown(ImportPlan plan, ImportOptions options) => plan.Mapping.Geometry ?? options.Reading.Geometry;

    /// <summary>The field of the form that answers a question about the file as a whole; null for other entries, and for what is only confirmed.</summary>
    public static string? NameOf(DictionaryEntry entry, int number) =>
        entry.Standing != Standing.NotKnown && entry.Choices is null ? null : NameOf(entry.Topic, entry.Of, number);

    private static string? NameOf(ReadingTopic topic, string of, int number) => topic switch
    {
        ReadingTopic.Part => "layer",
        ReadingTopic.Headings => "header-row",
        ReadingTopic.Encoding => "encoding",
        ReadingTopic.System => "crs",
        ReadingTopic.AxisOrder => "axes",
        ReadingTopic.North => of.Length == 0 ? "north" : of,
        ReadingTopic.PointRole => Name("point-role", number),
        ReadingTopic.Hidden => "hidden",
        ReadingTopic.Totals => "sums",
        _ => null,
    };

    /// <summary>Whether a field of the form stands among the questions, and so nowhere else in it.</summary>
    public static bool Asks(ImportReadings dictionary, string name) => dictionary.Open.Take(Most).Select(NameOf).Contains(name);

    public static string Meaning(Texts texts, DictionaryEntry entry) => entry.Meaning.Length == 0 ? "–"
        : entry.Topic == ReadingTopic.Part ? texts["understood." + (entry.Meaning == "read" ? "read" : "not-read")]
        : Choice(texts, entry, entry.Meaning);

    public static string Choice(Texts texts, DictionaryEntry entry, string choice) => entry.Topic switch
    {
        ReadingTopic.Column => ReportFields.Find(choice) is { } field ? texts["field." + field.Name]
            : texts.Has("understood.place." + choice) ? texts["understood.place." + choice]
            : texts.Has("place." + choice) ? texts["place." + choice]
            : choice == ColumnSaying.Watched ? texts["understood.watched"] : choice,
        ReadingTopic.Again => texts["understood.again." + choice],
        ReadingTopic.Hidden => texts["hidden." + choice],
        ReadingTopic.Totals => texts["sums." + choice],
        ReadingTopic.AxisOrder => texts["import.axes." + choice],
        ReadingTopic.North => texts["place-north." + choice],
        ReadingTopic.PointRole => texts["point-role." + choice],
        ReadingTopic.DateOrder or ReadingTopic.DecimalSign => texts.Has("understood." + choice) ? texts["understood." + choice] : choice,
        ReadingTopic.Default when entry.Field == "effect" && texts.Has("import-as." + choice) => texts["import-as." + choice],
        ReadingTopic.Word or ReadingTopic.Default when entry.Field is { } named && ValueWords.Meanings(ReportFields.Find(named)!.Type).Count > 0 =>
            string.Join(", ", choice.Split(',').Select(m => MeaningWord.Of(texts, m))),
        _ => choice,
    };

    /// <summary>What an open reading can be; empty where it is said elsewhere on the page.</summary>
    public static IReadOnlyList<string> Choices(DictionaryEntry entry) => entry.Choices is { } shown ? [.. shown.Select(c => c.Word)] : entry.Topic switch
    {
        ReadingTopic.Word => entry.Field is { } field ? ValueWords.Meanings(ReportFields.Find(field)!.Type) : [],
        ReadingTopic.Column => [.. entry.Field is null ? PlaceSaying.All : [], .. ReportFields.All.Select(f => f.Name)],
        ReadingTopic.Again => DictionaryAgain.Words,
        ReadingTopic.DateOrder => [ColumnSaying.DayFirst, ColumnSaying.MonthFirst],
        ReadingTopic.DecimalSign => [ColumnSaying.Comma, ColumnSaying.Point],
        ReadingTopic.Unit => NumberText.UnitsOf(ReportFields.Find(entry.Field!)!.Type),
        _ => (IReadOnlyList<string>)[],
    };

    /// <summary>Two answers stand side by side: one click says which.</summary>
    public static bool IsFew(DictionaryEntry entry) => entry.Topic is ReadingTopic.DateOrder or ReadingTopic.DecimalSign;

    /// <summary>What is known of a column beside its field can be said otherwise where it is shown.</summary>
    public static bool IsChangeable(DictionaryEntry entry) => entry is { IsOpen: false, Meaning.Length: > 0 }
        && entry.Topic is ReadingTopic.DateOrder or ReadingTopic.DecimalSign or ReadingTopic.Unit && Choices(entry).Contains(entry.Meaning);

    /// <summary>What an open reading nearly always is: offered beside the list.</summary>
    public static IReadOnlyList<string> Likely(DictionaryEntry entry) => entry switch
    {
        { Meaning.Length: > 0 } => [],
        { Topic: ReadingTopic.Column, Field: null, Choices: null } => [PlaceSaying.Latitude, PlaceSaying.Longitude],
        { Topic: ReadingTopic.Default or ReadingTopic.Word, Field: "effect" } => ["suspected", "confirmed", "cleared"],
        _ => (IReadOnlyList<string>)[],
    };

    /// <summary>What the form says of an entry: in its list, or as one of the likely beside it; never both, where these differ.</summary>
    private static Outcome<string> SaidOf(IFormCollection form, int i, DictionaryEntry entry) =>
        form[Name("entry", i)].OfType<string>().Where(v => v.Length > 0).Distinct().ToList() switch
        {
            [] => "",
            [var one] => one,
            [var one, var other, ..] => Problems.ReadingSaidTwice(entry.Value.Length > 0 ? entry.Value : entry.Of, one, other),
        };

    /// <summary>The options with all that was said, and what stood there as proposed confirmed, unless the file is only to be looked at again. Only what the
    /// form showed counts: a meaning found since is asked about anew.</summary>
    public static Outcome<ImportOptions> Said(IFormCollection form, ImportPlan plan, ImportOptions options)
    {
        var (mapping, isConfirming, confirmed, claimed) = (plan.Mapping, !form.ContainsKey("look"), new HashSet<string>(options.Confirmed), new HashSet<string>());
        for (var i = 0; i < Most && form[Name("entry-key", i)].ToString() is { Length: > 0 } key; i++)
        {
            if (plan.Dictionary.Open.FirstOrDefault(e => e.Key == key) is not { } entry)
            {
                continue;
            }

            var answer = SaidOf(form, i, entry);
            if (answer.IsRefused)
            {
                return answer.Problem!;
            }

            var (said, shown) = (answer.Value!, form[Name("entry-shown", i)].ToString());
            if (entry.Topic == ReadingTopic.Again)
            {
                options = isConfirming || said != shown ? options with { Again = DictionaryAgain.Find(said) ?? options.Again } : options;
                continue;
            }

            if (said.Length > 0 && said != shown)
            {
                var changed = Say(mapping, entry, said);
                if (changed.IsRefused)
                {
                    return changed.Problem!;
                }

                mapping = changed.Value!;
                claimed.Add(key);
                confirmed.Add(DictionaryEntry.ClaimOf(key, said));
            }
            else if (OfAll(entry, form) is { } other && other != entry.Meaning)
            {
                claimed.Add(key);
            }
            else if (isConfirming && entry.Standing == Standing.Proposed && shown == entry.Meaning)
            {
                confirmed.Add(entry.Claim);
                claimed.Add(key);
            }
        }

        var all = Otherwise(form, plan, mapping, confirmed);
        return all.IsRefused ? all.Problem!
            : options with { Mapping = all.Value! with { Unconfirmed = Left(all.Value, claimed) }, Confirmed = confirmed };
    }

    /// <summary>The mapping with what is known and was said otherwise.</summary>
    private static Outcome<Mapping> Otherwise(IFormCollection form, ImportPlan plan, Mapping mapping, HashSet<string> confirmed)
    {
        for (var i = 0; form[Name("known-key", i)].ToString() is { Length: > 0 } key; i++)
        {
            var (said, shown) = (form[Name("known", i)].ToString(), form[Name("known-shown", i)].ToString());
            if (said.Length > 0 && said != shown && plan.Dictionary.Entries.FirstOrDefault(e => e.Key == key && IsChangeable(e)) is { } entry)
            {
                var changed = Say(mapping, entry, said);
                if (changed.IsRefused)
                {
                    return changed;
                }

                mapping = changed.Value!;
                confirmed.Add(DictionaryEntry.ClaimOf(key, said));
            }
        }

        return mapping;
    }

    /// <summary>What is typed for all rows, where the entry asks that.</summary>
    private static string? OfAll(DictionaryEntry entry, IFormCollection form) =>
        entry.Topic == ReadingTopic.Default && entry.Of is "end" or "organisation" && form[entry.Of == "end" ? "on" : "organisation"].ToString() is { Length: > 0 } typed
            ? typed.Trim() : null;

    /// <summary>What stood in the form as proposed and was confirmed, as it was shown; nothing where the file is only to be looked at again.</summary>
    public static IReadOnlyList<string> Confirmed(IFormCollection form, ImportReadings dictionary) => form.ContainsKey("look") ? [] :
    [
        .. from i in Enumerable.Range(0, Most)
           let entry = dictionary.Open.FirstOrDefault(e => e.Key == form[Name("entry-key", i)].ToString())
           where entry is { Standing: Standing.Proposed } && entry.Meaning == form[Name("entry-shown", i)].ToString()
           select entry.Claim,
    ];

    private static List<string>? Left(Mapping mapping, HashSet<string> confirmed) =>
        mapping.Unconfirmed?.Where(k => !confirmed.Contains(k)).ToList() is { Count: > 0 } left ? left : null;

    private static Outcome<Mapping> Say(Mapping mapping, DictionaryEntry entry, string said) => entry.Topic switch
    {
        ReadingTopic.Word when said != ImportForm.Left => mapping.WithMeaning(entry.Of, entry.Value, said),
        ReadingTopic.Default => ImportAs.Find(said)?.In(mapping) ?? mapping,
        ReadingTopic.Word or ReadingTopic.Column when said == ImportForm.Left =>
            mapping with { Leave = [.. mapping.Leave ?? [], entry.Of], Fields = [.. mapping.Fields.Where(f => f.Column != entry.Of)] },
        _ => mapping.Say(entry.Of, said),
    };

    private static string Name(string what, int i) => string.Create(CultureInfo.InvariantCulture, $"{what}-{i}");
}
