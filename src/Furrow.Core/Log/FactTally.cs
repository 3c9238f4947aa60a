using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>How many entries there are of some facts, and which: a running hash over the hashes of their placements. It proves that facts found through an
/// index are all of them, and the ones that were there before; erasing a part does not change it.</summary>
public readonly record struct FactTally(long Count, Digest Hash)
{
    public static readonly FactTally None;

    /// <param name="placement">Hash of the next placement, in the order of the log.</param>
    public FactTally Add(Digest placement)
    {
        Span<byte> both = stackalloc byte[2 * Digest.SizeBytes];
        Hash.Write(both);
        placement.Write(both[Digest.SizeBytes..]);
        return new FactTally(Count + 1, Digest.Of(both));
    }
}
