using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>Reports of a file that are decided by their codes: the file waits for nobody then, and each answers by its code whatever became of it.</summary>
public sealed class DecidedOneByOneTests : IDisposable
{
    private readonly Shell _shell = new();

    public DecidedOneByOneTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}"""), Square(5, 0, properties: """{"code":"A-2"}""")));
        _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2026-01-15", "--organisation", "Survey office", "--apply");
        Decide("A-1");
    }

    public void Dispose() => _shell.Dispose();

    private void Decide(string report)
    {
        Assert.Equal(0, _shell.Run("review", "check", report, "--person", "Cyn"));
        Assert.Equal(0, _shell.Run("review", "accept", report, "--person", "Bea", "--reason", "sound"));
    }

    [Fact]
    public void A_file_whose_reports_are_all_decided_waits_for_nobody()
    {
        _shell.Run("batches");
        Assert.Contains("waits", _shell.Out, StringComparison.Ordinal);
        Decide("A-2");
        _shell.Run("batches");
        Assert.Contains("decided report by report", string.Join(' ', _shell.Out.Split((char[])[], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_took_a_report_away_is_asked_by_its_code()
    {
        Assert.Equal(0, _shell.Run("withdraw", "A-1", "--reason", "wrong village", "--person", "Dan"));
        var waiting = _shell.Json("review", "list").GetProperty("reports").EnumerateArray()
            .Single(r => r.GetProperty("kind").GetString() == "withdrawal").GetProperty("id").GetString()!;
        Decide(waiting);
        Assert.Equal(0, _shell.Run("review", "history", "A-1"));
        Assert.Contains("withdrawn", _shell.Out, StringComparison.Ordinal);
    }
}
