using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>How people label the points of a polygon: "TP1", "TP(1)", "1)", "1st", "1 TP", "3/12", "H-17/TP3", "A", "IV", in the digits of any script, with a
/// remark behind. What is read is where the points stand among each other, and nothing else.</summary>
internal static class PointLabels
{
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th"];

    /// <summary>The label without a remark behind a colon or in brackets, its digits as 0 to 9.</summary>
    public static string Core(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var c in label.Normalize(NormalizationForm.FormKC).Trim())
        {
            text.Append(CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c);
        }

        var core = text.ToString();
        core = core.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? core[..colon] : core;
        var open = core.LastIndexOfAny(['(', '[']);
        return (open > 0 && core[^1] is ')' or ']' && core.AsSpan(open).IndexOfAnyInRange('0', '9') < 0 ? core[..open] : core).Trim();
    }

    /// <summary>Letters and the number that goes with them; null where the label is of another kind.</summary>
    public static (string Letters, int Number)? Named(string label)
    {
        var core = Core(label).Trim('(', ')', '[', ']', '.', '#', '№', ' ');
        var letters = core.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (letters.Length < core.Length && PlainNumber.Whole(core.AsSpan(letters.Length)) is { } last
            && (letters.Length > 0 || core != label.Trim()))
        {
            return (Words.Fold(letters), last);
        }

        var rest = core.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var word = rest.Trim('-', '_', '.', ' ');
        return rest.Length < core.Length && PlainNumber.Whole(core.AsSpan(0, core.Length - rest.Length)) is { } first
            && (Ordinals.Contains(word, StringComparer.OrdinalIgnoreCase) || PointWords.Read(word) is not null)
            ? (Ordinals.Contains(word, StringComparer.OrdinalIgnoreCase) ? "" : Words.Fold(word), first) : null;
    }

    /// <summary>Where each of the points of one polygon stands, by their labels together: by the one number in which they differ, as letters, or as Roman
    /// numbers. Null where the labels do not tell it.</summary>
    public static IReadOnlyList<double>? OrderOf(IReadOnlyList<string> labels)
    {
        List<string> cores = [.. labels.Select(Core)];
        return ByNumber(cores) ?? ByRoman(cores) ?? ByLetter(cores);
    }

    /// <summary>They run from A or I on without a gap: labels of points, and not words that are short by chance.</summary>
    public static bool AreLettered(IReadOnlyList<string> labels)
    {
        List<string> cores = [.. labels.Select(Core)];
        return cores.Count > 2 && (ByRoman(cores) is not null || ByLetter(cores) is { } letters && letters.Max() - letters.Min() == letters.Length - 1
            && cores.Any(c => c[^1] is 'A' or 'a' or 'А' or 'а'));
    }

    private static double[]? ByNumber(List<string> cores)
    {
        var parsed = cores.ConvertAll(Parted);
        if (parsed.Exists(p => p.Numbers.Count == 0 || p.Text != parsed[0].Text || p.Numbers.Count != parsed[0].Numbers.Count))
        {
            return null;
        }

        var differ = Enumerable.Range(0, parsed[0].Numbers.Count).Where(i => parsed.Exists(p => p.Numbers[i] != parsed[0].Numbers[i])).ToList();
        var at = differ.Count == 1 ? differ[0] : cores.Count == 1 ? parsed[0].Numbers.Count - 1 : -1;
        return at < 0 ? null : Distinct(parsed.ConvertAll(p => (double?)p.Numbers[at]));
    }

    /// <summary>What stands around the numbers, and the numbers.</summary>
    private static (string Text, List<int> Numbers) Parted(string core)
    {
        var (text, numbers) = (new StringBuilder(), new List<int>());
        for (var i = 0; i < core.Length;)
        {
            var from = i;
            while (i < core.Length && char.IsAsciiDigit(core[i]))
            {
                i++;
            }

            if (i == from)
            {
                text.Append(core[i++]);
            }
            else if (PlainNumber.Whole(core.AsSpan(from, i - from)) is { } number)
            {
                numbers.Add(number);
                text.Append('\n');
                i += Ordinals.Any(o => core.AsSpan(i).Equals(o, StringComparison.OrdinalIgnoreCase)) ? 2 : 0;
            }
        }

        return (string.Join('\n', text.ToString().Split('\n').Select(Words.Fold)), numbers);
    }

    /// <summary>"A", "B", or behind what they share: "1A", "1B".</summary>
    private static double[]? ByLetter(List<string> cores)
    {
        if (cores.Exists(c => c.Length == 0 || !char.IsLetter(c[^1]) || c.Length > 1 && char.IsLetter(c[^2]) || c[..^1] != cores[0][..^1]))
        {
            return null;
        }

        return Distinct(cores.ConvertAll(c => (double?)char.ToUpperInvariant(c[^1])));
    }

    private static double[]? ByRoman(List<string> cores) =>
        Distinct(cores.ConvertAll(Roman)) is { } values
            && values.Order().SequenceEqual(Enumerable.Range(1, values.Length).Select(n => (double)n)) ? values : null;

    private static double? Roman(string core)
    {
        var sum = 0;
        for (var i = 0; i < core.Length; i++)
        {
            int value = Digit(core[i]), next = i + 1 < core.Length ? Digit(core[i + 1]) : 0;
            if (value == 0)
            {
                return null;
            }

            sum += value < next ? -value : value;
        }

        return sum > 0 ? sum : null;
    }

    private static int Digit(char c) => char.ToUpperInvariant(c) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 };

    private static double[]? Distinct(List<double?> values) => values.Exists(v => v is null) || values.Distinct().Count() < values.Count ? null
        : [.. values.Select(v => v!.Value)];
}
