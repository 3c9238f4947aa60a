using System.Diagnostics.Tracing;

namespace Furrow.Bench.Measuring;

/// <summary>How long the collector held every thread, pause by pause, from the runtime's own events: from asking threads to stop until they
/// run again.</summary>
public sealed class GcPauses : EventListener
{
    private const EventKeywords GcKeyword = (EventKeywords)1;
    private const int SuspendBegin = 9;
    private const int SuspendEnd = 8;
    private const int RestartEnd = 3;

    private readonly List<(double Whole, double Work)> _pauses = [];
    private long _suspendedAt;
    private long _stoodStillAt;

    /// <summary>From asking threads to stop until they run again.</summary>
    public Samples Whole() => Of(p => p.Whole);

    /// <summary>From when all threads stood still until they run again: what the collector itself did. The rest is waiting for threads to come to a
    /// place where they may stop, which on a machine with more work than processors means waiting for their turn.</summary>
    public Samples Work() => Of(p => p.Work);

    private Samples Of(Func<(double Whole, double Work), double> choose)
    {
        lock (_pauses)
        {
            return new Samples(_pauses.Count == 0 ? [0] : _pauses.Select(choose));
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Informational, GcKeyword);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The listener is called on the runtime's own thread, late; the event's time is when it happened.
        var ticks = eventData.TimeStamp.Ticks;
        if (eventData.EventId == SuspendBegin)
        {
            (_suspendedAt, _stoodStillAt) = (ticks, ticks);
        }
        else if (eventData.EventId == SuspendEnd)
        {
            _stoodStillAt = ticks;
        }
        else if (eventData.EventId == RestartEnd && _suspendedAt != 0)
        {
            lock (_pauses)
            {
                _pauses.Add((TimeSpan.FromTicks(ticks - _suspendedAt).TotalSeconds, TimeSpan.FromTicks(ticks - _stoodStillAt).TotalSeconds));
            }

            _suspendedAt = 0;
        }
    }
}
