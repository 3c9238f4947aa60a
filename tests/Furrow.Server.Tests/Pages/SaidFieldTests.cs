using Furrow.Core;
using Furrow.Core.Reports;
using Furrow.Server.Pages;

namespace Furrow.Server.Tests.Pages;

/// <summary>A field of a report is said by its term in the language of the page, wherever a refusal names it; the column of a file is called what it is called
/// there.</summary>
public sealed class SaidFieldTests
{
    [Theory]
    [InlineData("en", "a.csv, row 3, field Effective date")]
    [InlineData("az", "a.csv, 3-cü sətir, sahə: Sözü gedən tarix")]
    public void The_place_of_a_refusal_is_said_with_the_term_of_its_field(string language, string said) =>
        Assert.Equal(said, Said.Of(Texts.In(language), new ProblemPlace("a.csv", 3, "end")));

    [Fact]
    public void No_English_name_of_a_field_stands_in_another_language()
    {
        foreach (var (code, _, _) in Texts.Languages.Where(l => l.Code != "en"))
        {
            var texts = Texts.In(code);
            Assert.DoesNotContain("statedArea", Said.Of(texts, Problems.ColumnUnclear("a.csv", "X", "statedArea")), StringComparison.Ordinal);
            Assert.Contains(texts["field.statedArea"], Said.Of(texts, Problems.ColumnMissing("a.csv", "statedArea", "X")), StringComparison.Ordinal);
            Assert.DoesNotContain("geometry", Said.Of(texts, new ProblemPlace("a.csv", 2, "geometry")), StringComparison.Ordinal);
            Assert.Contains(texts["field.organisation"], Said.Of(texts, new RefusedRow(2, "field-missing", Problems.FieldMissing("a.csv", 2, "organisation").Phrase,
                "organisation")), StringComparison.Ordinal);
            Assert.Contains("Duljina X", Said.Of(texts, new ProblemPlace("a.csv", 2, "Duljina X")), StringComparison.Ordinal);
        }
    }
}
