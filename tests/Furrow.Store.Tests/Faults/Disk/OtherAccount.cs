using System.Runtime.InteropServices;

namespace Furrow.Store.Tests.Faults.Disk;

/// <summary>Does something with the rights of an account that owns nothing. Rights do not bind root; so on a thread of root the kernel is told to look at files
/// as for "nobody" (setfsuid, Linux alone knows it). For any other account the rights of the files themselves bind.</summary>
internal static class OtherAccount
{
    private const uint Nobody = 65534;

    /// <summary>On a thread of its own, whose rights end with it.</summary>
    public static T Do<T>(Func<T> work)
    {
        T? done = default;
        Exception? failed = null;
        var thread = new Thread(() =>
        {
            try
            {
                if (Environment.IsPrivilegedProcess && OperatingSystem.IsLinux())
                {
                    _ = SetGroup(Nobody);
                    _ = SetUser(Nobody);
                }

                done = work();
            }
#pragma warning disable CA1031 // It is thrown again where the work was asked for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed = e;
            }
            finally
            {
                _ = SetUser(0);
                _ = SetGroup(0);
            }
        });
        thread.Start();
        thread.Join();
        return failed is null ? done! : throw new InvalidOperationException("The work of the other account failed.", failed);
    }

    /// <summary>The folder and its files may be read by anybody and written by nobody but their owner, and not by an owner without root's rights.</summary>
    public static void Close(string folder)
    {
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode look = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Set(folder, read | look, read);
    }

    /// <summary>The owner may write again.</summary>
    public static void Open(string folder)
    {
        const UnixFileMode both = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Set(folder, both | UnixFileMode.UserExecute, both);
    }

    /// <summary>Anybody may make files in the folder.</summary>
    public static void Share(string folder) => Set(folder, (UnixFileMode)0b111_111_111, null);

    /// <summary>Nobody may even read it.</summary>
    public static void Hide(string file) => Set(null, default, UnixFileMode.None, file);

    private static void Set(string? folder, UnixFileMode ofFolder, UnixFileMode? ofFiles, params IEnumerable<string> files)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Accounts have no such rights here.");
        }

        // A folder that may be looked into comes first when it opens; its files do not mind when it closes.
        if (folder is not null)
        {
            File.SetUnixFileMode(folder, ofFolder);
        }

        foreach (var file in ofFiles is null ? [] : folder is null ? files : Directory.GetFiles(folder))
        {
            File.SetUnixFileMode(file, ofFiles!.Value);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetUser(uint user);

    [DllImport("libc", EntryPoint = "setfsgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetGroup(uint group);
}
