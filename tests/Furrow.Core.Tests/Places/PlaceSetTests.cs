using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Core.Programmes;
using Furrow.Core.Tests.Reports;
using Xunit;

namespace Furrow.Core.Tests.Places;

/// <summary>Boundaries in the ledger: named, attributed, in editions.</summary>
public class PlaceSetTests
{
    private static readonly LoadedPlace West = new("West", new Shape([[[new(0, 0), new(1000, 0), new(0, 1000)]]]));

    private static PlacesLoaded Set(string name, string version, string source = "Survey office", params LoadedPlace[] places) =>
        new(Made.Id(1), name, source, version, "", places.Length == 0 ? [West] : places);

    private static ProgrammeState After(params PlacesLoaded[] sets) => ProgrammeState.Empty.ApplyAll(Made.Placed(sets));

    [Theory]
    [InlineData("Municipalities", "Municipalities 2026 (Survey office)")]
    [InlineData(" municipalities ", "Municipalities 2026 (Survey office)")]
    [InlineData("Municipalities 2013", "Municipalities 2013 (Survey office)")]
    [InlineData("Districts", "Districts 1 (Survey office)")]
    [InlineData("Districts 2", null)]
    [InlineData("2013", null)]
    public void A_set_is_found_by_its_name_and_an_edition_by_its_version(string named, string? found) => Assert.Equal(found,
        After(Set("Municipalities", "2013"), Set("Districts", "1"), Set("Municipalities", "2026")).Of<PlaceSets>().Find(named)?.ToString());

    [Fact]
    public void The_set_loaded_last_is_taken_where_nobody_names_one()
    {
        Assert.Null(ProgrammeState.Empty.Of<PlaceSets>().Last);
        Assert.Equal("Districts", After(Set("Municipalities", "2013"), Set("Districts", "1")).Of<PlaceSets>().Last!.Name);
    }

    [Theory]
    [InlineData("", "1", "office", "places-field-missing")]
    [InlineData("Districts", " ", "office", "places-field-missing")]
    [InlineData("Districts", "1", "", "places-field-missing")]
    [InlineData("Dis\ntricts", "1", "office", "places-field-missing")]
    [InlineData("municipalities", "2013", "office", "places-loaded-already")]
    [InlineData("Municipalities", "2014", "office", null)]
    [InlineData("Districts", "2013", "office", null)]
    public void A_set_comes_with_name_source_and_an_edition_of_its_own(string name, string version, string source, string? code) =>
        Assert.Equal(code, PlaceRules.Load(After(Set("Municipalities", "2013")), Set(name, version, source)).Problem?.Code);

    [Fact]
    public void A_set_without_places_is_refused_and_what_is_loaded_is_trimmed()
    {
        Assert.Equal("places-without-land", PlaceRules.Load(ProgrammeState.Empty, Set("a", "1") with { Places = [] }).Problem!.Code);
        Assert.Equal(new string('x', PlaceRules.LongestText), Loaded(new string('x', PlaceRules.LongestText)));
        Assert.Equal("places-field-missing", PlaceRules.Load(ProgrammeState.Empty, Set(new string('x', PlaceRules.LongestText + 1), "1")).Problem!.Code);
        Assert.Equal("Districts", Loaded(" Districts "));

        static string Loaded(string name) => Assert.IsType<PlacesLoaded>(Assert.Single(PlaceRules.Load(ProgrammeState.Empty, Set(name, "1")).Facts)).Name;
    }
}
