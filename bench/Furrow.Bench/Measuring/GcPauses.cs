using System.Diagnostics.Tracing;

namespace Furrow.Bench.Measuring;

/// <summary>How long the collector held every thread, pause by pause, from the runtime's own events: from asking threads to stop until they
/// run again.</summary>
public sealed class GcPauses : EventListener
{
    private const EventKeywords GcKeyword = (EventKeywords)1;
    private const int SuspendBegin = 9;
    private const int RestartEnd = 3;

    private readonly List<double> _seconds = [];
    private long _suspendedAt;

    public Samples Seconds()
    {
        lock (_seconds)
        {
            return new Samples(_seconds.Count == 0 ? [0] : _seconds);
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
            _suspendedAt = ticks;
        }
        else if (eventData.EventId == RestartEnd && _suspendedAt != 0)
        {
            lock (_seconds)
            {
                _seconds.Add((ticks - _suspendedAt) / (double)TimeSpan.TicksPerSecond);
            }

            _suspendedAt = 0;
        }
    }
}
