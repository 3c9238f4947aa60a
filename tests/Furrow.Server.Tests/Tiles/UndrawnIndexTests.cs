using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Server.Answers;

namespace Furrow.Server.Tests.Tiles;

/// <summary>Records without polygon near a spot: those a plain search of all finds, without looking at all.</summary>
public sealed class UndrawnIndexTests
{
    private static readonly List<UndrawnRecord> Records = [.. Enumerable.Range(0, 3_000).Select(i =>
        Record(i, new GridPoint(17_000_000_000 + i * 7_919L % 3_000 * 200_000, 44_000_000_000 + i * 104_729L % 3_000 * 200_000), i % 3 == 0 ? null : i % 50))];

    private static UndrawnRecord Record(int id, GridPoint at, double? reach) => new(new LandClaim
    {
        Id = id, Report = Guid.NewGuid(), ReportCode = $"P-{id}", ReportKind = default, Part = 0, Effect = LandEffect.Suspect, Kinds = KindSet.ApMines, Day = 0,
        PlacedAt = 1, Row = id, AcceptedAt = 1, Shape = Shape.Empty, Organisation = "EXERCISE",
    }, at, reach, id % 7 == 0);

    [Fact]
    public void A_spot_finds_what_a_plain_search_finds_and_looks_at_what_lies_there()
    {
        var index = new UndrawnIndex(Records);
        var found = 0;
        foreach (var at in Records.Where((_, i) => i % 10 == 0).SelectMany(r => new[] { r.At, new GridPoint(r.At.Lon + 150_000, r.At.Lat - 120_000) }))
        {
            var plain = Records.Select(r => (Record: r, Metres: GroundMeasure.DistanceMetres(r.At, at)))
                .Where(r => r.Metres <= UndrawnRecords.ReachMetres(r.Record))
                .OrderBy(r => r.Metres).ThenBy(r => r.Record.Claim.Id).Select(r => r.Record.Claim.Id).ToList();
            Assert.Equal(plain, index.Near(at).Select(r => r.Record.Claim.Id));
            found += plain.Count;
        }

        Assert.True(found > 300 && index.Looked <= 3 * found, $"{index.Looked} looked at for {found} found");
    }

    [Fact]
    public void A_box_finds_the_points_in_it_and_no_others()
    {
        var box = new GridBox(17_100_000_000, 44_100_000_000, 17_200_000_000, 44_300_000_000);
        var inside = new UndrawnIndex(Records).In(box);
        Assert.NotEmpty(inside);
        Assert.Equal(Records.Where(r => box.Contains(r.At)).Select(r => r.Claim.Id), inside.Select(r => r.Claim.Id));
    }
}
