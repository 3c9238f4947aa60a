using System.Reflection;

namespace Furrow.Server.Pages;

/// <summary>Which program answers.</summary>
public static class Versions
{
    public static readonly string Program =
        typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
