using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>What the rows of a table usually hold, from the first of them: a row that differs may be none of the table.</summary>
internal sealed class TableHabits
{
    /// <summary>A column is one that rows fill when so many of ten do.</summary>
    private const int UsualOfTen = 8;

    private readonly bool[] _isPlace;
    private readonly bool[] _isDate;
    private readonly bool[] _isText;
    private readonly bool[] _isId;

    public TableHabits(TableSource table, IReadOnlyList<TableRow> sample, IReadOnlyCollection<string> places)
    {
        _isPlace = [.. HeadingNames.Folded(table.Columns).Select((n, i) => GeometryGuess.IsPoint(n) || PlaceColumn.Of(table.Columns[i]).Role != PlaceRole.None
            || places.Contains(table.Columns[i]))];
        _isDate = [.. table.Columns.Select(DateNames.MayBeDate)];
        var sound = sample.Where(r => r.Fault is null).ToList();
        var enough = Math.Max(2, (sound.Count - 1) * UsualOfTen / 10);
        _isText = [.. table.Columns.Select((_, i) => sound.Count(r => r.Values[i] is { } v && v.Any(char.IsLetter)) >= enough)];
        _isId = [.. table.Columns.Select((_, i) => sound.Count(r => r.Values[i] is { Length: > 0 } v && IsId(v)) >= enough
            && sound.Count(r => r.Values[i] is { } v && v.Trim().Contains(' ')) <= 2)];
        MayBeSummed = [.. table.Columns.Select((_, i) => !_isPlace[i] && !_isDate[i] && sound.Exists(r => r.Values[i] is { } v && v.Any(char.IsDigit)))];
        var filled = sound.Select(r => r.Values.Count(v => !string.IsNullOrWhiteSpace(v))).Order().ToList();
        Filled = filled.Count == 0 ? 0 : filled[filled.Count / 2];
    }

    /// <summary>Cells that a row in the middle fills.</summary>
    public int Filled { get; }

    /// <summary>The columns that hold numbers other than places and days.</summary>
    public bool[] MayBeSummed { get; }

    public bool SaysPlaceOrDay(TableRow row, int column) => _isPlace[column] || _isDate[column] && row.Values[column]!.Any(char.IsDigit);

    /// <summary>Rows have codes or numbers there, no names.</summary>
    public bool HoldsIds(int column) => _isId[column];

    /// <summary>Nothing but numbers, where rows have names.</summary>
    public bool MissesItsTexts(TableRow row, List<int> cells) => Array.Exists(_isText, t => t) && Filled >= 3
        && cells.TrueForAll(i => !row.Values[i]!.Any(char.IsLetter)) && !Enumerable.Range(0, _isText.Length)
            .Any(i => _isText[i] && !string.IsNullOrWhiteSpace(row.Values[i]));

    private static bool IsId(string text) => !text.Trim().Contains(' ') && text.Any(char.IsDigit);
}
