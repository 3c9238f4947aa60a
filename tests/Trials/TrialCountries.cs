using Xunit;

namespace Furrow.Trials;

/// <summary>The countries that imports and ledger are tried on. The generated one is always there. A real one is tried by the same tests where somebody
/// has its files: in the folder that FURROW_TRIAL_DATA names, or in shared/data beside the checkout. The real files have no licence: they are read where
/// they lie, and nothing made from them is kept.</summary>
public static class TrialCountries
{
    public const string Variable = "FURROW_TRIAL_DATA";

    public const string Generated = "generated country";
    public const string Trial = "trial data";

    private const ulong Seed = 7;

    /// <summary>Rows of theories: the names of the countries that are here.</summary>
    public static IEnumerable<TheoryDataRow<string>> Names =>
        TrialFolder() is null ? [new(Generated)] : [new(Generated), new(Trial)];

    /// <param name="folder">Where the files of a generated country are written. The others are read where they lie.</param>
    public static TrialCountry Open(string name, string folder) => name switch
    {
        Generated => GeneratedFiles.Write(Seed, folder),
        Trial => new TrialCountry(name, TrialFolder()!),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such country"),
    };

    private static string? TrialFolder() => Find(Environment.GetEnvironmentVariable(Variable), Checkout());

    /// <summary>The folder with the files of the real country, null when nobody named one and none lies beside the checkout. A named folder that lacks a
    /// file is an error: whoever named it wants it tried.</summary>
    public static string? Find(string? named, string checkout)
    {
        if (string.IsNullOrEmpty(named))
        {
            var beside = Path.Combine(checkout, "..", "shared", "data", "bih");
            return TrialCountry.MissingIn(beside) is null ? Path.GetFullPath(beside) : null;
        }

        var inside = Path.Combine(named, "bih");
        var folder = Directory.Exists(inside) ? inside : named;
        return TrialCountry.MissingIn(folder) is not { } missing
            ? Path.GetFullPath(folder)
            : throw new InvalidOperationException($"{Variable} is '{named}', and there is no {missing} in it.");
    }

    /// <summary>The nearest folder above the tests that holds the solution.</summary>
    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Furrow.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Furrow.slnx.");
        }

        return folder.FullName;
    }
}
