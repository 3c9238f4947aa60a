using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>A name nobody has is a slip, unless it is said that somebody new is meant.</summary>
public sealed class UnknownPersonTests : IDisposable
{
    private readonly Shell _shell = new() { RegistersPeople = false };

    public UnknownPersonTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        Assert.Equal(0, _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2026-01-15", "--organisation", "Office", "--apply"));
        Assert.Equal(0, _shell.Run("person", "register", "Quality officer"));
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("Qualty officer", "registered: Quality officer")]
    [InlineData("quality", "registered: Quality officer")]
    [InlineData("Qaulity Officer", "registered: Quality officer")]
    [InlineData("Zoe", "")]
    public void It_is_refused_with_names_like_it_and_nobody_is_registered(string name, string near)
    {
        foreach (var words in (string[][])[["review", "check", "A-1"], ["review", "check", "A-1", "--dry-run"], ["undo", "last", "--reason", "x"], ["balance"]])
        {
            Assert.Equal(1, _shell.Run([.. words, "--person", name]));
            Assert.Contains("[person-not-registered]", _shell.Error, StringComparison.Ordinal);
            Assert.Equal(near.Length > 0, _shell.Error.Contains("registered: ", StringComparison.Ordinal));
            Assert.Contains(near, _shell.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, _shell.Json("list", "people").GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Somebody_registered_acts_however_the_name_is_written_and_somebody_new_when_it_is_said()
    {
        Assert.Equal(0, _shell.Run("review", "check", "A-1", "--person", "quality  OFFICER"));
        Assert.Equal(0, _shell.Run("review", "accept", "A-1", "--person", "Zoe", "--register"));
        Assert.Equal(3, _shell.Json("list", "people").GetProperty("rows").GetArrayLength());
    }

    /// <summary>The id of a trial will never be.</summary>
    [Fact]
    public void A_dry_run_names_no_id_but_those_that_are_there()
    {
        Assert.Equal(0, _shell.Run("person", "register", "Zoe", "--dry-run"));
        Assert.Contains("(new)", _shell.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-", _shell.Out);
        Assert.Equal(0, _shell.Run("undo", "last", "--reason", "wrong", "--dry-run"));
        Assert.DoesNotContain("(new)", _shell.Out, StringComparison.Ordinal);
        Assert.Matches("Batch [0-9a-f]{8}-", _shell.Out);

        _shell.Write("people.csv", "Name\nZoe\nAbe\n");
        Assert.Equal(0, _shell.Run("rows", "person-register", "people.csv"));
        Assert.Equal(2, _shell.Out.Split("(new)").Length - 1);
        Assert.DoesNotMatch("[0-9a-f]{8}-", _shell.Out);
    }

    [Fact]
    public void The_first_person_of_a_new_programme_needs_no_registering() =>
        Assert.Equal(0, _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2026-01-15", "--organisation", "Office", "--apply", "--person", "Zoe",
            "--programme", "other.furrow"));
}
