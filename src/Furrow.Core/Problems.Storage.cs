namespace Furrow.Core;

/// <summary>Faults of the medium that files lie on: five problems with five remedies. None of them is the fault of who asked, and none takes away what was
/// acknowledged before. After the first four the same act works as soon as the cause is gone, without a restart.</summary>
public static partial class Problems
{
    public static Problem StorageFull(Phrase what) => new("storage-full",
        $"No space is left to write {what}: the disk is full or a quota is used up. Nothing of this was kept; what was acknowledged before is safe.", 507)
        { Remedy = "Free space on that disk or raise the quota, then do it again. No restart is needed." };

    public static Problem StorageReadOnly(Phrase what) => new("storage-read-only",
        $"Nothing can be written to {what}: the medium it lies on is read-only. Nothing of this was kept; what was acknowledged before is safe.", 503)
        { Remedy = "Find out why the medium is read-only (a switch, a mount option, a disk that begins to fail), make it writable, then do it again. "
            + "No restart is needed." };

    public static Problem StorageNoPermission(Phrase what) => new("storage-no-permission",
        $"The account that Furrow runs under has no permission for {what}. Nothing of this was kept; what was acknowledged before is safe.", 500)
        { Remedy = "Give that account the right to read and write the file and the folder it lies in, then do it again. No restart is needed." };

    public static Problem StorageBusy(Phrase what) => new("storage-busy",
        $"Another program holds {what} and did not let go of it in time. Nothing of this was kept; what was acknowledged before is safe.", 503)
        { Remedy = "Wait until the other program (a backup, a virus scanner, a tool) has finished, or end it, then do it again. No restart is needed." };

    public static Problem StorageBroken(Phrase what, Phrase why) => new("storage-broken",
        $"The disk failed on {what}: {why} Nothing more is written to it; what can still be read is shown.", 500)
        { Remedy = "Stop the server, look at the disk, run furrow verify, and restore from a backup what it names as broken." };
}
