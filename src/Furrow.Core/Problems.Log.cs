namespace Furrow.Core;

/// <summary>Refusals of the log.</summary>
public static partial class Problems
{
    public static Problem LedgerNotFound(string path) =>
        new("ledger-not-found", $"There is no ledger at {path}.", 404);

    public static Problem NotALedger(string path) =>
        new("not-a-ledger", $"{path} is not a Furrow ledger. Nothing in it was changed.", 400);

    public static Problem LedgerOfAnotherRelease(string path, long format) => new("ledger-of-another-release",
        $"{path} is a ledger in format {format}, which this release cannot read. Use the release that made it, or a newer one.", 409);

    /// <summary>Times in UTC.</summary>
    public static Problem LogTimeRunsBack(DateTimeOffset last, DateTimeOffset now) => new("log-time-runs-back",
        $"The last entry was committed at {last:yyyy-MM-dd HH:mm:ss} UTC, and it would be {now:yyyy-MM-dd HH:mm:ss} UTC now. Set the clock of this machine right.", 409);

    public static Problem LedgerInUse(string path, Phrase holder) =>
        new("ledger-in-use", $"{path} is open for writing by {holder}. Only one program may write at a time; reading is always possible.", 409);

    public static Problem LeaseLost(long mine, long theirs) =>
        new("lease-lost", $"Another program has taken over writing (epoch {theirs}, ours was {mine}). Nothing was written; open the ledger again.", 409);

    public static Problem LedgerOpenForReadingOnly() =>
        new("ledger-open-for-reading", $"The ledger is open for reading only. Nothing was written.", 409);

    public static Problem LedgerIncomplete(Phrase loss) =>
        new("ledger-incomplete", $"{loss} The ledger can be read but not written until the missing entries are back.", 409);

    public static Problem LedgerBroken(string path, Phrase why) =>
        new("ledger-broken", $"{path} cannot be read: {why}. Restore it from a backup or another office's copy.", 500);

    public static Problem LedgerWriteAheadUnread(string path) => new("ledger-write-ahead-unread",
        $"{path} cannot be read whole here: entries may wait in the write-ahead file beside it ({path}-wal), and the index it is read with cannot be made. "
        + $"Nothing is answered without them. Copy both files to a folder that may be written and ask there, or let the account that writes the ledger "
        + $"open and close it once.", 503);

    public static Problem LogMovedOn(long expected, long actual) =>
        new("log-moved-on", $"The ledger has moved on from entry {expected} to {actual}. Nothing was written; look at the change again.", 409);

    public static Problem EntryTooLarge(long bytes, long limitBytes) =>
        new("entry-too-large", $"An entry of {bytes} bytes is too large; the limit is {limitBytes}.", 413);

    public static Problem PartNotThere(long position, string tier) =>
        new("part-not-there", $"Entry {position} holds no {tier} part that could be erased.", 404);

    public static Problem PartNotErasable(long position) =>
        new("part-not-erasable", $"The ordinary part of entry {position} cannot be erased: the land rests on it. Correct or withdraw the report instead.", 409);
}
