using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>A correction is of the report that is named, or it is refused; what it changes of status, contamination and land is told to whoever judges
/// it.</summary>
public sealed class CorrectionTests : IDisposable
{
    private readonly Shell _shell = new();

    public CorrectionTests()
    {
        _shell.Write("two.geojson", Collection(Square(0, 0, properties: """{"code":"R2"}"""), Square(100, 0, properties: """{"code":"R3"}""")));
        Assert.Equal(0, _shell.Run("import", "two.geojson", "--as", "suspected", "--on", "2015-12-31", "--organisation", "Office", "--kind", "mines", "--baseline",
            "--accept", "archive", "--apply"));
    }

    public void Dispose() => _shell.Dispose();

    private int Correct(string row, params string[] more)
    {
        _shell.Write("new.geojson", Collection(row));
        return _shell.Run(["correct", "R2", "new.geojson", "--on", "2015-12-31", "--organisation", "Office", .. more]);
    }

    [Theory]
    [InlineData("""{"code":"R3"}""")]
    [InlineData("""{"code":"R9"}""")]
    [InlineData("""{"code":"R2","corrects":"R3"}""")]
    [InlineData("""{"corrects":"R3"}""")]
    public void A_row_of_another_report_is_refused(string properties)
    {
        Assert.Equal(1, Correct(Square(0, 0, 5, properties), "--as", "suspected", "--kind", "mines"));
        Assert.Contains("correction-of-another", _shell.Error, StringComparison.Ordinal);
        Assert.Contains("is to correct R2", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Json("review", "list").GetProperty("reports").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"code":"R2"}""")]
    [InlineData("""{"code":" r2 "}""")]
    [InlineData("""{"corrects":"R2"}""")]
    [InlineData("{}")]
    public void A_row_of_the_report_that_changes_nothing_is_told_nothing_of(string properties)
    {
        Assert.Equal(0, Correct(Square(0, 0, properties: properties), "--as", "suspected", "--kind", "mines", "--method", "walked"));
        Assert.DoesNotContain("correction-changes", _shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("correction-changes", Judged(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, "cleared", "mines", "correction-changes: kind|correction-changes: status")]
    [InlineData(0, 10, "suspected", "ap-mines", "correction-changes: contamination")]
    [InlineData(0, 5, "suspected", "mines", "correction-changes: land")]
    [InlineData(500, 10, "suspected", "mines", "correction-changes: elsewhere")]
    public void What_it_changes_is_a_finding_at_the_verb_and_for_whoever_reviews(int east, int side, string word, string kinds, string groups)
    {
        Assert.Equal(0, Correct(Square(east, 0, side, """{"code":"R2"}"""), "--as", word, "--kind", kinds));
        Assert.Contains("To judge: ", _shell.Out, StringComparison.Ordinal);
        Assert.All(groups.Split('|'), group => Assert.Contains(group, Judged(), StringComparison.Ordinal));
    }

    private string Judged() => string.Join('|', _shell.Json("findings", "list").GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("key").GetString()));
}
