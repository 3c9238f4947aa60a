using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Pages.Import;

/// <summary>Where uploaded files lie until they are applied or thrown away: in a folder of their own beside the ledger, which only its owner may look into.
/// Whatever is in it at a start was left behind by a server that was cut off, and is swept: drafts are not records. Who only reads a ledger that another
/// writes must not sweep that one's uploads: it has a folder elsewhere.</summary>
public sealed class UploadFolder : IDisposable
{
    public UploadFolder(Programme programme)
    {
        Path = programme.MayWrite ? Of(programme.Path) : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"furrow-uploads-{Guid.NewGuid():N}");
        Sweep(Path);
        try
        {
            OwnerFiles.Folder(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever uploads something is told what hinders it.
        }
    }

    public string Path { get; }

    /// <summary>The folder of a ledger's uploads.</summary>
    public static string Of(string ledger) => ledger + "-uploads";

    /// <summary>The folder of one upload, made when there is none.</summary>
    public string For(Guid id)
    {
        OwnerFiles.Folder(Path);
        return OwnerFiles.Folder(FolderOf(id));
    }

    /// <summary>What an upload takes on the disk, with what was made of it.</summary>
    public long BytesOf(Guid id)
    {
        try
        {
            return new DirectoryInfo(FolderOf(id)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    public void Delete(Guid id) => Sweep(FolderOf(id));

    public void Dispose() => Sweep(Path);

    private static void Sweep(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or still in use: the next start sweeps it.
        }
    }

    private string FolderOf(Guid id) => System.IO.Path.Combine(Path, id.ToString("N"));
}
