using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>Two columns or members of one name: what the second says is never lost behind what the first says.</summary>
public sealed class RepeatedColumnTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private string Told(string file, params string[] more) => string.Join(' ', _shell.Json(["import", file, "--as", "suspected", "--on", "2016-01-15",
        "--organisation", "EXERCISE", .. more]).GetProperty("rows").EnumerateArray()
        .Select(r => r.GetProperty("problem") is { ValueKind: System.Text.Json.JsonValueKind.Object } p ? p.GetProperty("code").GetString() : "taken"));

    [Theory]
    [InlineData("Code,Area m2,Area m2,Lat,Lon\nA1,500,700,44.1,17.5\nA2,600,600.0,44.2,17.5\nA3,600,,44.3,17.5\nA4,,600,44.4,17.5\n", "columns-differ taken taken columns-differ")]
    [InlineData("Code,Code,Lat,Lon\nA1,B1,44.1,17.5\nA2,a2,44.2,17.5\n", "columns-differ taken")]
    [InlineData("Operator,Operator,Lat,Lon\nTeam A,Team B,44.1,17.5\n", "columns-differ")]
    [InlineData("Code,Remarks,Remarks,Lat,Lon\nA1,a,b,44.1,17.5\n", "taken")]
    public void A_heading_over_two_columns_that_differ_refuses_the_row(string table, string told)
    {
        _shell.Write("a.csv", table);
        Assert.Equal(told, Told("a.csv"));
    }

    [Fact]
    public void One_of_them_may_be_left()
    {
        _shell.Write("a.csv", "Code,Area m2,Area m2,Lat,Lon\nA1,500,700,44.1,17.5\n");
        Assert.Equal("taken", Told("a.csv", "--leave", "Area m2 (2)"));
    }

    [Theory]
    [InlineData("""{"code":"A","code":"B"}""", "columns-differ")]
    [InlineData("""{"code":"A","code":"A"}""", "taken")]
    [InlineData("""{"code":"A","note":"x","note":"y"}""", "taken")]
    public void A_member_that_stands_twice_in_a_feature_is_not_taken_by_its_first_value(string properties, string told)
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: properties)));
        Assert.Equal(told, Told("a.geojson"));
    }
}
