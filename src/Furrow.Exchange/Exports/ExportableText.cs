using System.Globalization;
using System.Text;

namespace Furrow.Exchange.Exports;

/// <summary>Text as a format can hold it. What it cannot hold stands as U+FFFD, which every reader shows as a character that is missing, and is counted, so
/// that the export says it: nothing is dropped silently, and no text makes an export fail. Half of a surrogate pair is no character at all, and no
/// format holds it.</summary>
/// <param name="format">As people call it.</param>
/// <param name="isHeld">Whether it holds a character of the basic plane; those beyond it (two surrogates) are held by all.</param>
internal sealed class ExportableText(string format, Func<char, bool> isHeld)
{
    private const char Missing = '\uFFFD';

    /// <summary>As many are named; there is no end to what a hostile text may hold.</summary>
    private const int MostNamed = 8;

    private readonly SortedSet<char> _lost = [];
    private int _count;

    /// <summary>What was not held, in words; none when everything was.</summary>
    public IReadOnlyList<string> Losses => _count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture,
        $"{_count} characters that {format} cannot hold stand as U+FFFD: {string.Join(", ", _lost.Take(MostNamed).Select(c => $"U+{(int)c:X4}"))}{(
            _lost.Count > MostNamed ? " and others" : "")}.")];

    public string Of(string text)
    {
        StringBuilder? held = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (!isPair && (char.IsSurrogate(text[i]) || !isHeld(text[i])))
            {
                held ??= new StringBuilder(text, 0, i, text.Length);
                held.Append(Missing);
                _lost.Add(text[i]);
                _count++;
                continue;
            }

            held?.Append(text, i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }

        return held?.ToString() ?? text;
    }
}
