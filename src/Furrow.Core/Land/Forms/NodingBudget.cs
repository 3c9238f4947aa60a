namespace Furrow.Core.Land;

/// <summary>What one drawing from outside may cost: crossings of its lines, and steps of work. Counted, not timed, so that the same drawing is refused
/// on every machine. One budget serves one drawing on one thread.</summary>
public sealed class NodingBudget(int mostCrossings, long mostSteps, CancellationToken stop = default)
{
    /// <summary>A day's walk with a receiver that stands still for hours crosses itself some ten thousand times; no area drawn by hand comes near.</summary>
    public const int StandardCrossings = 50_000;

    /// <summary>Some two seconds of work; the most crooked boundary of a country takes a fiftieth.</summary>
    public const long StandardSteps = 1_000_000_000;

    /// <summary>Pieces at the lines of the cell grid: the border of the largest country has some ten thousand, ten times around the earth 500,000.</summary>
    public const long MostPieces = 500_000;

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
