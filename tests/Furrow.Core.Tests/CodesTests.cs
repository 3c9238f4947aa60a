using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests;

/// <summary>One rule for codes: the land, the reports and the checks agree which are the same.</summary>
public sealed class CodesTests
{
    [Theory]
    [InlineData("KP 12", "kp12", true)]
    [InlineData("KP 12", " KP 12\t", true)]
    [InlineData("KP\u00A012", "KP12", true)]
    [InlineData("KP\u200B12", "KP\uFEFF1\u00AD2", true)]
    [InlineData("кп-7", "КП - 7", true)]
    [InlineData("KP-12", "KP12", false)]
    [InlineData("KP 12", "KP 1 2 3", false)]
    [InlineData("КР", "KP", false)]
    [InlineData("ı", "I", false)]
    [InlineData("straße", "STRASSE", false)]
    public void Codes_are_the_same_but_for_case_blanks_and_what_nobody_sees(string one, string other, bool same)
    {
        Assert.Equal(same, Codes.AreSame(one, other));
        Assert.Equal(same, Codes.Comparer.Equals(other, one));
        Assert.Equal(same, Codes.Key(one) == Codes.Key(other));
        Assert.Equal(same, new CodeIndex([(Id(1), one)]).Find(other).Count == 1);
        Assert.Equal(same, ReportBook.Empty.Submitted(Hazard(1, one)).FindByCode(other) is not null);
        Assert.Equal(same, AreaNames.Empty.With([.. ReportClaims.Of(Hazard(1, area: one), "H-1", 0, 1, 1, 1)]).NumberOf(other) == 0);
    }

    [Fact]
    public void Reports_that_write_the_code_of_an_area_differently_speak_of_one_area()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1, area: "KP 12"), Hazard(2, area: "kp12"), Hazard(3, area: "KP 13")).Accepted(1, 2, 3);
        var land = LandLedger.Empty.Accept(new LandAcceptance(1, [.. book.All.SelectMany((e, i) =>
            ReportClaims.Of(e.Report, e.Report.Code, i, 1, i, 1))], []));
        Assert.Equal([("KP 12", 2), ("KP 13", 1)],
            LandQuestions.HazardousAreas(land, new DateOnly(2026, 1, 1), 1).OrderBy(a => a.Code).Select(a => (a.Code, a.Reports.Count)));
    }
}
