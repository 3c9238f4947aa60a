namespace Furrow.Core;

/// <summary>Why a text that somebody typed is not kept as it stands.</summary>
public enum TextFault : byte
{
    None,
    TooLong,

    /// <summary>A letter nobody sees that changes how others read it: a control character, half a letter, a mark that turns the direction of text.</summary>
    Unseen,
}

/// <summary>What a text may be that people type into a form, a command line, JSON or a cell, in one place.</summary>
public static class TextRules
{
    /// <summary>Marks that turn the direction of the text behind them around.</summary>
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <summary>Without blanks around it, and with line ends of one kind.</summary>
    public static string Trim(string text) => text.Trim().ReplaceLineEndings("\n");

    /// <param name="longest">Most letters, counted as browsers count them (UTF-16).</param>
    /// <param name="mayHoldLines">Whether it may go over several lines.</param>
    public static TextFault Fault(string text, int longest, bool mayHoldLines) =>
        text.Length > longest ? TextFault.TooLong
        : !Enumerable.Range(0, text.Length).All(i => IsSeen(text, i) || (mayHoldLines && text[i] is '\n' or '\t')) ? TextFault.Unseen
        : TextFault.None;

    private static bool IsSeen(string text, int at)
    {
        var letter = text[at];
        return char.IsSurrogate(letter)
            ? char.IsHighSurrogate(letter) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1])
            : !char.IsControl(letter) && letter is not ('\u2028' or '\u2029' or '\uFFFE' or '\uFFFF') && !Turning.Contains(letter, StringComparison.Ordinal);
    }
}
