namespace Furrow.Core.Land;

/// <summary>What one drawing from outside may cost: crossings of its lines, and steps of work. Counted, not timed, so that the same drawing is refused
/// on every machine. One budget serves one drawing on one thread.</summary>
public sealed class NodingBudget(int mostCrossings, long mostSteps, CancellationToken stop = default)
{
    /// <summary>A day's walk with a receiver that stands still for hours crosses itself some ten thousand times; no area drawn by hand comes near.</summary>
    public const int StandardCrossings = 50_000;

    /// <summary>Some second of work, a step being about a nanosecond of a processor; the most crooked boundary of a country takes a fiftieth.</summary>
    public const long StandardSteps = 1_000_000_000;

    /// <summary>Pieces at the lines of the cell grid: the border of the largest country has some ten thousand, ten times around the earth 500,000.</summary>
    public const long MostPieces = 500_000;

    /// <summary>What is kept costs more than time: 1,000,000,000 steps are some five million numbers of rings kept for faces, or two million parts of
    /// lines that lie on each other.</summary>
    internal const long StepsOfCover = 200;

    internal const long StepsOfPart = 500;

    /// <summary>Two boxes that have something in common, and what lies in them compared.</summary>
    internal const long StepsOfMeeting = 48;

    /// <summary>An operation on a word of a <see cref="RingSet"/>.</summary>
    internal const long StepsOfWord = 2;

    private const long StepsBetweenLooks = 1 << 16;
    private long _nextLook = StepsBetweenLooks;

    public int MostCrossings { get; } = mostCrossings;

    public long MostSteps { get; } = mostSteps;

    public int Crossings { get; private set; }

    public long Steps { get; private set; }

    /// <summary>More was asked than there was: what was computed since is of no use.</summary>
    public bool IsSpent => Crossings > MostCrossings || Steps > MostSteps;

    public static NodingBudget Standard(CancellationToken stop = default) => new(StandardCrossings, StandardSteps, stop);

    /// <summary>Takes so many steps; false when there are not so many left. Looks whether somebody still wants the answer.</summary>
    /// <exception cref="OperationCanceledException">Nobody does.</exception>
    internal bool Take(long steps)
    {
        Steps += steps;
        if (Steps >= _nextLook)
        {
            stop.ThrowIfCancellationRequested();
            _nextLook = Steps + StepsBetweenLooks;
        }

        return !IsSpent;
    }

    internal void Cross() => Crossings++;

    /// <summary>Why the drawing is refused; null while the budget holds.</summary>
    internal Problem? Refusal => Crossings > MostCrossings ? Problems.OutlineCrossesTooOften(MostCrossings)
        : Steps > MostSteps ? Problems.OutlineTooEntangled(MostSteps) : null;
}
