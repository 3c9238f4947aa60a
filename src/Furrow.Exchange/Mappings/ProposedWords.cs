using System.Buffers;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>How a meaning is proposed for a word that no list has.</summary>
public enum ProposedBy : byte
{
    /// <summary>One letter differs from a known word.</summary>
    Spelling,

    /// <summary>A known word with a number, a date or a bracket beside it.</summary>
    Beside,
}

/// <param name="Meaning">As a mapping file names it.</param>
/// <param name="Word">The known word.</param>
public sealed record ProposedMeaning(string Meaning, string Word, ProposedBy By);

/// <summary>Proposes what an unknown word may mean, for a person to confirm. It goes no further than a slip of the pen and a date beside the word: whatever
/// else stands in the value may be a negation, a plan, a part, an unfinished act or a doubt, in any language, and those are never proposed.</summary>
public static class ProposedWords
{
    /// <summary>Shorter words differ from each other by a letter.</summary>
    private const int Shortest = 6;
    private const int Longest = 60;

    private static readonly SearchValues<char> Doubts = SearchValues.Create("?؟¿!%٪~<>");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.)-:/ ");

    private static readonly (string Key, string Meaning)[] Effects =
        [.. StatusWords.All.Select(w => (Words.Fold(w.Word), ValueWords.Effects.First(e => e.Effect == w.Effect).Name))];

    private static readonly (string Key, string Meaning)[] Contamination =
        [.. KindWords.All.Where(w => w.Kinds != KindSet.All).Select(w => (Words.Fold(w.Word), Kinds.NameOf(w.Kinds)))];

    private static readonly (string Key, string Meaning)[] Reports = [.. ValueWords.ReportKinds.Select(k => (Words.Fold(k.Name), k.Name))];

    /// <param name="today">A date after it is a plan.</param>
    public static ProposedMeaning? For(FieldType type, string value, DateOnly today)
    {
        var known = type switch
        {
            FieldType.Effect => Effects,
            FieldType.Contamination => Contamination,
            FieldType.Kind => Reports,
            _ => [],
        };
        var proposed = known.Length == 0 || value.Length > Longest || value.AsSpan().ContainsAny(Doubts) ? null
            : BySpelling(known, value) ?? (type == FieldType.Effect ? ByWhatIsBeside(value, today) : null);
        return proposed is not null && IsRelease(proposed.Meaning) && DoubtWords.MayDeny(value) ? null : proposed;
    }

    /// <summary>A meaning that releases land.</summary>
    public static bool IsRelease(string meaning) => ValueWords.Effects.Any(e => e.Name == meaning && ReportKinds.IsRelease(e.Effect));

    /// <summary>The first and last letter of each word stand: beginnings and endings turn a meaning round ("remined", "deminira").</summary>
    private static ProposedMeaning? BySpelling((string Key, string Meaning)[] known, string value)
    {
        if (KnownText.Key(value) is not { Length: >= Shortest } key)
        {
            return null;
        }

        var near = known.Where(k => k.Key.Length >= Shortest && Math.Abs(k.Key.Length - key.Length) <= 1 && KeepEdges(k.Key, key) && DifferByOne(k.Key, key))
            .ToList();
        return near.Select(n => n.Meaning).Distinct().Count() == 1 ? new ProposedMeaning(near[0].Meaning, near[0].Key, ProposedBy.Spelling) : null;
    }

    private static bool KeepEdges(string one, string other)
    {
        string[] first = one.Split(' '), second = other.Split(' ');
        return first.Length == second.Length && first.Zip(second).All(p => p.First[0] == p.Second[0] && p.First[^1] == p.Second[^1]);
    }

    /// <summary>One letter too many, missing or another, or two exchanged.</summary>
    private static bool DifferByOne(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start])
        {
            start++;
        }

        var (left, right) = (shorter[start..], longer[start..]);
        return longer.Length > shorter.Length ? left == right[1..]
            : left.Length > 0 && (left[1..] == right[1..] || left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..]);
    }

    private static ProposedMeaning? ByWhatIsBeside(string value, DateOnly today)
    {
        var text = value.Trim();
        int open = text.IndexOfAny(['(', '[']), close = text.IndexOfAny([')', ']']);
        if (open >= 0 && close == text.Length - 1 && open > 0)
        {
            var (word, inside) = (text[..open].Trim(), text[(open + 1)..close].Trim());
            return ValueWords.Meaning(FieldType.Effect, word) is { } meaning
                && (IsPast(inside, today) || ValueWords.Meaning(FieldType.Effect, inside) == meaning) ? Of(meaning, word) : null;
        }

        var letters = text.AsSpan().IndexOfAnyExcept(OfNumbers);
        if (letters > 0 && ValueWords.Meaning(FieldType.Effect, text[letters..]) is { } listed)
        {
            // "2. Cleared" is a choice of a list, "2016 cleared" has its year; "1/2 cleared" is a half.
            var before = text[..letters].Trim();
            return IsChoice(before) || IsPast(before, today) ? Of(listed, text[letters..]) : null;
        }

        var digits = text.AsSpan().IndexOfAny(Digits);
        return digits > 0 && text[..digits].TrimEnd(' ', ',', ':', '-', '/') is var said && ValueWords.Meaning(FieldType.Effect, said) is { } known
            && IsPast(text[digits..], today) ? Of(known, said) : null;
    }

    private static ProposedMeaning? Of(string meaning, string word) =>
        meaning == ValueWords.Nothing ? null : new ProposedMeaning(meaning, Words.Fold(word), ProposedBy.Beside);

    private static bool IsChoice(string before) => before.Length is 2 or 3 && before[^1] is '.' or ')' or ':' && before[..^1].All(char.IsAsciiDigit);

    /// <summary>A day, month or year that is over, in whatever order its numbers stand.</summary>
    private static bool IsPast(string text, DateOnly today)
    {
        var (one, other) = (DateText.Parse(text, DateOrder.DayMonthYear, false), DateText.Parse(text, DateOrder.MonthDayYear, false));
        return (one ?? other) is { } date && date.Day <= today && (other ?? date).Day <= today;
    }
}
