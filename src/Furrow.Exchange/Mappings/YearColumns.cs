namespace Furrow.Exchange.Mappings;

/// <summary>A date in two or three columns: year and month, perhaps the day. Their names are alike but for these words: "Year" and "Month", "Completion year"
/// and "Completion month".</summary>
internal static class YearColumns
{
    private static readonly HashSet<string> Years = Split("year|yr|il|ili|yil|yili|год|godina|godine|سال");
    private static readonly HashSet<string> Months = Split("month|mon|mnth|ay|ayi|месяц|mjesec|mesec|مہینہ|ماہ");
    private static readonly HashSet<string> Days = Split("day|gun|gunu|день|число|dan|دن");
    private static readonly HashSet<string> Small = Split("of|the|clearance|cleared|completion|completed|end|ended|finish|survey|report|reported|date|"
        + "tarix|tarixi|tarih|"
        + "tarihi|дата|datum|work|demining|bitme|bitis|окончания|очистки|завершения|zavrsetka");
    private static readonly HashSet<string> Begins = Split("start|started|begin|begun|baslama|baslangic|начала|pocetka");

    /// <summary>Rules for the end and the start that no single column gives.</summary>
    public static IEnumerable<FieldRule> Rules(List<SampledColumn> columns, List<(string Column, string Field)> taken)
    {
        var free = columns.Where(c => c.Values.Count > 0 && taken.TrueForAll(t => t.Column != c.Name)).Select(c => c.Name).ToList();
        foreach (var year in free.Where(c => columns.Find(s => s.Name == c)!.Values.All(IsYear)))
        {
            if (Rest(year, Years) is not { } rest || Find(free, Months, rest) is not { } month)
            {
                continue;
            }

            var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var field = words.Any(Begins.Contains) ? "start" : "end";
            if (words.All(w => Small.Contains(w) || Begins.Contains(w)) && taken.TrueForAll(t => t.Field != field))
            {
                taken.Add((year, field));
                yield return new FieldRule { Field = field, Column = year, Month = month, Day = Find(free, Days, rest) };
            }
        }
    }

    private static string? Find(List<string> names, HashSet<string> words, string rest) => names.Find(n => Rest(n, words) == rest);

    /// <summary>The name without the word; null when it has none of them.</summary>
    private static string? Rest(string name, HashSet<string> words)
    {
        var parts = Words.Fold(name).Split(' ');
        return Array.Exists(parts, words.Contains) ? string.Join(' ', parts.Where(p => !words.Contains(p))) : null;
    }

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit) && text[0] is '1' or '2';

    private static HashSet<string> Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
