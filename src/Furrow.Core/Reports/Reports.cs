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
/// <param name="AcceptedAt">Acceptance number, or null while it waits.</param>
/// <param name="PlacedAt">The acceptance that gave its chain its place in the order of claims.</param>
public sealed record ReportEntry(Report Report, ReportStatus Status, Guid? Batch, string SubmittedBy, DateTimeOffset SubmittedAt,
    int? AcceptedAt, int? PlacedAt, string? DecidedBy, string? Reason, Guid? SupersededBy);

/// <summary>A received file and what became of it.</summary>
public sealed record BatchEntry(BatchReceived Received, int? AcceptedAt, int? UndoneAt);
