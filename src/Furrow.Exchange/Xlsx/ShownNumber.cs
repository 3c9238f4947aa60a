using System.Globalization;
using System.Text;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Xlsx;

/// <summary>What the format of a number cell shows beside its figures and must not be lost: zeros in front ("0000": 0007), letters and dashes of a code
/// ("SHA-"000), a unit behind (0.00" ha"). By the first section of the format (ECMA-376 part 1, 18.8.31).</summary>
internal static class ShownNumber
{
    private const int Longest = 60;

    /// <summary>Null where the format shows nothing but the number.</summary>
    public static string? Of(double number, string? format)
    {
        if (string.IsNullOrEmpty(format) || format.Length > Longest || number < 0 || Parts(format.Split(';')[0]) is not { } parts)
        {
            return null;
        }

        var zeros = parts.Sum(p => p.Zeros);
        if (parts.TrueForAll(p => p.Zeros > 0 || p.Literal is not null) && Math.Floor(number) == number && zeros > 0
            && (zeros > 1 || parts[..^1].Exists(p => p.Literal is { } l && l.Any(char.IsLetter))))
        {
            return Code(number, parts, zeros);
        }

        return parts[^1].Literal is { } unit && IsUnit(unit) ? number.ToString(CultureInfo.InvariantCulture) + " " + unit.Trim() : null;
    }

    private static bool IsUnit(string text) => text.Trim().Length > 0
        && (NumberText.Factor(FieldType.Area, text.Trim()) ?? NumberText.Factor(FieldType.Depth, text.Trim())
            ?? NumberText.Factor(FieldType.Length, text.Trim())) is not null;

    /// <summary>The figures stand in the places of the zeros, from the right; those beyond them in front of the first.</summary>
    private static string Code(double number, List<(string? Literal, int Zeros)> parts, int zeros)
    {
        var digits = number.ToString(new string('0', zeros), CultureInfo.InvariantCulture);
        var (text, left) = (new StringBuilder(), zeros);
        foreach (var (literal, count) in parts)
        {
            if (literal is not null)
            {
                text.Append(literal);
                continue;
            }

            text.Append(digits[(left == zeros ? 0 : digits.Length - left)..(digits.Length - left + count)]);
            left -= count;
        }

        return text.ToString();
    }

    /// <summary>Runs of zeros, and literal text; other figures (#, decimals, dates) are parts with neither. Null for a format of dates, texts or
    /// fractions.</summary>
    private static List<(string? Literal, int Zeros)>? Parts(string format)
    {
        var parts = new List<(string? Literal, int Zeros)>();
        void Add(string? literal, int zeros)
        {
            var isSame = parts.Count > 0 && (literal is null == parts[^1].Literal is null) && (zeros > 0 == parts[^1].Zeros > 0);
            if (isSame)
            {
                parts[^1] = (literal is null ? null : parts[^1].Literal + literal, parts[^1].Zeros + zeros);
            }
            else
            {
                parts.Add((literal, zeros));
            }
        }

        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"' when format.IndexOf('"', i + 1) is > 0 and var end:
                    Add(format[(i + 1)..end], 0);
                    i = end;
                    break;
                case '\\' when i + 1 < format.Length:
                    Add(format[++i].ToString(), 0);
                    break;
                case '[' when format.IndexOf(']', i) is > 0 and var close:
                    i = close;
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '0':
                    Add(null, 1);
                    break;
                case '-' or ' ' or '/' or '(' or ')':
                    Add(format[i].ToString(), 0);
                    break;
                case '#' or '.' or ',' or '?':
                    Add(null, 0);
                    break;
                default:
                    return null;
            }
        }

        return parts;
    }
}
