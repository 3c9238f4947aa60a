using System.Text.Json;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>What was returned and is sent again by a file is the next version of what was returned; what was accepted, or is another sender's, is another.
/// </summary>
public sealed class ReturnedRowTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_returned_report_comes_back_as_its_next_version()
    {
        Import("one.geojson", 10, "Team");
        Assert.Equal(0, _shell.Run("review", "return", "KP-1", "--reason", "the land is larger", "--person", "Cyn"));
        var again = Import("two.geojson", 20, "team");
        Assert.Contains("Report KP-1 was sent back and comes again", again.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["KP-1 submitted"], Reports());
        Assert.Equal(0, _shell.Run("review", "history", "KP-1"));
        Assert.Contains("mended", _shell.Out, StringComparison.Ordinal);
        // The same row once more is here already; with the file, the report is taken back.
        Assert.Equal("already-here", Import("three.geojson", 20, "team").GetProperty("rows")[0].GetProperty("verdict").GetString());
        Assert.Equal(0, _shell.Run("review", "check", "--batch", again.GetProperty("batch").GetString()!, "--reason", "seen", "--person", "Cyn"));
        Assert.Equal(["KP-1 checked"], Reports());
    }

    [Theory]
    [InlineData(true, "Another team")]
    [InlineData(false, "Team")]
    public void The_code_of_another_senders_report_or_of_one_that_waits_stays_taken(bool isReturned, string sender)
    {
        Import("one.geojson", 10, "Team");
        if (isReturned)
        {
            Assert.Equal(0, _shell.Run("review", "return", "KP-1", "--reason", "the land is larger", "--person", "Cyn"));
        }

        Import("two.geojson", 20, sender);
        Assert.Equal([$"KP-1 {(isReturned ? "returned" : "submitted")}", "KP-1~2 submitted"], Reports());
    }

    private JsonElement Import(string file, int side, string organisation)
    {
        _shell.Write(file, Collection(Square(0, 0, side, """{"code":"KP-1"}""")));
        return _shell.Json("import", file, "--as", "suspected", "--on", "2025-12-31", "--organisation", organisation, "--kind", "mines", "--apply");
    }

    private IEnumerable<string> Reports() => _shell.Json("list", "reports", "--sort", "code").GetProperty("rows").EnumerateArray()
        .Select(r => $"{r.GetProperty("code").GetString()} {r.GetProperty("review").GetString()}");
}
