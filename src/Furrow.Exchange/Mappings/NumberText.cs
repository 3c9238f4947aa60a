using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>Reads numbers as people write them: with a decimal point or comma, groups of three, and a unit behind.</summary>
public static class NumberText
{
    /// <summary>The number, or null when the text is none. "1,234" alone could be two numbers: it is refused unless the sign is stated.</summary>
    public static double? Parse(string text, bool? decimalComma)
    {
        if (!BlanksPartThousands(text.Trim()))
        {
            return null;
        }

        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '\'' and not '\u2019'));
        int comma = digits.LastIndexOf(','), point = digits.LastIndexOf('.');
        var isComma = decimalComma
            ?? (comma >= 0 && (point >= 0 ? comma > point : !LooksGrouped(digits, ',') || digits.StartsWith("0,", StringComparison.Ordinal)));
        if (decimalComma is null && comma >= 0 && point < 0 && !isComma && digits.Count(c => c == ',') == 1)
        {
            return null;
        }

        var (groups, mark) = isComma ? ('.', ',') : (',', '.');
        var whole = digits.Split(mark)[0];
        if (digits.Contains(groups) && (digits.LastIndexOf(groups) > whole.Length || !LooksGrouped(whole, groups)))
        {
            return null;
        }

        var plain = digits.Replace(groups.ToString(), "", StringComparison.Ordinal).Replace(mark, '.');
        return PlainNumber.Real(plain);
    }

    /// <summary>The number in the base unit; a unit in the text itself goes before the stated one. Null when number or unit is not known, and for a text such
    /// as "1,234" or "12.500", which may be two numbers, unless the decimal sign is stated.</summary>
    public static double? Parse(string text, bool? decimalComma, FieldType type, string? unit)
    {
        var (digits, own) = Parted(text);
        var factor = Factor(type, own.Length > 0 ? own : unit);
        return factor is { } f && !(decimalComma is null && MayPartThousands(digits)) && Parse(digits, decimalComma) is { } number ? number * f : null;
    }

    /// <summary>The unit behind a number; empty where there is none.</summary>
    public static string UnitIn(string text) => Parted(text).Unit;

    private static (string Digits, string Unit) Parted(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) || end > 1 && text[end - 1] is '2' && char.IsLetter(text[end - 2]))
        {
            end--;
        }

        return (text[..end], text[end..].Trim(' ', '.', '\u00A0'));
    }

    /// <summary>One point with three figures behind it, and one to three before it that are no single zero.</summary>
    private static bool MayPartThousands(string text)
    {
        var digits = text.Trim().TrimStart('-', '+');
        return digits.Count(c => c == '.') == 1 && !digits.StartsWith("0.", StringComparison.Ordinal) && LooksGrouped(digits, '.');
    }

    public static double? Factor(FieldType type, string? unit) => (type, unit?.ToLowerInvariant().Replace('²', '2')) switch
    {
        (_, null or "") => 1,
        (FieldType.Area, "m2" or "sqm" or "sq m" or "м2" or "кв.м" or "кв м" or "mkv") => 1,
        (FieldType.Area, "ha" or "га" or "hectare" or "hectares" or "hektar") => 10_000,
        (FieldType.Area, "km2" or "sqkm" or "sq km" or "км2") => 1_000_000,
        (FieldType.Area, "dunum" or "dunam" or "dekar" or "dönüm" or "donum" or "da") => 1_000,
        (FieldType.Depth, "cm" or "sm" or "см") => 1,
        (FieldType.Depth, "m" or "м") => 100,
        (FieldType.Depth, "mm" or "мм") => 0.1,
        (FieldType.Length, "m" or "м") => 1,
        (FieldType.Length, "cm" or "sm" or "см") => 0.01,
        (FieldType.Length, "km" or "км") => 1_000,
        _ => null,
    };

    /// <summary>"1 234 567,5" is one number; "40 61" is two.</summary>
    private static bool BlanksPartThousands(string text)
    {
        var end = text.LastIndexOfAny(['.', ',']);
        var parts = (end < 0 ? text : text[..end]).TrimStart('-', '+').Split((char[]?)null);
        return parts.Length == 1 && !text.AsSpan(Math.Max(end, 0)).ContainsAny(' ', '\u00A0') || parts.Skip(1).All(p => p.Length == 3);
    }

    private static bool LooksGrouped(string digits, char groups)
    {
        var parts = digits.TrimStart('-', '+').Split(groups);
        return parts.Length == 1 || parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(p => p.Length == 3 && p.All(char.IsAsciiDigit));
    }
}
