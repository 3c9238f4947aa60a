using System.Reflection;

namespace Furrow.Server.Pages;

/// <summary>Which program answers.</summary>
public static class Versions
{
    public static readonly string Program =
        typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>This very build: pages, scripts and styles live in one file, so none of them changes without it.</summary>
    public static readonly string Build = typeof(Versions).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];
}
