using System.Globalization;

namespace Furrow.Core.Intents;

/// <summary>Reads what somebody typed for one field into the one form it has inside (days as 2016-12-31, numbers with a decimal point, "yes" and "no"), or
/// says why not, naming the field in words. The one place for all doors.</summary>
public static class FieldReader
{
    public const string Yes = "yes";
    public const string No = "no";

    private const int DecimalsOfDegrees = 9;

    /// <param name="text">Not blank.</param>
    public static Outcome<string> Read(FieldDescription field, string text)
    {
        var trimmed = TextRules.Trim(text);
        return TextRules.Fault(trimmed, field.Longest, field.HasLines) switch
        {
            TextFault.TooLong => Problems.FieldTooLong(field.Name, field.Label, field.Longest),
            TextFault.Unseen => Problems.FieldUnseen(field.Name, field.Label),
            _ => field.Kind switch
            {
                FieldKind.Day => IsoDay.Read(trimmed) is { } day ? IsoDay.Text(day) : Problems.FieldNotADay(field.Name, field.Label, field.Echo(trimmed)),
                FieldKind.Number => Number(field, trimmed),
                FieldKind.Choice => field.Choices.Contains(trimmed) ? trimmed
                    : Problems.FieldNotAChoice(field.Name, field.Label, field.Echo(trimmed), string.Join(", ", field.Choices)),
                FieldKind.YesNo => trimmed is Yes or No ? trimmed : Problems.FieldNotYesOrNo(field.Name, field.Label, field.Echo(trimmed)),
                FieldKind.Position => Position(field, trimmed),
                _ => trimmed,
            },
        };
    }

    /// <summary>The refusal of a number that a door itself could not read in one way.</summary>
    public static Problem NotANumber(FieldDescription field, string text) => Problems.FieldNotANumber(field.Name, field.Label, field.Echo(text));

    /// <summary>With its unit behind it or without. No sign between thousands: "1,250" could be two numbers.</summary>
    private static Outcome<string> Number(FieldDescription field, string text)
    {
        var digits = field.Unit.Length > 0 && text.EndsWith(field.Unit, StringComparison.Ordinal) ? text[..^field.Unit.Length].TrimEnd() : text;
        if (!decimal.TryParse(digits.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number))
        {
            return NotANumber(field, text);
        }

        return field.IsWhole && number != decimal.Truncate(number) ? Problems.FieldNotWhole(field.Name, field.Label, field.Echo(text))
            : number < field.Least ? Problems.FieldTooSmall(field.Name, field.Label, Plain(field.Least!.Value), field.Unit)
            : number > field.Most ? Problems.FieldTooLarge(field.Name, field.Label, Plain(field.Most!.Value), field.Unit)
            : Plain(number);
    }

    private static Outcome<string> Position(FieldDescription field, string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Degrees(parts[0], 90) is { } latitude && Degrees(parts[1], 180) is { } longitude ? $"{latitude}, {longitude}"
            : Problems.FieldNotAPosition(field.Name, field.Label, field.Echo(text));
    }

    private static string? Degrees(string text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && Math.Abs(degrees) <= most ? Plain(Math.Round(degrees, DecimalsOfDegrees)) : null;

    /// <summary>Equal numbers have one text.</summary>
    private static string Plain(decimal number) => (number == 0 ? 0 : number).ToString("0.############################", CultureInfo.InvariantCulture);
}
