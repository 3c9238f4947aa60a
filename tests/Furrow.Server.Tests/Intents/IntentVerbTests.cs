using System.Text.Json;
using Furrow.Server.Intents;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Intents;

/// <summary>One description gives a verb with options, takes and shows JSON, and names the field in words when something is wrong.</summary>
public sealed class IntentVerbTests : IDisposable
{
    private readonly Shell _shell = new(intents: IntentList.With(typeof(CrewIntents).Assembly));

    public IntentVerbTests()
    {
        var path = Path.Combine(_shell.Folder, "programme.furrow");
        Programme.Open(path, Genesis.OfFile(path, "ann", TimeProvider.System)).Get().Dispose();
    }

    public void Dispose() => _shell.Dispose();

    private IReadOnlyList<string> Names
    {
        get
        {
            using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
            return CrewIntents.NamesIn(programme);
        }
    }

    [Fact]
    public void Every_kind_of_field_comes_through_its_option()
    {
        Assert.Equal(0, _shell.Run("crew", "form", "--name", "West", "--since", "2026-01-01"));
        Assert.Matches("^West is crew [0-9a-f-]{36}\\. Entry [0-9]+\\.\n$", _shell.Out.ReplaceLineEndings("\n"));
        Assert.Equal("West; 2026-01-01; ; ; ; Manual; ; ; ; ; .", Names[^1]);
        Assert.Equal(0, _shell.Run("crew", "form", "--name", "  Şimal  ", "--since", "2026-02-28", "--code", "C-7", "--depth", "20 cm", "--share", "0.50",
            "--kind", "mine-dogs", "--insured", "no", "--leader", "ANN", "--joins-with", "west", "--joins-with", "ann", "--camp", "40.5,-48.250",
            "--remarks", "two\nlines", "--reason", "spring"));
        Assert.Equal("Şimal; 2026-02-28; C-7; 20; 0.5; MineDogs; False; ann; West+ann; 40.5, -48.25; two\nlines.", Names[^1]);
    }

    [Fact]
    public void Help_says_what_the_description_says()
    {
        Assert.Equal(0, _shell.Run("crew", "form", "--help"));
        Assert.Contains("A new crew, from a day on.", _shell.Out, StringComparison.Ordinal);
        Assert.Matches(@"--kind <WORD> +Kind of crew\. One of: manual, mine-dogs\. Default: manual\.", _shell.Out);
        Assert.Matches(@"--depth <CM> +Depth searched\.", _shell.Out);
        Assert.Matches(@"--camp <POSITION> +Where the crew sleeps\.", _shell.Out);
        Assert.Matches(@"--name <TEXT> +Name\. Required\.", _shell.Out);
    }

    [Fact]
    public void What_a_dry_run_shows_as_JSON_is_taken_as_JSON_and_means_the_same()
    {
        string[] line = ["crew", "form", "--name", "West", "--since", "2026-01-01", "--depth", "20", "--insured", "yes", "--joins-with", "ann", "--reason", "why"];
        var before = Names;
        var shown = _shell.Json([.. line, "--dry-run"]).GetProperty("intent").GetRawText();
        Assert.Equal("""{"intent":"crew-form","name":"West","since":"2026-01-01","depth":20,"insured":true,"joinsWith":["ann"],"reason":"why"}""",
            JsonSerializer.Serialize(JsonDocument.Parse(shown).RootElement));
        Assert.Equal(before, Names);

        _shell.In = shown;
        Assert.Equal(shown, _shell.Json("crew", "form", "--from-json", "-", "--dry-run").GetProperty("intent").GetRawText());
        _shell.Write("west.json", shown);
        Assert.Equal(0, _shell.Run("crew", "form", "--from-json", "west.json"));
        Assert.Equal("West; 2026-01-01; ; 20; ; Manual; True; ; ann; ; .", Names[^1]);
    }

    [Theory]
    [InlineData("--name|West|--since|1.2.2026", 2, "field since: Working since: \"1.2.2026\" is not a date; write it as 2016-12-31. [field-not-a-day]")]
    [InlineData("--since|2026-01-01", 2, "field name: Name: this field is required. [field-empty]")]
    [InlineData("--name|West|--since|2026-01-01|--depth|1,250", 2, "[field-not-a-number]")]
    [InlineData("--name|West|--since|2026-01-01|--depth|201", 2, "Depth searched: the number is larger than 200 cm. [field-too-large]")]
    [InlineData("--name|West|--since|2026-01-01|--depth|0", 2, "smaller than 1 cm")]
    [InlineData("--name|West|--since|2026-01-01|--depth|1.5", 2, "[field-not-whole]")]
    [InlineData("--name|West|--since|2026-01-01|--kind|dogs", 2, "\"dogs\" is not one of the choices: manual, mine-dogs.")]
    [InlineData("--name|West|--since|2026-01-01|--insured|perhaps", 2, "[field-not-yes-or-no]")]
    [InlineData("--name|West|--since|2026-01-01|--camp|91, 4", 2, "[field-not-a-position]")]
    [InlineData("--name|West|--since|2026-01-01|--leader|Nobody", 1, "field leader: Crew leader: there is nothing that is called \"Nobody\".")]
    [InlineData("--name|W\u202Eest|--since|2026-01-01", 2, "[field-unseen]")]
    [InlineData("--name|0123456789012345678901234567890123456789x|--since|2026-01-01", 2, "Name: the text has more than 40 letters. [field-too-long]")]
    [InlineData("--name|West|--since|2026-01-01|--from-json|x.json", 1, "--from-json gives all fields: leave out --name")]
    [InlineData("--name|ann|--since|2026-01-01", 1, "field name: A crew is called ann already. [report-field-wrong]")]
    public void What_is_wrong_is_said_with_the_field_in_words(string line, int exit, string told)
    {
        var before = Names;
        Assert.Equal(exit, _shell.Run(["crew", "form", .. line.Split('|')]));
        Assert.Contains(told, _shell.Error, StringComparison.Ordinal);
        Assert.Equal(before, Names);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        Assert.Equal(2, _shell.Run("crew", "form", "--since", "soon", "--depth", "deep"));
        Assert.Equal(["field since", "field depth", "field name"], _shell.Error.TrimEnd().Split('\n').Select(l => l.Split(": ")[1]));
        var json = _shell.Json("crew", "form", "--since", "soon", "--depth", "deep");
        Assert.Equal("field-not-a-day", json.GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal(3, json.GetProperty("problems").GetArrayLength());
    }

    /// <summary>Whoever is registered with what they do first is not registered by it again.</summary>
    [Fact]
    public void Somebody_who_registers_themselves_is_one_person()
    {
        Assert.Equal(1, _shell.Run("person", "register", "Erin", "--person", "Erin"));
        Assert.Contains("[person-known]", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run("person", "register", "Erin"));
        Assert.Equal(1, _shell.Run("person", "register", " erin "));
        Assert.Single(Names, n => n == "Erin");
    }

    /// <summary>A refusal never repeats what is not for everybody.</summary>
    [Fact]
    public void What_is_restricted_does_not_stand_in_a_sentence()
    {
        _shell.In = """{"name":"West","since":"2026-01-01","remarks":"Patient \u0000 K."}""";
        Assert.Equal(1, _shell.Run("crew", "form", "--from-json", "-"));
        Assert.Contains("[field-unseen]", _shell.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Patient", _shell.Error, StringComparison.Ordinal);
    }
}
