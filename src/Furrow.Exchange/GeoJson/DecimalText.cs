namespace Furrow.Exchange.GeoJson;

/// <summary>Reads the plain decimal numbers coordinates are written in. Up to 15 digits make a whole number that a double holds exactly, and so is the power
/// of ten it is divided by: one division, rounded once, is the nearest double (Clinger 1990). Everything else is left to the general reader.</summary>
internal static class DecimalText
{
    private const int MostDigits = 15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <param name="text">A number as JSON allows it.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out double number)
    {
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var isNegative = at == 1;
        int digits = 0, decimals = -1;
        ulong whole = 0;
        number = 0;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0' & 0xFF);
            if (digit <= 9)
            {
                whole = unchecked(whole * 10 + digit);
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (text[at] == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        if (digits is 0 or > MostDigits)
        {
            return false;
        }

        var absolute = decimals > 0 ? whole / Powers[decimals] : whole;
        number = isNegative ? -absolute : absolute;
        return true;
    }
}
