using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>One act of the exercise programme. Whoever replays it puts each step through the same rules as a real act; a refusal is a bug in the
/// plan.</summary>
public abstract record ExerciseStep(DateTimeOffset At, string By)
{
    /// <summary>The reason given; null where none was.</summary>
    public string? Why() => this switch
    {
        CheckReport s => s.Remark,
        ReturnReport s => s.Reason,
        RejectReport s => s.Reason,
        AcceptReports s => s.Reason,
        AcceptBatch s => s.Reason,
        _ => null,
    };
}

/// <summary>A report arrives; the same id again is the mended text of one that was sent back.</summary>
public sealed record SubmitReport(DateTimeOffset At, string By, Report Report) : ExerciseStep(At, By);

public sealed record CheckReport(DateTimeOffset At, string By, Guid Report, string? Remark) : ExerciseStep(At, By);

public sealed record ReturnReport(DateTimeOffset At, string By, Guid Report, string Reason) : ExerciseStep(At, By);

public sealed record RejectReport(DateTimeOffset At, string By, Guid Report, string Reason) : ExerciseStep(At, By);

/// <summary>One acceptance of several reports, in this order.</summary>
public sealed record AcceptReports(DateTimeOffset At, string By, IReadOnlyList<Guid> Reports, string Reason) : ExerciseStep(At, By);

/// <summary>A file of reports arrives, every row taken.</summary>
public sealed record ReceiveBatch(DateTimeOffset At, string By, Guid Batch, string FileName, IReadOnlyList<Report> Reports) : ExerciseStep(At, By);

public sealed record AcceptBatch(DateTimeOffset At, string By, Guid Batch, string Reason) : ExerciseStep(At, By);
