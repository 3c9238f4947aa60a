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
    public static Func<ProgrammeOpened> OfFile(string path, string by, TimeProvider clock) =>
        () => new ProgrammeOpened(Guid.NewGuid(), Path.GetFileNameWithoutExtension(path), false, DefaultProfile, EngineVersion, MovesVersion, by,
            clock.GetUtcNow());

    /// <summary>An invented programme for demonstrations and drills.</summary>
    public static Func<ProgrammeOpened> Exercise(string name, string by, TimeProvider clock) =>
        () => new ProgrammeOpened(Guid.NewGuid(), name, true, DefaultProfile, EngineVersion, MovesVersion, by, clock.GetUtcNow());
}
