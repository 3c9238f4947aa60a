using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>Sealed values that stand in the log and are written once more, as where a correction keeps what it does not correct. The one use of them that
/// shows them to nobody.</summary>
/// <param name="entries">What is about to be written: one of them may carry what another, earlier one holds.</param>
internal sealed class CarriedSeals(ILog? log, IReadOnlyList<Placed> entries)
{
    public SealedValue Open(SealedValue value)
    {
        var place = value.Place!.Value;
        var at = place.Position - (entries.Count == 0 ? 0 : entries[0].Position);
        return at >= 0 && at < entries.Count
            ? SealedParts.Opened(value, ContentOf(entries[(int)at].Fact, place.Tier), place.Position)
            : (log?.Find(place.Position) ?? throw new InvalidOperationException($"{value} stands in no log.")).Open(value);
    }

    private IReadOnlyList<object> ContentOf(IFact fact, Tier tier) => FactFormat.ContentOf(FactFormat.Encode(fact, Open).Parts.Single(p => p.Tier == tier));
}
