using System.Text;

namespace Furrow.Store;

/// <summary>Files and folders of whoever runs the program, and of nobody else: read and written by their owner alone (0600, folders 0700), whatever the umask
/// says. A ledger holds restricted texts; so do its snapshot, an export and an upload. Every file the program makes is made here (a test holds it to
/// that). Where a system has no such modes the folder's own rights count.</summary>
public static class OwnerFiles
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;

    /// <summary>A file to write, empty. One that was there keeps the mode its owner gave it.</summary>
    public static FileStream Create(string path)
    {
        var isNew = !File.Exists(path);
        var file = new FileStream(path, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite }
            : new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, UnixCreateMode = OfFile });
        if (isNew && !OperatingSystem.IsWindows())
        {
            // The umask may have taken even the owner's rights away.
            File.SetUnixFileMode(file.SafeFileHandle, OfFile);
        }

        return file;
    }

    /// <summary>A file that nobody else can open and that is gone with whoever made it, also when the process is cut off: it loses its name at once where the
    /// system can do that, else it is deleted with its last handle.</summary>
    /// <param name="folder">Where its bytes lie meanwhile.</param>
    public static FileStream Unnamed(string folder)
    {
        var path = Path.Combine(folder, $".furrow-stage-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = OfFile;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    /// <summary>A file with this text, in UTF-8 without a mark.</summary>
    public static void WriteText(string path, string text)
    {
        using var file = Create(path);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The folder, made where there is none.</summary>
    public static string Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        var folder = Directory.CreateDirectory(path, OfFolder).FullName;
        File.SetUnixFileMode(folder, OfFolder);
        return folder;
    }

    /// <summary>Makes an empty file where there is none, and closes one of an earlier release to others. What hinders it is told by whoever opens the file
    /// next, who knows what for.</summary>
    public static void Ensure(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                Close(path);
            }
            else
            {
                Create(path).Dispose();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another's file, or a medium that cannot be written to.
        }
    }

    /// <summary>Closes a file to everybody but its owner, when it is there and ours.</summary>
    public static void Guard(string path)
    {
        if (File.Exists(path))
        {
            Ensure(path);
        }
    }

    /// <summary>Takes a file away that nobody needs; one that cannot be is left.</summary>
    public static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What hindered the work before is told, not what hinders the tidying after it.
        }
    }

    private static void Close(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OfFile)
        {
            File.SetUnixFileMode(path, OfFile);
        }
    }
}
