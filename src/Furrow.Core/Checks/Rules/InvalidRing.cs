using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>A ring that crosses or touches itself encloses land in more than one way; what it means is a matter of rule, or of asking.</summary>
public static class InvalidRing
{
    public static readonly Check Check = new("invalid-ring", Severity.Warning, "A ring crosses or touches itself, or has a spike.", Judge)
    {
        Concerns = s => s.AnyPart(static p => p.Drawn is not null && !p.IsPlain),
    };

    private static readonly Fix Repair = new("repair-ring",
        $"Repair by rule: a hazard keeps what lies inside any reading of its line, a release only what lies inside all; "
        + $"the change in m² is kept with the report.");

    private static readonly Fix Redraw = new("redraw", $"Look at the order of the turning points: two of them are probably exchanged.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var part in s.Parts)
        {
            if (part.Drawn is null || part.IsPlain)
            {
                continue;
            }

            foreach (var polygon in part.Drawn)
            {
                foreach (var ring in polygon)
                {
                    if (Array.TrueForAll(ring, p => p.IsOnEarth) && Fault(ring) is var (fault, at) && fault != RingFault.None)
                    {
                        yield return s.Found(Check, CauseOf(fault), SentenceOf(fault, at), fault == RingFault.Crosses && ring.Length <= 6 ? Redraw : Repair,
                            part.Index, part.AreaMicro, at);
                    }
                }
            }
        }
    }

    /// <summary>A line whose beginning is entered again at its end is told as that (<see cref="RepeatedPoints"/>).</summary>
    private static (RingFault Fault, GridPoint At) Fault(GridPoint[] ring) =>
        RingGeometry.WithoutRepeats(ring) is var open && RepeatedInRing.IsBegunAgain(open) ? RingGeometry.FaultOf(open[..^2]) : RingGeometry.FaultOf(open);

    private static string CauseOf(RingFault fault) => fault switch
    {
        RingFault.Crosses => "crosses-itself",
        RingFault.Touches => "touches-itself",
        RingFault.Spike => "spike",
        _ => "too-entangled",
    };

    private static Phrase SentenceOf(RingFault fault, GridPoint at) => fault switch
    {
        RingFault.Crosses => $"The line crosses itself near {at.ToString()}.",
        RingFault.Spike => $"The line runs out to {at.ToString()} and back over itself: a spike without land.",
        RingFault.Touches => $"The line touches itself near {at.ToString()}.",
        _ => $"The line is too entangled near {at.ToString()} to be judged here; the repair decides.",
    };
}
