using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Furrow.Core;

/// <summary>A sentence as it is written in the source: its pattern ("Report {0} is {1}.") and the arguments of its holes, caught by the compiler where an
/// interpolated string stands (<c>Phrase p = $"Report {code} is {status}.";</c>). Whoever says it in another language needs no English to be read again,
/// and an argument comes out as it went in, whatever it holds. No constructor takes a text; what may stand in a hole is what <c>AppendFormatted</c>
/// takes, and a sealed text is not among it: it would not compile.</summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(PhraseJson))]
public sealed class Phrase : IEquatable<Phrase>
{
    private readonly PhraseArgument[] _arguments;
    private int _lettersLeft;
    private int _filled;

    /// <summary>For the compiler alone (a test looks). It says beforehand how much follows; nothing more is taken.</summary>
    public Phrase(int literalLength, int formattedCount)
    {
        _lettersLeft = literalLength;
        _arguments = formattedCount == 0 ? [] : new PhraseArgument[formattedCount];
    }

    private Phrase(string pattern, PhraseArgument[] arguments) => (Pattern, _arguments, _filled) = (pattern, arguments, arguments.Length);

    /// <summary>A composite format with its holes in order: {0}, {1} ... Braces that are meant are doubled.</summary>
    public string Pattern { get; private set; } = "";

    public IReadOnlyList<PhraseArgument> Arguments => _arguments;

    /// <summary>English, the same on every machine.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Pattern, _arguments);

    public bool Equals(Phrase? other) => other is not null && Pattern == other.Pattern && Arguments.SequenceEqual(other.Arguments);

    public override bool Equals(object? obj) => Equals(obj as Phrase);

    public override int GetHashCode() => HashCode.Combine(Pattern, Arguments.Count == 0 ? 0 : Arguments[0].GetHashCode());

    public void AppendLiteral(string text)
    {
        _lettersLeft -= text.Length;
        Pattern += _lettersLeft < 0 ? throw new InvalidOperationException("A sentence is written once.") : text.AsSpan().ContainsAny('{', '}')
            ? text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : text;
    }

    public void AppendFormatted(string? text) => Put(new(ArgumentKind.Code, text ?? ""));

    public void AppendFormatted(char letter) => Put(new(ArgumentKind.Code, letter.ToString()));

    public void AppendFormatted(Guid id) => Put(new(ArgumentKind.Code, id.ToString()));

    public void AppendFormatted(long number, string? format = null) => Put(new(ArgumentKind.Number, number.ToString(format, CultureInfo.InvariantCulture)));

    public void AppendFormatted(double number, string? format = null) => Put(new(ArgumentKind.Number, number.ToString(format, CultureInfo.InvariantCulture)));

    public void AppendFormatted(decimal number, string? format = null) => Put(new(ArgumentKind.Number, number.ToString(format, CultureInfo.InvariantCulture)));

    public void AppendFormatted(DateOnly date, string format = "yyyy-MM-dd") => Put(new(ArgumentKind.Date, date.ToString(format, CultureInfo.InvariantCulture)));

    public void AppendFormatted(DateTimeOffset time, string format) => Put(new(ArgumentKind.Date, time.ToString(format, CultureInfo.InvariantCulture)));

    public void AppendFormatted(Word word) => Put(new(ArgumentKind.Word, word.English));

    /// <summary>A sentence that is nothing but one argument is that argument.</summary>
    public void AppendFormatted(Phrase phrase) => Put(phrase is { Pattern: "{0}" } ? phrase.Arguments[0] : new(phrase));

    public void AppendFormatted(Problem problem) => AppendFormatted(problem.Phrase);

    /// <summary>As a fact or a snapshot keeps it.</summary>
    /// <exception cref="FormatException">The pattern is none, or has other holes than arguments.</exception>
    internal static Phrase Kept(string pattern, PhraseArgument[] arguments)
    {
        var holes = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is '{' or '}')
            {
                var hole = string.Create(CultureInfo.InvariantCulture, $"{{{holes}}}");
                if (i + 1 < pattern.Length && pattern[i + 1] == pattern[i])
                {
                    i++;
                }
                else if (string.CompareOrdinal(pattern, i, hole, 0, hole.Length) == 0)
                {
                    (i, holes) = (i + hole.Length - 1, holes + 1);
                }
                else
                {
                    throw new FormatException("The pattern of a sentence is broken.");
                }
            }
        }

        return holes == arguments.Length ? new(pattern, arguments) : throw new FormatException("A sentence has other holes than arguments.");
    }

    private void Put(PhraseArgument argument)
    {
        Pattern += string.Create(CultureInfo.InvariantCulture, $"{{{_filled}}}");
        _arguments[_filled++] = argument;
    }
}
