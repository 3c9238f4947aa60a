using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>Where a report stands in its review chain.</summary>
public enum ReportStatus : byte
{
    Submitted,
    Checked,
    Approved,
    Returned,
    Rejected,
    Superseded,
    Withdrawn,
}

/// <summary>A report with its place in the review chain.</summary>
/// <param name="SubmittedIn">The act that sent it in first. Whoever sends it in again after it was returned stands in the trail.</param>
/// <param name="Trail">The last step of its review before acceptance, and through it those before; null when nothing has happened yet. The whole review,
/// with what followed acceptance, is the answer of <see cref="ReviewHistory"/>.</param>
/// <param name="AcceptedAt">Acceptance number, or null while it waits.</param>
/// <param name="PlacedAt">The acceptance that gave its chain its place in the order of claims.</param>
public sealed record ReportEntry(PackedReport Packed, ReportStatus Status, Guid? Batch, Act SubmittedIn,
    ReviewStep? Trail, int? AcceptedAt, int? PlacedAt, Guid? SupersededBy)
{
    /// <summary>The report, unpacked anew at each call: keep it where you ask for more than one thing.</summary>
    public Report Report => Packed.Unpack();

    public Guid Id => Packed.Id;

    public Guid SubmittedBy => SubmittedIn.Person;

    /// <summary>Somebody still has to decide.</summary>
    public bool IsWaiting => Status is ReportStatus.Submitted or ReportStatus.Checked;

    /// <summary>Whether this person wrote any of what it says: sent it in, or sent it in again with another content.</summary>
    public bool IsWrittenBy(Guid person) => SubmittedBy == person
        || (Trail?.Backwards().Any(s => s.What == ReviewAct.Mended && s.Act.Person == person) ?? false);

    /// <summary>It does not count and never will again, so its code is free.</summary>
    public bool IsGone => Status is ReportStatus.Rejected or ReportStatus.Withdrawn;
}

/// <summary>A received file and what became of it.</summary>
public sealed record BatchEntry(BatchReceived Received, Act ReceivedIn, int? AcceptedAt, int? UndoneAt);

/// <summary>Who accepted what, when and why: the lines of the acceptance register. Numbers run from 1 without gaps.</summary>
/// <param name="CommittedAt">When the log took it: what was known on a date is the last acceptance committed by then.</param>
/// <param name="Batch">The batch that was accepted, or taken back.</param>
/// <param name="Reports">How many reports it accepted or took back.</param>
public sealed record AcceptanceEntry(int Number, Act Act, DateTimeOffset CommittedAt, Guid? Batch, bool Undoes, int Reports);

/// <summary>A report in the book: its entry, and its place in its chain of corrections. Indices are positions in the book, −1 for none.</summary>
/// <param name="Root">The first report of the chain.</param>
/// <param name="PreviousAct">The accepted report of the chain before this one: report, correction or withdrawal.</param>
/// <param name="LastAct">On the root only: the last accepted report of the chain.</param>
/// <param name="Row">On the root only: its row within the acceptance that placed it; corrections keep it.</param>
/// <param name="FirstClaim">First of the claims it counts with now; −1 when none count.</param>
internal readonly record struct ReportSlot(ReportEntry Entry, int Root, int PreviousAct, int LastAct, int Row, int FirstClaim)
{
    public const int None = -1;

    /// <summary>It begins to count with the acceptance being folded; its claims get their numbers when that is complete.</summary>
    public const int Beginning = -2;

    public Report Report => Entry.Report;

    public PackedReport Packed => Entry.Packed;
}

/// <summary>A batch in the book and the stretch of the book its reports lie in.</summary>
internal sealed record BatchSlot(BatchEntry Entry, int FirstReport, int LastReport);
