using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Core.Log;

namespace Furrow.Server.Listings;

/// <summary>What a column holds: it decides how a cell is printed, sorted, and written to files.</summary>
public enum CellType : byte
{
    /// <summary>A code: sorted as people count.</summary>
    Code,
    Text,

    /// <summary>A word of the program's own (<see cref="ListWord"/>), said in the reader's language.</summary>
    Word,

    /// <summary>A sentence of the program's own: a refused row, what was mended of one, a finding, or the title of a check.</summary>
    Said,
    Whole,

    /// <summary>Whole 1e-6 m².</summary>
    Area,
    Day,

    /// <summary>A day with its precision.</summary>
    ReportDay,
    Moment,
    Truth,
}

/// <summary>A word of the program's own in a cell.</summary>
/// <param name="Key">Under which pages find it in each language.</param>
/// <param name="Name">In files and JSON.</param>
/// <param name="Argument">What stands in the hole of the word, if it has one.</param>
/// <param name="Tone">good, warn or bad, where it is a tag.</param>
public sealed record ListWord(string Key, string Name, object? Argument = null, string? Tone = null) : IComparable<ListWord>, IComparable
{
    /// <summary>Where it stands among the others; by its name when nobody says.</summary>
    public int Rank { get; init; }

    public int CompareTo(ListWord? other) => other is null ? 1 : Rank != other.Rank ? Rank.CompareTo(other.Rank) : string.CompareOrdinal(Name, other.Name);

    public int CompareTo(object? obj) => CompareTo(obj as ListWord);

    public static ListWord Of<T>(string group, T value, string? tone = null)
        where T : struct, Enum => Answers.Names.Of(value) is var name ? new ListWord($"{group}.{name}", name, null, tone) { Rank = Convert.ToInt32(value, null) } : null!;

    public static bool operator <(ListWord left, ListWord right) => left.CompareTo(right) < 0;

    public static bool operator >(ListWord left, ListWord right) => left.CompareTo(right) > 0;

    public static bool operator <=(ListWord left, ListWord right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ListWord left, ListWord right) => left.CompareTo(right) >= 0;
}

/// <summary>What of a column does not depend on the rows.</summary>
/// <param name="Key">In addresses, files and JSON.</param>
/// <param name="Heading">Key of its heading in the languages.</param>
public sealed record ColumnHead(string Key, string Heading, CellType Type, Tier Tier, bool Shown, bool Sums)
{
    /// <summary>What grew is printed with a +.</summary>
    public bool Signed { get; init; }

    public bool IsFigure => Type is CellType.Area or CellType.Whole;

    /// <summary>The order of its first click: figures begin with the largest.</summary>
    public string FirstSort => IsFigure ? "-" + Key : Key;
}

/// <summary>A column of a list.</summary>
/// <param name="Of">string, <see cref="Word"/>, int, long, DateOnly, <see cref="ReportDate"/>, DateTimeOffset, bool or null, as its type says.</param>
public sealed record Column<T>(string Key, string Heading, CellType Type, Func<T, ListAsk, object?> Of)
{
    /// <summary>Who may see it: a restricted column is in no page and no download.</summary>
    public Tier Tier { get; init; } = Tier.Ordinary;

    /// <summary>Whether it is among those shown at first.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>Whether its sum over all rows stands below it.</summary>
    public bool Sums { get; init; }

    /// <summary>What grew is printed with a +.</summary>
    public bool Signed { get; init; }

    /// <summary>Where the cell leads; null nowhere.</summary>
    public Func<T, string?>? Link { get; init; }

    /// <summary>A small remark beside the cell.</summary>
    public Func<T, ListWord?>? Beside { get; init; }

    public ColumnHead Head => new(Key, Heading, Type, Tier, Shown, Sums) { Signed = Signed };

    /// <summary>Rows with nothing in the column come last, whichever way the others stand.</summary>
    internal IEnumerable<T> Sorted(IReadOnlyList<T> rows, bool backwards, ListAsk ask)
    {
        var keyed = rows.Select((row, at) => (Row: row, Key: KeyOf(row, ask), At: at)).ToList();
        keyed.Sort((a, b) => Compare(a.Key, b.Key, backwards) is var order and not 0 ? order : a.At.CompareTo(b.At));
        return keyed.Select(k => k.Row);
    }

    /// <summary>The same order between two rows.</summary>
    internal int Compare(T one, T other, bool backwards, ListAsk ask) => Compare(KeyOf(one, ask), KeyOf(other, ask), backwards);

    private static int Compare(object? one, object? other, bool backwards)
    {
        if (one is null || other is null)
        {
            return (one is null ? 1 : 0) - (other is null ? 1 : 0);
        }

        var order = one is string x && other is string y ? Codes.Order.Compare(x, y) : ((IComparable)one).CompareTo(other);
        return backwards ? -order : order;
    }

    private object? KeyOf(T row, ListAsk ask) => Of(row, ask) switch
    {
        ReportDate date => date.Day,
        "" => null,
        Check or Finding or RefusedRow => ListExport.English(Of(row, ask)!),
        var value => value,
    };
}
