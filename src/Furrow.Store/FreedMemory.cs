using System.Runtime.InteropServices;

namespace Furrow.Store;

/// <summary>What SQLite gives back to the system's allocator is overwritten there, so that what was erased does not stay in memory nobody uses: glibc does that
/// when it is told to (mallopt, M_PERTURB). Other systems are left as they are.</summary>
internal static class FreedMemory
{
    private const int Perturb = -6;

    /// <summary>Any byte but 0.</summary>
    private const int With = 0x5F;

    private static readonly Lazy<bool> Told = new(() =>
    {
        try
        {
            return OperatingSystem.IsLinux() && SetOption(Perturb, With) == 1;
        }
        catch (Exception other) when (other is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    });

    /// <summary>From the first call on, for this process.</summary>
    public static bool Overwrite() => Told.Value;

#pragma warning disable SYSLIB1054 // Nothing is marshalled: the generated form needs unsafe code.
    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
#pragma warning restore SYSLIB1054
}
