using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>How a programme begins. EXERCISE is decided here, once and for ever.</summary>
public static class Genesis
{
    public const string DefaultProfile = "default";

    /// <summary>Version of the arithmetic of the land engine that new programmes begin with.</summary>
    public static int EngineVersion => ProgrammeVersions.Newest.Engine;

    /// <summary>Version of the table of moves that new programmes begin with.</summary>
    public static int MovesVersion => ProgrammeVersions.Newest.Moves;

    /// <summary>A real programme, named after its file.</summary>
    /// <param name="timeZone">IANA id of a zone known here; null: the zone of the machine.</param>
    public static Func<ProgrammeOpened> OfFile(string path, string by, TimeProvider clock, string? timeZone = null) =>
        Begin(Path.GetFileNameWithoutExtension(path), false, by, clock, timeZone);

    /// <summary>An invented programme for demonstrations and drills.</summary>
    public static Func<ProgrammeOpened> Exercise(string name, string by, TimeProvider clock) => Begin(name, true, by, clock, null);

    private static Func<ProgrammeOpened> Begin(string name, bool exercise, string by, TimeProvider clock, string? timeZone) =>
        () => new ProgrammeOpened(Guid.NewGuid(), name, exercise, DefaultProfile, EngineVersion, MovesVersion, by, clock.GetUtcNow(),
            ProgrammeTime.ForNew(timeZone, clock).Value);
}
