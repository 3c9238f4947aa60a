using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>What a ledger begins with, and who begins it.</summary>
public sealed class Founding(ProgrammeOpened opened, Acting by)
{
    public ProgrammeOpened Opened { get; } = opened;

    /// <summary>Judged once, so that what is tried on a ledger that does not exist yet is tried on the very one that is then made.</summary>
    public Outcome<JudgedBatch> Judged { get; } = JudgedBatch.Of(ProgrammeState.Empty.With(new PersonNames(null)), by, (_, _) => [opened]);
}

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
    public static Func<Founding> OfFile(string path, string by, TimeProvider clock, string? timeZone = null) =>
        Begin(Path.GetFileNameWithoutExtension(path), false, by, clock, timeZone);

    /// <summary>An invented programme for demonstrations and drills.</summary>
    public static Func<Founding> Exercise(string name, string by, TimeProvider clock) => Begin(name, true, by, clock, null);

    private static Func<Founding> Begin(string name, bool exercise, string by, TimeProvider clock, string? timeZone) => () => new Founding(
        new ProgrammeOpened(Guid.NewGuid(), name, exercise, DefaultProfile, EngineVersion, MovesVersion, ProgrammeTime.ForNew(timeZone, clock).Value!),
        new Acting(by, clock.GetUtcNow(), Door.Verb));
}
