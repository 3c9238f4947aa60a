using Furrow.Core.Reports;

namespace Furrow.Core.Land;

/// <summary>Turns drawn rings into a shape the ledger can trust, and says what it mended. Rings come closed or open, in any direction.
/// Fill rule where a line crosses itself: a hazard keeps everything its line encloses; a release keeps only what is enclosed an odd number of
/// times, since the rest may have been drawn around on purpose. See docs/decisions.</summary>
public static class ShapeRepair
{
    /// <summary>The repaired shape and its repairs; a null shape with the reasons when nothing with an area is left. Never throws on any finite coordinates on earth.</summary>
    public static RepairedShape Mend(IReadOnlyList<GridPoint[][]> drawn, bool isRelease) => throw new NotImplementedException();
}

/// <param name="DrawnAreaMicro">Area enclosed by the rings as drawn, by the signed sum: what the repair is compared with.</param>
public sealed record RepairedShape(Shape? Shape, IReadOnlyList<Repair> Repairs, long DrawnAreaMicro, long AreaMicro);
