using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

/// <summary>The claims of an acceptance that is only tried are those it would make, and none of them is held.</summary>
public class MadeClaimsTests
{
    private static (LandAcceptance Tried, LandAcceptance Made) Accept(ReportBook book, params int[] ids)
    {
        var accepted = Placed(ReportRules.CheckAndAccept(book, By("Bea"), [.. ids.Select(Id)])).Last();
        return (ReportFold.Try(book, accepted)!, new ReportFold(book).Apply(accepted)!);
    }

    /// <summary>A report of three parts, a correction of one that counts and one that begins, and reports around them.</summary>
    private static ReportBook Book()
    {
        var many = Hazard(3) with { Parts = [.. Enumerable.Range(30, 3).Select(n => new ReportPart { Effect = LandEffect.Suspect, Shape = Square(n) })] };
        return ReportBook.Empty.Submitted(Hazard(1), Hazard(2)).Accepted(1)
            .Submitted(many, Hazard(4, code: "H-1 b", corrects: Id(1)), Hazard(5, area: "A-5"), Clearance(6, "A-5"));
    }

    [Fact]
    public void They_are_those_of_the_acceptance_one_by_one_and_in_a_walk()
    {
        var (tried, made) = Accept(Book(), 2, 3, 4, 5, 6);
        Assert.Equal((made.Number, 7), (tried.Number, tried.Adds.Count));
        Assert.Equal([0], tried.Removes);
        Assert.Equal(made.Adds.Count, tried.Adds.ToList().Count);
        Assert.All(made.Adds.Zip(tried.Adds), pair => Assert.True(pair.First.SaysTheSameAs(pair.Second)));
        Assert.All(made.Adds.Select((claim, i) => (claim, i)), c => Assert.True(c.claim.SaysTheSameAs(tried.Adds[c.i])));
        Assert.NotSame(tried.Adds[0], tried.Adds[0]);
    }

    [Fact]
    public void They_post_what_the_acceptance_posts()
    {
        var book = Book();
        var land = LandLedger.Empty.Accept(Accept(ReportBook.Empty.Submitted(Hazard(1), Hazard(2)), 1).Made);
        var (tried, made) = Accept(book, 2, 3, 4, 5, 6);
        var next = land.Accept(made);
        var journal = AcceptanceJournal.Of(land, tried, _ => true);
        Assert.Equal(next.Postings.Range(land.Postings.Count, next.Postings.Count), journal.Postings);
        Assert.All(Enumerable.Range(0, next.ClaimCount), id => Assert.True(next.Claim(id).SaysTheSameAs(journal.Claim(id))));
    }
}
