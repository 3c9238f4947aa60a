using System.Collections.Concurrent;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Exchange.Mappings;

/// <summary>What a column nobody reads says against a release.</summary>
/// <param name="Says">The value is an exact known word for this status; null when it only may speak against the release.</param>
public readonly record struct ContraryValue(string Column, string Value, LandEffect? Says);

/// <summary>Looks at the columns that no field takes, and at the remarks, beside a release: a row that comes in as cleared while its <c>Condition</c> is
/// "Contaminated" or its <c>Inspection</c> "Failed" waits for a person. Beside a hazard only a word that its record is none speaks against it. Columns whose
/// name says that they are a status are minded by <see cref="StatusColumns"/> already.</summary>
public sealed class ContraryColumns
{
    /// <summary>Of the longest word for where a record stands.</summary>
    private const int MostLetters = 40;

    private readonly ConcurrentDictionary<string, ContraryName> _names = [];
    private readonly HashSet<string> _minded;
    private readonly HashSet<string> _ofOne;

    private readonly string? _remarks;

    private ContraryColumns(HashSet<string> minded, HashSet<string> ofOne, string? remarks) => (_minded, _ofOne, _remarks) = (minded, ofOne, remarks);

    /// <param name="rows">Rows in which each column of the file has a value.</param>
    /// <param name="statuses">Columns that are minded as a status.</param>
    public static ContraryColumns Find(IReadOnlyList<InputRow> rows, Mapping mapping, IReadOnlyList<StatusColumn> statuses)
    {
        var minded = statuses.Select(s => s.Name).Concat(mapping.Leave ?? []).ToHashSet();
        // Shares of one, as a spreadsheet keeps them, or of a hundred.
        var shares = SampledColumn.Of(rows).Where(c => ContraryName.Of(c.Name) is { IsShareDone: true } or { IsShareLeft: true });
        var ofOne = shares.Where(c => c.Values.Select(Number).Where(n => n is not null).ToList() is { Count: > 0 } numbers && numbers.TrueForAll(n => n <= 1))
            .Select(c => c.Name).ToHashSet();
        return new ContraryColumns(minded, ofOne, mapping.Fields.FirstOrDefault(f => f is { Field: "remarks", Column: not null })?.Column);
    }

    /// <summary>The first value that speaks against the release, words of a known status first; null when none does.</summary>
    public ContraryValue? Against(MappedRow row, LandEffect becomes)
    {
        ContraryValue? found = null;
        var isRelease = ReportKinds.IsRelease(becomes);
        foreach (var (column, value) in Looked(row))
        {
            if (_minded.Contains(column) || value.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            if (!isRelease)
            {
                found ??= IsNoRecord(column, text) ? new ContraryValue(column, text, null) : null;
                continue;
            }

            if (ValueWords.ReadEffect(text) is { } says && says != becomes && !ReportKinds.IsRelease(says) && says != LandEffect.Inspect)
            {
                return new ContraryValue(column, text, says);
            }

            found ??= IsContrary(column, text) ? new ContraryValue(column, text, null) : null;
        }

        return found;
    }

    /// <summary>Beside a hazard work may be at no end, or have failed; a record that is a draft, rejected or struck out is none all the same.</summary>
    private bool IsNoRecord(string column, string value)
    {
        if (value.Length > MostLetters || ValueWords.ReadYesNo(value) is null && ReviewWords.Read(value) != false && !IsDay(value))
        {
            return false;
        }

        var name = _names.GetOrAdd(column, ContraryName.Of);
        return ValueWords.ReadYesNo(value) is { } truth ? truth && name.IsStruckOut
            : IsDay(value) ? name.IsStruckOut
            : (!name.IsElsewhere || name.IsOfRecord) && (!name.IsOfWork || name.IsOfRecord || ReviewWords.IsOfRecord(value));
    }

    private IEnumerable<KeyValuePair<string, string>> Looked(MappedRow row) =>
        _remarks is not null && row.Source[_remarks] is { } text ? row.Extra.Append(new(_remarks, text)) : row.Extra;

    private bool IsContrary(string column, string value)
    {
        var name = _names.GetOrAdd(column, ContraryName.Of);
        if (ValueWords.ReadYesNo(value) is { } truth && !(name.IsShareDone || name.IsShareLeft))
        {
            return truth ? name.YesIsBad || name.IsStruckOut : name.NoIsBad;
        }

        if ((name.IsShareDone || name.IsShareLeft) && Number(value) is { } share)
        {
            return name.IsShareLeft ? share > 0 : share < 1 || share < 100 && !(share == 1 && _ofOne.Contains(column));
        }

        return name.IsStruckOut && IsDay(value)
            || !name.IsElsewhere && !(char.IsLetter(value[0]) && StatusColumns.IsCode(value)) && ContraryWords.Speaks(value)
            || (!name.IsElsewhere || name.IsOfRecord) && ReviewWords.Read(value) == false;
    }

    private static double? Number(string value) => ContraryWords.Share(value) ?? NumberText.Parse(value, null);

    private static bool IsDay(string value) => value.Length >= 6
        && (DateText.Parse(value, DateOrder.DayMonthYear, true) ?? DateText.Parse(value, DateOrder.MonthDayYear, true)) is not null;
}
