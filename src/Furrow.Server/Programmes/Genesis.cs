using Furrow.Core.Log;

namespace Furrow.Server.Programmes;

/// <summary>How a programme begins. EXERCISE is decided here, once and for ever.</summary>
public static class Genesis
{
    public const string DefaultProfile = "default";

    /// <summary>Version of the arithmetic of the land engine that new programmes begin with.</summary>
    public const int EngineVersion = 1;

    /// <summary>Version of the table of moves that new programmes begin with.</summary>
    public const int MovesVersion = 1;

    /// <summary>A real programme, named after its file.</summary>
    public static Func<ProgrammeOpened> OfFile(string path, string by, TimeProvider clock) =>
        () => new ProgrammeOpened(Guid.NewGuid(), Path.GetFileNameWithoutExtension(path), false, DefaultProfile, EngineVersion, MovesVersion, by,
            clock.GetUtcNow());

    /// <summary>An invented programme for demonstrations and drills.</summary>
    public static Func<ProgrammeOpened> Exercise(string name, string by, TimeProvider clock) =>
        () => new ProgrammeOpened(Guid.NewGuid(), name, true, DefaultProfile, EngineVersion, MovesVersion, by, clock.GetUtcNow());
}
