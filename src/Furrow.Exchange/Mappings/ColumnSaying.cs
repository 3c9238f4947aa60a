using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>What a person says of one column, in words: the field it is, the half of a place, its unit, the order of its dates, whether
/// days that were converted are right, its decimal sign.</summary>
public static class ColumnSaying
{
    public const string DayFirst = "day-month-year", MonthFirst = "month-day-year", Comma = "decimal-comma", Point = "decimal-point",
        CellsRight = "cells-right", CellsExchanged = "cells-exchanged";

    /// <summary>A column that looks like a status is read as none, and rows it speaks against stay out.</summary>
    public const string Watched = "watched";

    /// <summary>The mapping with what was said; several words with commas between them.</summary>
    public static Outcome<Mapping> Say(this Mapping mapping, string column, string words)
    {
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var said = ReportFields.Find(word) is { } field ? mapping.AsField(column, field)
                : word == Watched ? mapping with { Watch = [.. (mapping.Watch ?? []).Union([column])] }
                : (mapping.Geometry ?? new GeometryColumns()).With(column, word) is { } places ? mapping.AsPlace(column, places)
                : mapping.AsWord(column, word);
            if (said.IsRefused)
            {
                return said;
            }

            mapping = said.Value!;
        }

        return mapping;
    }

    private static Mapping AsField(this Mapping mapping, string column, ReportField field)
    {
        var before = mapping.Fields.FirstOrDefault(f => f.Field == field.Name);
        var rule = before?.Column == column ? before : FieldRule.Said(field, column, before?.Constant);
        return mapping with { Fields = [.. mapping.Fields.Where(f => f.Field != field.Name && f.Column != column), rule] };
    }

    private static Mapping AsPlace(this Mapping mapping, string column, GeometryColumns places) =>
        mapping with { Geometry = places, Fields = [.. mapping.Fields.Where(f => f.Column != column)] };

    private static Outcome<Mapping> AsWord(this Mapping mapping, string column, string word)
    {
        var rule = mapping.Fields.FirstOrDefault(f => f.Column == column) ?? mapping.Fields.FirstOrDefault(f => f.Field == column && f.Column is not null);
        if (rule is null)
        {
            return Problems.MappingUnreadable(null, $"'{word}' is no word for a column; the fields are {string.Join(", ", ReportFields.All.Select(f => f.Name))}");
        }

        var type = ReportFields.Find(rule.Field)!.Type;
        var isMeasure = type is FieldType.Area or FieldType.Depth or FieldType.Length;
        var said = word switch
        {
            DayFirst when type == FieldType.Date => rule with { DateOrder = DateOrder.DayMonthYear },
            MonthFirst when type == FieldType.Date => rule with { DateOrder = DateOrder.MonthDayYear },
            CellsRight when type == FieldType.Date => rule with { DateCells = DateCells.Right },
            CellsExchanged when type == FieldType.Date => rule with { DateCells = DateCells.Exchanged },
            Comma when isMeasure => rule with { DecimalComma = true },
            Point when isMeasure => rule with { DecimalComma = false },
            _ when isMeasure && NumberText.Factor(type, word) is not null => rule with { Unit = word },
            _ => null,
        };
        return said is null ? Problems.MappingUnreadable(null, $"'{word}' says nothing of the column '{column}', which is read as the field {rule.Field}")
            : mapping with { Fields = [.. mapping.Fields.Select(f => f == rule ? said : f)] };
    }
}
