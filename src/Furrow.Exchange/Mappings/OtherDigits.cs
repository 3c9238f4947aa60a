namespace Furrow.Exchange.Mappings;

/// <summary>Numbers and dates written with the digits of Arabic, Persian and Urdu (Unicode U+0660 to U+0669, U+06F0 to U+06F9) and their own signs: a decimal
/// sign (U+066B) and one that parts thousands (U+066C), which no other script takes for each other.</summary>
internal static class OtherDigits
{
    public const char Decimal = '\u066B', Thousands = '\u066C';

    /// <summary>The same text with digits 0 to 9; signs stay.</summary>
    public static string Plain(string text) => !text.AsSpan().ContainsAnyInRange('\u0660', '\u06F9') ? text
        : string.Create(text.Length, text, (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = from[i] switch
                {
                    >= '\u0660' and <= '\u0669' => (char)('0' + from[i] - '\u0660'),
                    >= '\u06F0' and <= '\u06F9' => (char)('0' + from[i] - '\u06F0'),
                    _ => from[i],
                };
            }
        });

    /// <summary>A decimal sign or one between thousands that can be read in one way only.</summary>
    public static bool AreCertain(string text) => text.AsSpan().ContainsAny(Decimal, Thousands);
}
