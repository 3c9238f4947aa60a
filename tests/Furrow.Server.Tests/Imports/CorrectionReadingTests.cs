namespace Furrow.Server.Tests.Imports;

/// <summary>A correction is read as an import is: what is only proposed waits for a person's word.</summary>
public sealed class CorrectionReadingTests : IDisposable
{
    private const string Land = "\"POLYGON((17 44,17.001 44,17.001 44.001,17 44.001,17 44))\"";

    private readonly Shell _shell = new();

    public CorrectionReadingTests()
    {
        _shell.Write("a.csv", $"Code,WKT,Status\nA1,{Land},suspected\n");
        Assert.Equal(0, _shell.Run("import", "a.csv", "--as", "suspected", "--on", "2018-12-31", "--organisation", "Office", "--crs", "EPSG:4326",
            "--baseline", "--accept", "old archive", "--apply"));
        _shell.Write("b.csv", $"Code,WKT,Status,Depth\nA1,{Land},cleared,5\n");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void An_open_reading_holds_a_correction_back_until_it_is_confirmed()
    {
        string[] correct = ["correct", "A1", "b.csv", "--as", "cleared", "--on", "2019-12-31", "--organisation", "Office", "--crs", "EPSG:4326"];
        Assert.NotEqual(0, _shell.Run(correct));
        Assert.Contains("dictionary-open", _shell.Out + _shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Run([.. correct, "--confirm", "b.mapping.json"]));
        Assert.Contains("\"cm\"", File.ReadAllText(Path.Combine(_shell.Folder, "b.mapping.json")), StringComparison.Ordinal);
    }
}
