using System.Globalization;
using Furrow.Core.Land;

namespace Furrow.Exchange.Tests.Mappings;

/// <summary>A made-up value of a status column and what it says: an effect on land, or nothing that may be taken for one.</summary>
internal sealed record Phrase(string Tongue, string Text, LandEffect? Says);

/// <summary>Makes values as people type them, from a seed: acts, their negations and what is not finished, in five languages, in any case and with any
/// blanks.</summary>
internal static class PhraseMaker
{
    /// <summary>Ways of writing the same words.</summary>
    private static readonly Func<string, CultureInfo, string>[] Hands =
    [
        (text, _) => text,
        (text, culture) => text.ToUpper(culture),
        (text, culture) => text.ToLower(culture),
        (text, culture) => culture.TextInfo.ToUpper(text[0]) + text[1..],
        (text, _) => $"  {text} ",
        (text, _) => text.Replace(' ', '\u00A0'),
        (text, _) => text.Replace(" ", "  ", StringComparison.Ordinal),
        (text, _) => text.Replace(' ', '_'),
        (text, _) => text + ".",
        (text, _) => text.Normalize(System.Text.NormalizationForm.FormD),
        (text, _) => $"\u200F{text}\u200E",
    ];

    public static List<Phrase> Statuses(int count, int seed) => Shuffled(All().ToList(), count, seed);

    private static IEnumerable<Phrase> All()
    {
        foreach (var tongue in Tongue.All)
        {
            var done = tongue.Done.SelectMany(d => d.Words.Split('|').Select(w => (Text: w, Says: (LandEffect?)d.Effect))).ToList();
            var open = tongue.Open.Split('|');
            var texts = done
                .Concat(open.Select(w => (w, (LandEffect?)null)))
                .Concat(from frame in tongue.NotDone.Split('|') from word in done.Select(d => d.Text).Concat(open)
                    select (Framed(frame, word), (LandEffect?)null))
                .Concat(from frame in tongue.NotActed.Split('|') from word in tongue.Acts.Split('|') select (Framed(frame, word), (LandEffect?)null))
                .Concat(tongue.Whole.Split('|').Select(w => (w, (LandEffect?)null)));
            foreach (var (text, says) in texts)
            {
                foreach (var hand in Hands)
                {
                    yield return new Phrase(tongue.Name, hand(text, CultureInfo.GetCultureInfo(tongue.Name)), says);
                }
            }
        }
    }

    public static string Framed(string frame, string word) => frame.Replace("{0}", word, StringComparison.Ordinal);

    /// <summary>All plain ones, since they are few, and as many of the others as are wanted.</summary>
    private static List<Phrase> Shuffled(List<Phrase> all, int count, int seed)
    {
        var others = all.Where(p => p.Says is null).ToArray();
        new Random(seed).Shuffle(others);
        var plain = all.Where(p => p.Says is not null).ToList();
        return [.. plain, .. others.Take(count - plain.Count)];
    }
}
