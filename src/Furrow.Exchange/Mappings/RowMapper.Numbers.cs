using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>Numbers with their units, and dates in several columns.</summary>
internal sealed partial class RowMapper
{
    /// <summary>A date given in a column of years, one of months and perhaps one of days: a month with a word or number, what is empty not known.</summary>
    private string? Composed(FieldRule rule, string? year)
    {
        string? Part(string? column)
        {
            if (column is not null)
            {
                _used.Add(column);
            }

            return column is null || string.IsNullOrWhiteSpace(_row[column]) ? null : _row[column]!.Trim();
        }

        var (month, day) = (Part(rule.Month), Part(rule.Day));
        var isNumber = month is not null && month.All(char.IsAsciiDigit);
        return month is null && day is null ? year
            : year is null || month is null ? $"{day ?? "?"} {month ?? "?"} {year ?? "?"}"
            : day is null ? $"{month} {year}" : isNumber ? $"{year}-{month}-{day}" : $"{day} {month} {year}";
    }

    private double? Number(string field, FieldType type, Func<Phrase> expected)
    {
        var (rule, raw) = Raw(field);
        if (raw is null || InSaidUnit(field, rule!, raw) is not { } value)
        {
            return null;
        }

        if (rule!.Unit is { Length: > 0 } strange && NumberText.Factor(type, strange) is null)
        {
            Complain(field, Problems.UnitUnknown(_row.File, _row.Row, rule.Column ?? field, strange, string.Join(", ", NumberText.UnitsOf(type))));
            return null;
        }

        var (stated, own) = (NumberText.UnitIn(value), NumberText.Factor(type, NumberText.UnitIn(value)));
        if (rule.Unit is { Length: > 0 } unit && stated.Length > 0 && own is not null && own != NumberText.Factor(type, unit))
        {
            Complain(field, Unreadable(rule, value, $"{expected()} in {unit}, as its column says: the cell itself states {stated}"));
            return null;
        }

        var number = NumberText.Parse(value, IsNumber(rule) ? false : rule.DecimalComma, type, rule.Unit);
        if (number is null or < 0)
        {
            Complain(field, Unreadable(rule, value, $"{expected()} that can be read in one way; say the unit and the decimal sign in the mapping"));
            return null;
        }

        if (field == "statedArea" && number is > 0 and < 0.1 && stated.Length == 0 && string.IsNullOrEmpty(rule.Unit))
        {
            // Squares of degrees, left by a map program; or hectares.
            Complain(field, Unreadable(rule, value, $"{expected()} that can be read in one way; say the unit and the decimal sign in the mapping"));
            return null;
        }

        if (stated.Length > 0 && string.IsNullOrEmpty(rule.Unit) && own is not (null or 1))
        {
            var unitOfField = type switch { FieldType.Area => "m²", FieldType.Depth => "cm", _ => "m" };
            _notes = [.. _notes, Notes.UnitRead(rule.Column ?? field, value, number.Value, unitOfField)];
        }

        return number;
    }

    /// <summary>The value with a known unit, where a person has said what the unit of the cell means. Null, with a complaint, where its rows are left
    /// out.</summary>
    private string? InSaidUnit(string field, FieldRule rule, string value)
    {
        if (rule.Values is null || NumberText.UnitIn(value) is not { Length: > 0 } unit || rule.MeaningOf(unit) is not ({ } meaning and not FieldRule.Unknown))
        {
            return value;
        }

        if (meaning == FieldRule.LeftOut)
        {
            Complain(field, Problems.WordLeftOut(_row.File, _row.Row, rule.Column ?? field, value));
            return null;
        }

        return NumberText.InUnit(value, meaning);
    }

    private bool IsNumber(FieldRule rule) => rule.Column is { } column && _row.Fields.FirstOrDefault(f => f.Name == column).IsNumber;

    /// <summary>Whole centimetres. Nobody searches to less than five of them, and nobody below a kilometre: where no unit is said, metres may be
    /// meant.</summary>
    private int? Depth(string field)
    {
        var number = Number(field, FieldType.Depth, static () => $"a depth");
        if (number is not { } read)
        {
            return null;
        }

        var (rule, value) = Raw(field);
        var isSaid = rule!.Unit is { Length: > 0 } || NumberText.UnitIn(value!).Length > 0;
        if (read is > 0 and < 1 or > 100_000 || !isSaid && read is > 0 and < 5 && rule.Column is not null)
        {
            Complain(field, Unreadable(rule, value!, $"a depth in cm; say the unit in the mapping"));
            return null;
        }

        return (int)Math.Round(read);
    }
}
