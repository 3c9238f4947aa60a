using System.Globalization;

namespace Furrow.Core.Land;

/// <summary>What came of a drawing, and what was wrong with it.</summary>
public sealed record RepairedShape(Shape? Shape, IReadOnlyList<Repair> Repairs, long AreaMicro)
{
    /// <summary>One polygon, drawn so that nothing had to be mended and no line of it comes near another.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Where the readings of the drawing differ.</summary>
    public DrawingDoubt Doubt { get; init; } = new(Shape.Empty, 0, false);

    /// <summary>Why the drawing was not read at all: it is too entangled. Null otherwise.</summary>
    public Problem? Problem { get; private init; }

    internal static RepairedShape Refused(Problem problem) => new(null, [], 0) { Problem = problem };
}

/// <summary>Land inside some reading of a drawing but not inside all.</summary>
/// <param name="IsLeftOut">A release left it out; a hazard kept it.</param>
public sealed record DrawingDoubt(Shape Shape, long AreaMicro, bool IsLeftOut)
{
    /// <summary>m² in words.</summary>
    public string AreaText => RepairWords.Difference(AreaMicro);

    public string PercentText(long keptMicro) => (100 * ShareOf(keptMicro)).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Its share of the land inside any reading, from 0 to 1.</summary>
    /// <param name="keptMicro">Area of the repaired shape.</param>
    public double ShareOf(long keptMicro) => AreaMicro == 0 ? 0 : AreaMicro / (double)(IsLeftOut ? keptMicro + AreaMicro : Math.Max(keptMicro, AreaMicro));
}
