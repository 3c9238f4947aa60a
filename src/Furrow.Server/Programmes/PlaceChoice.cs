using Furrow.Core;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Places;

namespace Furrow.Server.Programmes;

/// <summary>Which boundaries a question or a check takes: those of a file, a set of the ledger by its name, or, where nobody says, the set loaded
/// last.</summary>
public sealed record PlaceChoice
{
    public static readonly PlaceChoice Last = new();

    private readonly PlaceSet? _set;
    private readonly string? _named;

    private PlaceChoice()
    {
    }

    private PlaceChoice(PlaceSet? set, string? named) => (_set, _named) = (set, named);

    public static PlaceChoice Of(PlaceSet set) => new(set, null);

    public static PlaceChoice Named(string name) => new(null, name);

    /// <summary>The set; null when nobody named one and the ledger holds none.</summary>
    public Outcome<PlaceSet?> In(IKnown known) => _set is not null ? new Outcome<PlaceSet?>(_set, null)
        : _named is null ? new Outcome<PlaceSet?>(known.Of<PlaceSets>().Last, null)
        : known.Of<PlaceSets>().Find(_named) is { } found ? new Outcome<PlaceSet?>(found, null)
        : new Outcome<PlaceSet?>(null, Problems.PlacesUnknown(_named));
}
