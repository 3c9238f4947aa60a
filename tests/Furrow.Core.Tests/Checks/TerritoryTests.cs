using Furrow.Core.Checks;
using Furrow.Core.Land;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>When exchanged coordinates are recognised, and when nothing is said because it would be a guess.</summary>
public sealed class TerritoryTests
{
    private static readonly Guid Other = Id(50);
    private static readonly Guid Mine = Id(51);

    private static GridBox Box(double lon, double lat, double width = 0.001, double height = 0.001) =>
        GridBox.Empty.With(GridPoint.FromDegrees(lon, lat)).With(GridPoint.FromDegrees(lon + width, lat + height));

    /// <summary>A square drawn there, in a programme that is known to work in the boxes given.</summary>
    private static string Judged(double lon, double lat, double side, params (Guid Source, GridBox Box)[] known) =>
        Judged(lon, lat, side, new DraftOrigin([Mine], int.MaxValue), known.Select(k => new KnownLand(k.Box, k.Source, 1)));

    private static string Judged(double lon, double lat, double side, DraftOrigin origin, IEnumerable<KnownLand> known)
    {
        GridPoint[] ring = [GridPoint.FromDegrees(lon, lat), GridPoint.FromDegrees(lon + side, lat), GridPoint.FromDegrees(lon + side, lat + side)];
        var subject = Drawn(ring) with { Context = Context with { Territory = Territory.Of(known) }, Origin = origin };
        return string.Join(", ", CheckList.Find("swapped-coordinates")!.Judge(subject).Select(f => f.Cause));
    }

    [Theory]
    [InlineData("inside what is known, whichever way it is read", 17.5, 44.5, "")]
    [InlineData("exchanged into what is known", 44.5, 17.5, "swapped")]
    [InlineData("exchanged into land, but that is the next degree", 44.5, 18.5, "")]
    [InlineData("somewhere else, and exchanged somewhere else too", -120, 10, "")]
    public void Only_what_is_known_when_exchanged_and_far_from_it_as_drawn_is_found(string why, double lon, double lat, string cause) =>
        Assert.True(cause == Judged(lon, lat, 0.01, (Other, Box(17.4, 44.4))), why);

    [Theory]
    [InlineData("its own file", 51UL, "")]
    [InlineData("another one", 50UL, "swapped")]
    public void Land_of_the_same_file_says_nothing_about_it(string _, ulong source, string cause) =>
        Assert.Equal(cause, Judged(44.5, 17.5, 0.01, (Id(source), Box(17.4, 44.4))));

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "swapped")]
    public void Only_land_that_was_there_before_says_where_another_should_lie(int acceptedAt, string cause)
    {
        // Five files over the same square, the earliest last: the one that matters is not crowded out.
        var known = Enumerable.Range(2, 5).Reverse().Select(n => new KnownLand(Box(17.4, 44.4), Id((ulong)n), n)).ToList();
        Assert.Equal(cause, Judged(44.5, 17.5, 0.01, new([Mine], acceptedAt), known));
        Assert.Equal("", Judged(44.5, 17.5, 0.01, new([Id(2), Id(3)], Math.Min(acceptedAt, 4)), known));
        Assert.Equal("swapped", Judged(44.5, 17.5, 0.01, new([Id(2), Id(3)], 5), known));
    }

    [Fact]
    public void Near_what_is_known_nothing_is_said_though_it_would_fit_exchanged_too()
    {
        // Longitude and latitude are nearly the same here: one square of a degree lies beside the other.
        Assert.Equal("", Judged(41.5, 40.5, 0.01, (Other, Box(40.2, 41.2))));
        Assert.Equal("swapped", Judged(42.5, 40.5, 0.01, (Other, Box(40.2, 42.2))));
        Assert.Equal("", Judged(42.5, 40.5, 0.01, (Other, Box(40.2, 42.2)), (Other, Box(43.5, 41.5))));
    }

    [Fact]
    public void What_is_drawn_over_half_the_earth_lies_nowhere_in_particular()
    {
        Assert.Equal("", Judged(40, 15, 11, (Other, Box(10, 39, 15, 20))));
        Assert.True(Territory.Of([new(Box(0, 0, 40, 40), Other, 1)]).IsEmpty);
        Assert.True(Territory.Of([new(GridBox.Empty, Other, 1)]).IsEmpty);
    }

    [Fact]
    public void South_and_west_and_across_the_180th_meridian_squares_are_found_too()
    {
        var territory = Territory.Of([new(Box(-0.5, -0.5), Other, 1), new(Box(179.5, -45.5), Other, 1)]);
        Assert.True(territory.Holds(Box(-0.9, -0.1), DraftOrigin.New));
        Assert.False(territory.Holds(Box(0.1, 0.1), DraftOrigin.New));
        Assert.False(territory.IsFarFrom(Box(-179.5, -45.5), DraftOrigin.New), "the square beside it, on the other side of the meridian");
        Assert.True(territory.IsFarFrom(Box(-177.5, -45.5), DraftOrigin.New));
    }
}
