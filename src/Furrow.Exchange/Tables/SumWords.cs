using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>Words that begin the row of a sum: in the languages of the program, Bosnian/Croatian/Serbian, German, French and Spanish, folded.</summary>
internal static class SumWords
{
    private const int Longest = 60;

    private static readonly HashSet<string> Words = [.. ("total|totals|grand total|sub total|subtotal|sum|sums|overall|all areas|average|mean|count|cemi|cem|yekun|umumi|"
        + "umumi cem|toplam|genel toplam|ara toplam|ortalama|итого|всего|сумма|общий итог|среднее|ukupno|svega|zbir|suma|sveukupno|prosjek|укупно|свега|"
        + "summe|gesamt|gesamtsumme|zwischensumme|insgesamt|mittelwert|somme|total general|sous total|moyenne|suma total|promedio|"
        + "збир|کل|کل تعداد|مجموعہ|مجموعی|میزان").Split('|').Select(Mappings.Words.Fold)];

    /// <summary>"Total", "TOTAL:", "Total area", "Grand total (3)", "3 areas in total"; no code such as "Total-01".</summary>
    public static bool IsSum(string text)
    {
        if (text.Length > Longest || StatusColumns.IsCode(text) && !text.Contains(' '))
        {
            return false;
        }

        var words = Mappings.Words.Fold(text).Split(' ');
        return Words.Contains(words[0]) || words.Length > 1 && (Words.Contains($"{words[0]} {words[1]}") || words[0].All(char.IsDigit) && words.Any(Words.Contains))
            || Words.Contains(words[^1]);
    }
}
