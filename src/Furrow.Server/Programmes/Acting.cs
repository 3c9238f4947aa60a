using Furrow.Core.Log;

namespace Furrow.Server.Programmes;

/// <summary>Who acts, when, through which door and why: what is known of an act before the place that commits has found out who the person is.</summary>
/// <param name="Person">Their name. Whoever was never seen before is registered with what they do first.</param>
/// <param name="Id">Of the act; null: a new one. A form gives its own, so that sending it twice is seen.</param>
public sealed record Acting(string Person, DateTimeOffset At, Door Door, string? Reason = null, Guid? Id = null)
{
    /// <param name="seen">Position of the state it is judged on.</param>
    public Act By(Guid person, long seen) => new(Id ?? Guid.NewGuid(), person, At, Door, seen, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim());
}
