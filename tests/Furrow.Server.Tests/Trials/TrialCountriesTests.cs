using Furrow.Trials;
using Xunit;

namespace Furrow.Server.Tests.Trials;

/// <summary>Which data the tests run on: never silently less than somebody asked for.</summary>
public sealed class TrialCountriesTests : IDisposable
{
    private static readonly string[] Files = ["suspect_areas.geojson", "cleared_areas.geojson", "municipalities.geojson"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bare_clone_has_the_generated_country_alone() => Assert.Null(TrialCountries.Find(null, MakeFolder("bare/clone")));

    [Fact]
    public void Files_beside_the_checkout_are_found_without_being_named()
    {
        Fill("beside/shared/data/bih");
        Assert.Equal(_folder["beside/shared/data/bih"], TrialCountries.Find("", MakeFolder("beside/clone")));
    }

    [Fact]
    public void A_named_folder_goes_before_the_one_beside_and_may_hold_the_files_or_a_folder_bih_with_them()
    {
        Fill("beside/shared/data/bih");
        Fill("named");
        Fill("deeper/bih");
        var checkout = MakeFolder("beside/clone");
        Assert.Equal(_folder["named"], TrialCountries.Find(_folder["named"], checkout));
        Assert.Equal(_folder["deeper/bih"], TrialCountries.Find(_folder["deeper"], checkout));
    }

    [Fact]
    public void A_named_folder_without_the_files_is_an_error_even_where_others_lie_beside()
    {
        Fill("beside/shared/data/bih");
        var checkout = MakeFolder("beside/clone");
        foreach (var wrong in new[] { MakeFolder("empty"), _folder["nowhere"] })
        {
            var error = Assert.Throws<InvalidOperationException>(() => TrialCountries.Find(wrong, checkout));
            Assert.Equal($"FURROW_TRIAL_DATA is '{wrong}', and there is no suspect_areas.geojson in it.", error.Message);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_files_and_another_seed_others()
    {
        string Text(ulong seed) => File.ReadAllText(GeneratedFiles.Write(seed, MakeFolder($"{seed}")).Municipalities);
        Assert.Equal(Text(7), Text(7));
        Assert.NotEqual(Text(7), Text(8));
    }

    private string MakeFolder(string name) => Directory.CreateDirectory(_folder[name]).FullName;

    private void Fill(string folder)
    {
        MakeFolder(folder);
        foreach (var file in Files)
        {
            File.WriteAllText(Path.Combine(_folder[folder], file), "{}");
        }
    }
}
