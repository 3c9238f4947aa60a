namespace Furrow.Core.Land;

/// <summary>Why a drawing is not valid by its own format. The words stand with the report as repairs (<see cref="RepairWords"/>).</summary>
[Flags]
internal enum DrawingFault
{
    None = 0,
    CrossesItself = 1,
    HolesOverlap = 2,
    HoleInHole = 4,
    HoleOutside = 8,
    PartsOverlap = 16,
    PartInPart = 32,
    RingsInDoubt = 64,
    PartOverHole = 128,
}

/// <summary>What the readings of a drawing say about a face.</summary>
/// <param name="Certain">It is inside by all of them: a release keeps it.</param>
/// <param name="Possible">It is inside by any of them: a hazard keeps it.</param>
internal readonly record struct Reading(bool Certain, bool Possible);

/// <summary>The readings a format admits, judged face by face.</summary>
internal interface IReadings
{
    DrawingFault Faults { get; }

    Reading Of(ReadOnlySpan<RingCover> cover);
}
