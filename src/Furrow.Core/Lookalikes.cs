using System.Text;

namespace Furrow.Core;

/// <summary>Letters of other scripts that look like Latin ones: Cyrillic, and Greek. Names folded as codes are stay apart by them (<see cref="CodeFolding"/>),
/// though nobody can see it; so a name that looks like another is asked about before it is taken.</summary>
public static class Lookalikes
{
    private const string Latin = "ABCEHIJKMOPQSTWXYaceijopqsxyhdl\u018F\u0259";
    private const string Cyrillic = "АВСЕНІЈКМОРԚЅТԜХУасеіјорԛѕхуһԁӏӘә";
    private const string LatinOfGreek = "ABEZHIKMNOPTYXo";
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

    /// <summary>How the name would be written in letters of another script that look the same.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var latin = Written(Written(name, Cyrillic, Latin), Greek, LatinOfGreek);
        return new[] { latin, Written(latin, Latin, Cyrillic), Written(latin, LatinOfGreek, Greek) }.Distinct().Where(other => !Codes.AreSame(other, name));
    }

    /// <summary>The first word with letters of two scripts; null where each word is of one.</summary>
    public static string? MixedWord(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => word.Normalize(NormalizationForm.FormC).Select(ScriptOf).Where(s => s != ' ').Distinct().Count() > 1);

    /// <summary>L, C or G; a blank for any other.</summary>
    private static char ScriptOf(char c) => !char.IsLetter(c) ? ' '
        : c is < '\u0250' or '\u0259' or (>= '\u1E00' and <= '\u1EFF') ? 'L'
        : c is (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') ? 'G'
        : c is >= '\u0400' and <= '\u052F' ? 'C' : ' ';

    private static string Written(string name, string from, string to) =>
        string.Concat(name.Select(c => from.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? to[at] : c));
}
