using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.Projections;

/// <summary>Digits of other scripts are no numbers here, and nothing stumbles over them.</summary>
public sealed class OtherDigitTests
{
    [Theory]
    [InlineData("40\u06F0\u00B012'30\"N")]
    [InlineData("\u0664\u0660.5")]
    [InlineData("33T \u0667\u0660\u0660\u0660\u0660\u0660 4886000")]
    [InlineData("\u06F3\u06F3T 700000 4886000")]
    [InlineData("\u06F3\u06F8TMM\u06F1\u06F2\u06F3\u06F4")]
    [InlineData("38TMM\u0661\u0662")]
    public void A_position_is_refused(string text)
    {
        Assert.Null(AngleText.Parse(text, out _));
        Assert.Null(Mgrs.Parse(text));
        Assert.Null(CoordinateText.Position(text));
        Assert.Null(CoordinateText.Zone(text, null));
        var row = Assert.Single(Reading.Of("a.csv", $"code,coordinates\nA,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n").Rows);
        Assert.Equal("field-unreadable", row.Problem?.Code);
    }

    [Theory]
    [InlineData("UTM \u06F3\u06F3N")]
    [InlineData("EPSG:\u06F4\u06F3\u06F2\u06F6")]
    public void A_system_is_refused(string text) => Assert.True(CoordinateSystems.Resolve(text).IsRefused);
}
