using CsCheck;
using Furrow.Core.Land;

namespace Furrow.Core.Tests.Land;

/// <summary>A trial that keeps no land posts what the acceptance posts, whatever bands of rows it is done in.</summary>
public sealed class AcceptanceJournalLaws
{
    private static readonly CellSplit Early = new(48);

    [Fact]
    public void The_journal_alone_is_that_of_the_acceptance_line_by_line() => RandomLand.Programme.Obeys(steps =>
    {
        var land = LandLedger.EmptyWith(Early);
        foreach (var step in steps)
        {
            var acceptance = RandomLand.Next(land, step);
            var next = land.Accept(acceptance);
            Posting[] posted = [.. next.Postings.Range(land.Postings.Count, next.Postings.Count)];
            foreach (var bandClaims in new[] { 1, 2, 8_192 })
            {
                var journal = AcceptanceJournal.Of(land, acceptance, _ => true, bandClaims);
                Assert.Equal(posted, journal.Postings);
                Assert.All(posted.Where(p => p.Claim >= 0), p => Assert.Same(next.Claim(p.Claim), journal.Claim(p.Claim)));
            }

            var some = AcceptanceJournal.Of(land, acceptance, p => p.Heading == Heading.Move, 1);
            Assert.Equal(posted.Where(p => p.Heading == Heading.Move), some.Postings);
            land = next;
        }
    }, seed: "0000KoOw1fk2", samples: 60, brokeOnce: RandomLand.BrokeOnce);

    /// <summary>A district-wide claim stays open over many bands, and land far apart begins bands of its own.</summary>
    [Fact]
    public void A_wide_claim_under_many_small_ones_is_posted_row_by_row()
    {
        LandClaim[] adds = [Of(0, 0, 0, 40), .. Enumerable.Range(1, 60).Select(i => Of(i, i % 7 * 6, i % 10 * 4, 1)), Of(61, 300, 500, 1)];
        var acceptance = new LandAcceptance(1, adds, []);
        var next = LandLedger.Empty.Accept(acceptance);
        foreach (var bandClaims in new[] { 1, 7, 8_192 })
        {
            Assert.Equal(next.Postings.Range(0, next.Postings.Count), AcceptanceJournal.Of(LandLedger.Empty, acceptance, _ => true, bandClaims).Postings);
        }

        static LandClaim Of(int id, int column, int row, int side) => new()
        {
            Id = id, Report = new Guid(id + 1, 0, 0, new byte[8]), ReportCode = "", ReportKind = ReportKind.SuspectedHazardousArea, Part = 0,
            Effect = LandEffect.Suspect, Kinds = KindSet.All, Day = 1_000, PlacedAt = 1, Row = id, AcceptedAt = 1, Organisation = "A",
            Shape = new Shape([[[P(column, row, 100), P(column + side, row, -100), P(column + side, row + side, 0), P(column, row + side, 77)]]]),
        };

        static GridPoint P(int column, int row, long beside) => new(column * CellId.Size + beside, row * CellId.Size + beside);
    }
}
