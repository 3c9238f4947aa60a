using System.Text.RegularExpressions;
using Furrow.Core.Checks;
using Xunit;

namespace Furrow.Core.Tests.Checks;

public sealed partial class CheckListTests
{
    [Fact]
    public void Codes_are_unique_lower_case_words() =>
        Assert.All(CheckList.All.GroupBy(c => c.Code), g =>
        {
            Assert.Single(g);
            Assert.Matches(Code(), g.Key);
        });

    [Fact]
    public void Every_threshold_is_explained()
    {
        var thresholds = typeof(CheckSettings).GetProperties().Where(p => p.GetMethod is { IsStatic: false }).Select(p => p.Name)
            .Except(["Profile", "Version", "Off", "Severities", "EqualityContract"]);
        Assert.Equal(thresholds.Order(), CheckSettings.Explained.Select(e => e.Name).Order());
    }

    [Fact]
    public void A_report_without_fault_has_no_findings()
    {
        Assert.Empty(CheckList.Judge(Draft.Subject(Draft.Hazard)));
        Assert.Empty(CheckList.Judge(Draft.Subject(Draft.Clearance)));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Code();
}
