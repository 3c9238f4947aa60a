using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>Collects what happens in an exercise and puts it into the order of time. Reports wait for the review session after next working steps:
/// sessions are on the 1st and the 15th of a month, and accept all that was checked until then in one acceptance.</summary>
internal sealed class ExerciseTimeline
{
    public const string Officer = "EXERCISE operations officer";
    public const string Checker = "EXERCISE quality officer";

    private readonly List<(DateTimeOffset At, int Order, ExerciseStep Step)> _steps = [];
    private readonly SortedDictionary<DateTimeOffset, List<Guid>> _sessions = [];
    private int _order;

    /// <summary>Submitted, checked the day after, accepted at the next session. Gives the day of that session.</summary>
    public DateOnly Submit(Report report, DateOnly on)
    {
        var at = Time(on, 10);
        Add(new SubmitReport(at, PersonOf(report), report));
        return Review(report, on);
    }

    /// <summary>Sent back by the checker, submitted again in its mended text, then accepted.</summary>
    public DateOnly SubmitTwice(Report first, Report mended, string reason, DateOnly on)
    {
        Add(new SubmitReport(Time(on, 10), PersonOf(first), first));
        Add(new ReturnReport(Time(on.AddDays(1), 14), Checker, first.Id, reason));
        Add(new SubmitReport(Time(on.AddDays(6), 10), PersonOf(mended), mended));
        return Review(mended, on.AddDays(6));
    }

    public void SubmitAndReject(Report report, string reason, DateOnly on)
    {
        Add(new SubmitReport(Time(on, 10), PersonOf(report), report));
        Add(new RejectReport(Time(on.AddDays(4), 15), Officer, report.Id, reason));
    }

    /// <summary>Submitted, and nobody has looked at it yet.</summary>
    public void SubmitOnly(Report report, DateOnly on) => Add(new SubmitReport(Time(on, 10), PersonOf(report), report));

    public void Batch(Guid batch, string fileName, IReadOnlyList<Report> reports, DateOnly on, string reason)
    {
        BatchOnly(batch, fileName, reports, on);
        Add(new AcceptBatch(Time(on.AddDays(2), 9), Officer, batch, reason));
    }

    /// <summary>Received, and nobody has looked at it yet.</summary>
    public void BatchOnly(Guid batch, string fileName, IReadOnlyList<Report> reports, DateOnly on) =>
        Add(new ReceiveBatch(Time(on, 8), "EXERCISE information manager", batch, fileName, reports));

    /// <summary>All steps in the order of time.</summary>
    public IReadOnlyList<ExerciseStep> Steps()
    {
        foreach (var (at, reports) in _sessions)
        {
            Add(new AcceptReports(at, Officer, reports, "EXERCISE review session"));
        }

        _sessions.Clear();
        return [.. _steps.OrderBy(s => s.At).ThenBy(s => s.Order).Select(s => s.Step)];
    }

    /// <summary>The session that judges what is submitted on a day: the first one at least three days later.</summary>
    public static DateOnly SessionAfter(DateOnly submitted)
    {
        var day = submitted.AddDays(3);
        return day.Day == 1 || day.Day == 15 ? day : day.Day < 15 ? new DateOnly(day.Year, day.Month, 15) : new DateOnly(day.Year, day.Month, 1).AddMonths(1);
    }

    private DateOnly Review(Report report, DateOnly on)
    {
        Add(new CheckReport(Time(on.AddDays(1), 11), Checker, report.Id, null));
        var session = SessionAfter(on);
        (_sessions.TryGetValue(Time(session, 9), out var list) ? list : _sessions[Time(session, 9)] = []).Add(report.Id);
        return session;
    }

    private void Add(ExerciseStep step) => _steps.Add((step.At, _order++, step));

    private static string PersonOf(Report report) => report.Organisation + " reporter";

    private static DateTimeOffset Time(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);
}
