using System.Diagnostics;

namespace Furrow.Shape.Tests;

/// <summary>One file of the tree, by its path from the root with forward slashes. A rule takes a list of these, so its twin can feed it a
/// made-up tree.</summary>
public sealed record TreeFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public bool EndsWith(params string[] endings) => endings.Any(e => Path.EndsWith(e, StringComparison.Ordinal));
}

/// <summary>The tree as git sees it: what is committed or about to be, without what .gitignore names.</summary>
public static class Tree
{
    private static readonly string[] Pictures = [".png", ".ico", ".woff2", ".gpkg", ".zip", ".pbf", ".ttf", ".otf", ".bin"];
    private static readonly Lazy<IReadOnlyList<TreeFile>> Loaded = new(Load);

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file.</summary>
    public static IReadOnlyList<TreeFile> Files => Loaded.Value;

    public static IEnumerable<TreeFile> Code => Files.Where(f => f.EndsWith(".cs"));

    public static IEnumerable<TreeFile> Documents => Files.Where(f => f.EndsWith(".md"));

    public static TreeFile File(string path) =>
        Files.FirstOrDefault(f => f.Path == path) ?? throw new FileNotFoundException($"{path} is missing from the tree.");

    public static bool Exists(string path) => System.IO.File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    private static List<TreeFile> Load()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. paths.Distinct().Order(StringComparer.Ordinal)
            .Where(p => !Pictures.Any(e => p.EndsWith(e, StringComparison.Ordinal)) && System.IO.File.Exists(Path.Combine(Root, p)))
            .Select(p => new TreeFile(p, System.IO.File.ReadAllText(Path.Combine(Root, p)).ReplaceLineEndings("\n")))];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Furrow.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the tree.");
    }
}
