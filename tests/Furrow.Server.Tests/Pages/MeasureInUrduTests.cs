using System.Text.RegularExpressions;
using Furrow.Server.Pages;

namespace Furrow.Server.Tests.Pages;

/// <summary>In a text from right to left a unit that is not bound to its number is read before it.</summary>
public sealed partial class MeasureInUrduTests
{
    [Fact]
    public void A_number_and_its_unit_stand_together_read_from_left_to_right()
    {
        var texts = Texts.In("ur");
        Assert.Contains("\u2066\u20686,353\u2069 m²\u2069", texts["doubt.row", 3, "6,353", "4,235"], StringComparison.Ordinal);
        Assert.DoesNotContain(texts.Keys, key => Loose().IsMatch(texts[key]));
        Assert.DoesNotContain("\u2066", Texts.In("en")["doubt.row", 3, "6,353", "4,235"], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<!\u2066)\{\d\} m²")]
    private static partial Regex Loose();
}
