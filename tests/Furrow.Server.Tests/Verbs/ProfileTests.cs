using Furrow.Server.Imports;
using Furrow.Server.Pages.Reports;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>What a programme has set counts wherever something is judged: in imports by verb and page, corrections and findings.</summary>
public sealed class ProfileTests : IDisposable
{
    /// <summary>Its line goes round a sixth of its land twice: 16 % of what it encloses is in doubt.</summary>
    private const string Twice = "10 45, 10.001 45, 10.001 45.001, 10 45.001, 10 45, 10.0002 45.0002, 10.0006 45.0002, 10.0006 45.0006, 10.0002 45.0006, "
        + "10.0002 45.0002, 10 45";

    private readonly Shell _shell = new();

    public ProfileTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, 20, """{"code":"A"}""")));
        _shell.Run("import", "a.geojson", "--as", "cleared", "--on", "2016-01-15", "--organisation", "Survey office", "--baseline", "--accept", "old", "--apply");
        _shell.Write("twice.csv", $"code,wkt\nB,\"POLYGON (({Twice}))\"\n");
    }

    public void Dispose() => _shell.Dispose();

    private string Verdict()
    {
        var account = _shell.Json("import", "twice.csv", "--as", "cleared", "--on", "2016-02-15", "--organisation", "Survey office").GetProperty("account");
        return account.GetProperty("waiting").GetInt32() == 1 ? "waits" : account.GetProperty("repaired").GetInt32() == 1 ? "repaired" : account.ToString();
    }

    private void Set(string setting) => Assert.Equal(0, _shell.Run("profile", "set", setting, "--reason", "national standard"));

    [Fact]
    public void The_doubt_a_programme_lets_pass_is_its_own_in_verb_page_and_correction()
    {
        Assert.Equal(("repaired", "repaired", null), (Verdict(), OnPage(), Corrected()));
        Set("DoubtWaitsAbovePercent=10");
        Assert.Equal(("waits", "waits", "drawing-in-doubt"), (Verdict(), OnPage(), Corrected()));
        Set("DoubtIgnoredBelowSquareMetres=1000000");
        Assert.Equal(("repaired", "repaired", null), (Verdict(), OnPage(), Corrected()));
        Assert.Equal(0, _shell.Run("profile", "set", "DoubtIgnoredBelowSquareMetres=default", "DoubtWaitsAbovePercent=default", "DoubtWaitsAboveSquareMetres=1000",
            "--reason", "national standard"));
        Assert.Equal(("waits", "waits", "drawing-in-doubt"), (Verdict(), OnPage(), Corrected()));
        _shell.Run("profile", "show");
        Assert.Contains("The profile, version 4:", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("DoubtWaitsAboveSquareMetres: 1000 (comes with 100000)", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("verify"));
    }

    [Fact]
    public void Findings_are_those_of_the_programme_s_own_checks()
    {
        Assert.DoesNotContain("long-leg", Findings(), StringComparison.Ordinal);
        Set("LongestLegMetres=10");
        Assert.Contains("long-leg", Findings(), StringComparison.Ordinal);
        Set("Off=long-leg");
        Assert.DoesNotContain("long-leg", Findings(), StringComparison.Ordinal);
    }

    private string Findings()
    {
        Assert.Equal(0, _shell.Run("findings", "list", "--json"));
        return _shell.Out;
    }

    [Theory]
    [InlineData("DoubtWaitsAbovePercent", 1, "\"DoubtWaitsAbovePercent\" is not SETTING=VALUE")]
    [InlineData("Doubt=3", 1, "[profile-setting-unknown]")]
    [InlineData("DoubtWaitsAbovePercent=much", 1, "[profile-setting-wrong]")]
    public void What_is_no_setting_is_refused(string setting, int exit, string told)
    {
        Assert.Equal(exit, _shell.Run("profile", "set", setting, "--reason", "why"));
        Assert.Contains(told, _shell.Error, StringComparison.Ordinal);
    }

    /// <summary>A plan as the pages make it.</summary>
    private string OnPage()
    {
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        var options = new ImportOptions
        {
            As = ImportAs.Find("cleared")!, On = new(new(2016, 2, 15)), Organisation = "Survey office", By = Actor.Named("Ann"), At = DateTimeOffset.UnixEpoch,
        };
        var file = Furrow.Exchange.SourceFile.Of("twice.csv", File.ReadAllBytes(Path.Combine(_shell.Folder, "twice.csv")));
        var account = ImportPlan.Prepare(file, options, programme.State).Account;
        return account.Waiting == 1 ? "waits" : account.Repaired == 1 ? "repaired" : account.ToString();
    }

    private string? Corrected()
    {
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
        var form = new FormCollection(new Dictionary<string, StringValues> { ["drawn-0"] = $"POLYGON (({Twice}))" });
        return CorrectionForm.Read(programme.State.Reports.Single().Report, Guid.NewGuid(), form, programme.State.Profile).Problem?.Code;
    }
}
