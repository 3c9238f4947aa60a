using Furrow.Core;

namespace Furrow.Server.Serve;

/// <summary>The settings by which servers of this kind are commonly told where to listen. None of them is obeyed: the port is an option of the verb. One that
/// asks for more than this machine is refused by name, so that nobody believes it was.</summary>
/// <param name="Environment">The environment of the process.</param>
/// <param name="Folders">Where settings files are looked for: beside the program, and where it was started.</param>
public sealed record ListeningSettings(IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Folders)
{
    private const string Startup = "hostingstartupassemblies";
    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_", ""];

    public static ListeningSettings OfThisProcess(string folder) => new(
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => e.Value as string ?? ""),
        [AppContext.BaseDirectory, folder]);

    /// <summary>Why the server may not start, or null.</summary>
    public Problem? WhyNot() => Found().Select(s => s.Key.Equals(Startup, StringComparison.OrdinalIgnoreCase)
        ? Problems.StartupForeign(s.Name, s.Value)
        : s.Value.Split(';').FirstOrDefault(address => !StaysHere(s.Key, address.Trim())) is { } beyond ? Problems.ListeningBeyond($"{s.Name}", beyond)
        : null).FirstOrDefault(p => p is not null);

    /// <summary>Settings that ask for this machine only; they are not obeyed either, and whoever set them is told.</summary>
    public IReadOnlyList<string> Ignored() => [.. Found().Select(s => s.Name)];

    /// <summary>Whether an address can be reached from this machine alone. What cannot be read as one is not.</summary>
    public static bool IsOnThisMachine(string address)
    {
        try
        {
            var host = BindingAddress.Parse(address).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var ip) && System.Net.IPAddress.IsLoopback(ip);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>A port alone stands for every address of the machine.</summary>
    private static bool StaysHere(string key, string value) =>
        value.Length == 0 || !key.EndsWith("_ports", StringComparison.OrdinalIgnoreCase) && IsOnThisMachine(value);

    private IEnumerable<(string Name, string Key, string Value)> Found()
    {
        foreach (var (name, value) in Environment.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            var prefix = Prefixes.First(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
            var key = name[prefix.Length..].Replace("__", ":", StringComparison.Ordinal);
            if (value.Length > 0 && SaysWhere(key))
            {
                yield return (name, key, value);
            }
        }

        foreach (var file in Folders.Distinct().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "appsettings*.json")))
        {
            foreach (var (key, value) in Read(file).Where(s => s.Value is { Length: > 0 } && SaysWhere(s.Key)))
            {
                yield return ($"{key} in {Path.GetFileName(file)}", key, value!);
            }
        }
    }

    private static bool SaysWhere(string key) => key.ToLowerInvariant() is "urls" or "server.urls" or "http_ports" or "https_ports" or Startup
        || key.Split(':') is [var kestrel, var endpoints, _, var url] && kestrel.Equals("Kestrel", StringComparison.OrdinalIgnoreCase)
            && endpoints.Equals("Endpoints", StringComparison.OrdinalIgnoreCase) && url.Equals("Url", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file that is no JSON asks for nothing.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Read(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).Build().AsEnumerable().ToList();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
