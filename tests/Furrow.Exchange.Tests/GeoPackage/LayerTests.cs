namespace Furrow.Exchange.Tests.GeoPackage;

/// <summary>Which layer of a GeoPackage is read.</summary>
public sealed class LayerTests
{
    private const string Case = "files/44-gpkg-layers/a.gpkg";

    [Fact]
    public void Names_differ_in_case_and_are_one() => Assert.Equal(3, CaseFile.Read("files/41-gpkg-case/a.gpkg").Rows.Count(r => r.Problem is null));

    [Fact]
    public void A_view_is_a_layer_that_is_asked_about() => Assert.Equal(["layer-not-named"], CaseFile.Read(Case).Problems.Select(p => p.Code));

    [Theory]
    [InlineData("areas", "")]
    [InlineData("AREAS", "")]
    [InlineData("v", "layer-computed")]
    [InlineData("w", "layer-unknown")]
    public void The_one_that_is_named_is_read_unless_it_is_computed(string layer, string code)
    {
        var read = CaseFile.Read(Case, new() { Layer = layer });
        Assert.Equal(code, string.Join(' ', read.Problems.Select(p => p.Code)));
        Assert.Equal(code.Length == 0 ? 3 : 0, read.Rows.Count);
    }
}
