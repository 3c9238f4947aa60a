using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>Reads numbers as people write them: with a decimal point or comma, groups of three, and a unit behind.</summary>
public static class NumberText
{
    /// <summary>The number, or null when the text is none. "1,234" alone could be two numbers: it is refused unless the sign is stated.</summary>
    public static double? Parse(string text, bool? decimalComma)
    {
        text = OtherDigits.Plain(text);
        if (OtherDigits.AreCertain(text))
        {
            // A mixture of signs of two scripts is no number.
            return text.AsSpan().ContainsAny(',', '.') ? null
                : Parse(text.Replace(OtherDigits.Thousands, ',').Replace(OtherDigits.Decimal, '.') + (text.Contains(OtherDigits.Decimal) ? "" : ".0"), false);
        }

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

    /// <summary>The same number with another unit behind it.</summary>
    public static string InUnit(string text, string unit) => Parted(text).Digits.TrimEnd() + " " + unit;

    private static (string Digits, string Unit) Parted(string text)
    {
        text = OtherDigits.Plain(text);
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) || end > 1 && text[end - 1] is '2' && (char.IsLetter(text[end - 2]) || text[end - 2] == '^'))
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

    /// <summary>What one of the unit is in the unit of the field: m², cm, m. Feet and acres are the international ones (0.3048 m; 43,560 sq ft).</summary>
    public static double? Factor(FieldType type, string? unit) => (type, Plain(unit)) switch
    {
        (_, "") => 1,
        (FieldType.Area, "m2" or "sqm" or "sq m" or "m sq" or "sq metres" or "sq meters" or "sq metre" or "sq meter" or "square metres"
            or "square meters" or "square metre"
            or "square meter" or "sq mtr" or "sqmt" or "м2" or "кв м" or "квм" or "кв метр" or "кв метров" or "квадратных метров" or "m kv" or "mkv"
                or "kv m" or "kvm"
            or "kvadrat metr" or "metrekare" or "m kare" or "kvadratnih metara" or "مربع میٹر" or "m 2" or "m^2") => 1,
        (FieldType.Area, "ha" or "га" or "hectare" or "hectares" or "hektar" or "hektara" or "hektari" or "гектар" or "гектара" or "гектаров" or "has"
            or "ہیکٹر") => 10_000,
        (FieldType.Area, "km2" or "sqkm" or "sq km" or "km sq" or "square kilometres" or "square kilometers" or "square km" or "км2" or "кв км"
            or "kv km" or "km 2" or "km^2") =>
            1_000_000,
        (FieldType.Area, "dunum" or "dunums" or "dunam" or "dunams" or "donum" or "donums" or "dönüm" or "dekar" or "dekara" or "dekare" or "decare"
            or "decares" or "da"
            or "dulum" or "дунум" or "декар" or "دونم") => 1_000,
        (FieldType.Area, "are" or "ares" or "ar" or "ari" or "ара" or "ар") => 100,
        (FieldType.Area, "acre" or "acres" or "ac" or "акр" or "акров" or "akr" or "ایکڑ") => 4_046.8564224,
        (FieldType.Area, "sq ft" or "sqft" or "ft2" or "ft sq" or "square feet" or "square foot" or "sq feet" or "sq foot" or "ft 2") => 0.09290304,
        (FieldType.Area, "sq yd" or "sqyd" or "yd2" or "square yards" or "square yard" or "sq yards") => 0.83612736,
        (FieldType.Area, "sq mi" or "sqmi" or "mi2" or "square miles" or "square mile" or "sq miles") => 2_589_988.110336,
        (FieldType.Depth, "cm" or "cms" or "sm" or "см" or "centimetre" or "centimetres" or "centimeter" or "centimeters" or "santimetr"
            or "santimetre" or "سینٹی میٹر") => 1,
        (FieldType.Depth, "m" or "м" or "metre" or "metres" or "meter" or "meters" or "metr" or "mtr" or "метр" or "метров" or "میٹر") => 100,
        (FieldType.Depth, "mm" or "мм" or "millimetres" or "millimeters") => 0.1,
        (FieldType.Depth, "in" or "inch" or "inches") => 2.54,
        (FieldType.Depth, "ft" or "feet" or "foot") => 30.48,
        (FieldType.Length, "m" or "м" or "metre" or "metres" or "meter" or "meters" or "metr" or "mtr" or "метр" or "метров" or "میٹر") => 1,
        (FieldType.Length, "cm" or "sm" or "см") => 0.01,
        (FieldType.Length, "km" or "км" or "kilometres" or "kilometers") => 1_000,
        (FieldType.Length, "ft" or "feet" or "foot") => 0.3048,
        (FieldType.Length, "yd" or "yard" or "yards") => 0.9144,
        _ => null,
    };

    /// <summary>Units that a person chooses from: the field's own first.</summary>
    public static IReadOnlyList<string> UnitsOf(FieldType type) => type switch
    {
        FieldType.Area => ["m2", "ha", "km2", "dunam", "acre", "sq ft"],
        FieldType.Depth => ["cm", "m", "mm", "in", "ft"],
        FieldType.Length => ["m", "cm", "km", "ft", "yd"],
        _ => [],
    };

    /// <summary>Small letters, a plain 2, no full stops.</summary>
    private static string Plain(string? unit) => string.Join(' ', (unit ?? "").ToLowerInvariant().Replace('²', '2').Replace('.', ' ').Replace('_', ' ')
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>"1 234 567,5" is one number; "40 61" is two, and so is "44.5 13".</summary>
    private static bool BlanksPartThousands(string text)
    {
        var end = text.LastIndexOfAny(['.', ',']);
        var parts = (end < 0 ? text : text[..end]).TrimStart('-', '+').Split((char[]?)null);
        return (end < 0 || !text.AsSpan(end).ContainsAny(' ', '\u00A0')) && parts.Skip(1).All(p => p.Length == 3);
    }

    private static bool LooksGrouped(string digits, char groups)
    {
        var parts = digits.TrimStart('-', '+').Split(groups);
        return parts.Length == 1 || parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(p => p.Length == 3 && p.All(char.IsAsciiDigit));
    }
}
