namespace Furrow.Core;

/// <summary>Refusals about what is erased.</summary>
public static partial class Problems
{
    public static Problem PartErasedBefore(long entry, long by) =>
        new("part-erased-before", $"This part of entry {entry} was erased already, by entry {by}.", 409);

    public static Problem ErasureEntryWrong(string text) => new("erasure-entry-wrong", $"'{text}' is no entry; write its number, as 12.", 400);

    public static Problem ErasureReasonNames() =>
        new("erasure-reason-names", $"The reason names the person whose name is to be erased, and would stay. Say why without the name.", 422);

    public static Problem ErasuresWaiting(int parts) => new("erasures-waiting",
        $"This ledger was restored: {parts} parts that were erased before are in it again. Open it once for writing, then the list of erasures beside it is "
        + $"applied; until then nothing is read from it.", 409);
}
