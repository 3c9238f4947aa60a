namespace Furrow.Core;

/// <summary>Refusals about what is erased.</summary>
public static partial class Problems
{
    public static Problem PartErasedBefore(long entry, long by) =>
        new("part-erased-before", $"This part of entry {entry} was erased already, by entry {by}.", 409);

    public static Problem ErasureEntryWrong(string text) => new("erasure-entry-wrong", $"'{text}' is not an entry; write its number, for example 12.", 400);

    public static Problem ErasureReasonNames() =>
        new("erasure-reason-names", $"The reason contains the name that is to be erased, and the reason stays in the ledger. Give a reason without the name.", 422);

    public static Problem ErasuresWaiting(int parts) => new("erasures-waiting",
        $"This ledger was restored: {parts} parts that were erased before are in it again. Open it once for writing, then the list of erasures beside it is "
        + $"applied; until then nothing is read from it.", 409);
}
