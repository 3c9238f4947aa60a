using Furrow.Core;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Listings;

/// <summary>What somebody asks of a list: the programme as it is seen, and the words of an address or a command line. All state of a list stands in these
/// words, so that an address can be sent to somebody.</summary>
public sealed record ListAsk(ProgrammeState State, DateOnly Today)
{
    public const string SortWord = "sort";
    public const string PageWord = "page";
    public const string ColumnsWord = "columns";

    private LandLedger? _land;

    /// <summary>Lists about land: as of this day, and as known at this acceptance; null for now.</summary>
    public DateOnly AsOf { get; init; } = Today;

    public int? KnownAt { get; init; }

    /// <summary>Lists about a period: its first day, null for all of the past; and the kinds of contamination it looks at.</summary>
    public DateOnly? From { get; init; }

    public KindSet Kind { get; init; } = KindSet.Overall;

    /// <summary>The boundaries of places, where the programme has some: the set loaded last, unless another was named.</summary>
    public PlaceSet? Places { get; init; } = State.Of<PlaceSets>().Last;

    /// <summary>What was typed for each word; words nobody can read are not in it.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>What it is made for, and by that which columns it may hold.</summary>
    public ReaderPurpose Purpose { get; init; } = ReaderPurpose.Land;

    public bool May(Tier tier) => Purpose.Opens(tier);

    /// <summary>Opens what is sealed, for whoever asks; null: nothing is opened.</summary>
    public Reader? Reader { get; init; }

    /// <summary>What was made of earlier states, and is brought up to this one instead of being made anew.</summary>
    public ListCache Memory { get; init; } = new();

    /// <summary>What the answer cost.</summary>
    public Steps Steps { get; } = new();

    public ProgrammeTime Time => ProgrammeTime.Of(State);

    /// <summary>The land as known at the acceptance asked about.</summary>
    public LandLedger Land => _land ??= State.Land.At(KnownAt);

    /// <summary>Empty when nothing was asked.</summary>
    public string Word(string key) => Words.GetValueOrDefault(key, "");

    /// <summary>Key of a column; "-" before it turns the order round.</summary>
    public string Sort => Word(SortWord);

    public int Page => PlainNumber.Whole(Word(PageWord)) is { } page and > 0 ? page : 1;

    /// <summary>Keys of the columns somebody chose; empty for those shown at first.</summary>
    public IReadOnlyList<string> Columns => Word(ColumnsWord).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string NameOf(Guid person) => Reader?.NameOf(person) ?? person.ToString("D")[..8];
}
