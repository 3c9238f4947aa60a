using Xunit;

namespace Furrow.Server.Tests.Verbs;

/// <summary>How a programme is served, and by which versions it is computed.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Serving_a_file_that_is_not_there_makes_no_empty_programme()
    {
        Assert.Equal(1, _shell.Run("serve", "--programme", "typo.furrow", "--port", "0"));
        Assert.Contains("programme-missing", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("typo.furrow"));
        Assert.Equal(0, _shell.RunUntilServed("serve", "--new", "--port", "0"));
        Assert.Equal(1, _shell.Run("serve", "--new", "--port", "0"));
        Assert.Contains("programme-exists", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Serving_new_begins_an_empty_programme()
    {
        Assert.Equal(0, _shell.RunUntilServed("serve", "--new", "--port", "0"));
        Assert.Contains("programme is served at http://127.0.0.1:", _shell.Out, StringComparison.Ordinal);
        Assert.True(_shell.Has("programme.furrow"));
    }

    [Fact]
    public void Versions_are_told_and_unknown_ones_are_refused()
    {
        Assert.Equal(0, _shell.RunUntilServed("serve", "--new", "--port", "0"));
        Assert.Equal(1, _shell.Json("versions", "list").GetProperty("inEffect").GetProperty("engine").GetInt32());
        Assert.Equal(1, _shell.Run("versions", "set", "--engine", "2", "--reason", "new"));
        Assert.Contains("versions-unknown", _shell.Error, StringComparison.Ordinal);
    }
}
