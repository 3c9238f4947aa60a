using CsCheck;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Core.Reports.Orders;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

/// <summary>The orders of reports say what looking at each report would say, after any history, and cost what is shown.</summary>
public sealed class ReportOrdersTests
{
    private static readonly ReportFilter[] Filters =
    [
        new(), new() { Status = s => s == ReportStatus.Approved }, new() { Status = s => s is ReportStatus.Submitted or ReportStatus.Checked },
        new() { Kind = ReportKind.Clearance }, new() { Organisations = ["survey OFFICE"] }, new() { Organisations = ["nobody"] },
        new() { Organisations = ["nobody", "Survey office"] },
        new() { Where = w => w != Whereabouts.Polygon }, new() { Where = w => w == Whereabouts.Point },
        new() { Status = s => s == ReportStatus.Superseded, Kind = ReportKind.SuspectedHazardousArea, Organisations = ["Survey office"] },
        new() { Words = "h-1" }, new() { Words = "1", Status = s => s == ReportStatus.Approved }, new() { Words = " " }, new() { Effect = LandEffect.Clear },
        new() { Method = "manual" }, new() { Method = "anual" }, new() { Year = 2025 }, new() { Year = 2024 }, new() { Team = "team" }, new() { Donor = "d" },
        new() { Batch = Id(100) }, new() { Batch = Id(7) },
    ];

    /// <summary>Each thing reports are found by, alone: what many have, what few have, and what nobody has.</summary>
    private static readonly ReportFilter[] ByOneThing =
    [
        .. Filters.Take(8), new() { Words = "mf" }, new() { Words = "kp-3" }, new() { Words = "mf-39998" }, new() { Words = "no such word" },
        new() { Words = "file 3" }, new() { Year = 2025 }, new() { Year = 1999 }, new() { Team = "team" }, new() { Donor = "d" }, new() { Donor = "nobody" },
        new() { Effect = LandEffect.Suspect }, new() { Method = "manual" }, new() { Batch = Id(100) },
    ];

    private static readonly Lazy<ReportBook> Large = new(() => BookOf(40_000));

    [Fact]
    public void Orders_brought_from_state_to_state_say_what_looking_at_each_report_says() => ReportLawTests.Sequences.Obeys(sequence =>
    {
        var (walk, orders) = (new ReportLawTests.Walk(), ReportOrders.EmptyWith(2 + sequence.Length % 6));
        foreach (var (step, i) in sequence.Select((step, i) => (step, i)))
        {
            walk.Take(step);
            if (i % 3 == 0 || i == sequence.Length - 1)
            {
                orders = orders.At(walk.Book);
                var some = Filters.Select(f => orders.Find(f, (ReportOrder)(i % 7), false, new Steps()));
                Assert.All(some, found => Assert.Equal(found.Count, found.From(0).Count()));
            }
        }

        AssertSays(walk.Book, orders);
        AssertSays(ReportBook.Empty, orders.At(ReportBook.Empty));
    }, seed: "0000KOIEYmZ2", samples: 100);

    [Fact]
    public void Many_changes_at_once_are_as_many_one_by_one()
    {
        var first = ReportBook.Empty.Submitted([.. Enumerable.Range(1, 400).Select(n => Of(n * 7919 % 401))]);
        var book = first.Submitted([.. Enumerable.Range(402, 300).Select(Of)]).Accepted([.. Enumerable.Range(1, 350)]);
        var orders = ReportOrders.Empty.At(first);
        AssertSays(first, orders);
        AssertSays(book, orders.At(book));
        AssertSays(first, orders.At(book).At(first));
        AssertSays(book, ReportOrders.EmptyWith(100).At(first).At(book));
    }

    /// <summary>A hundred rows cost the same among two thousand reports as among forty thousand, in each order, from either end and in the middle, on the first
    /// page somebody asks for, and after the next report.</summary>
    [Fact]
    public void What_a_page_costs_grows_with_the_rows_shown_only()
    {
        var (few, many) = (ReportOrders.EmptyWith(500).At(BookOf(2_000)), ReportOrders.EmptyWith(500).At(Large.Value));
        var next = many.At(Large.Value.Submitted(Of(40_001)));
        foreach (var order in Enum.GetValues<ReportOrder>())
        {
            foreach (var filter in ByOneThing)
            {
                foreach (var part in (double[])[0, 0.5, 0.99])
                {
                    var (small, large) = (Steps(few, filter, order, part), Steps(many, filter, order, part));
                    Assert.True(large < 4_500, $"{large} steps for 100 of many reports by {order}, {small} of few");
                    Assert.InRange(Steps(next, filter, order, part), 0, 4_500);
                }
            }
        }
    }

    /// <summary>Several things at once cost the reports of the one that fewest have, and only for the first page.</summary>
    [Fact]
    public void What_several_things_at_once_cost_are_the_reports_of_the_rarest()
    {
        var orders = ReportOrders.EmptyWith(500).At(Large.Value);
        ReportFilter[] several = [new() { Year = 2025, Donor = "d" }, new() { Words = "mf", Team = "team" }, new() { Words = "file 3", Kind = ReportKind.Clearance }];
        foreach (var filter in several)
        {
            var rarest = ((ReportFilter[])[new() { Year = filter.Year }, new() { Donor = filter.Donor }, new() { Words = filter.Words },
                new() { Team = filter.Team }, new() { Kind = filter.Kind }]).Min(f => orders.Find(f, ReportOrder.Arrival, false, new Steps()).Count);
            Assert.InRange(Steps(orders, filter, ReportOrder.Day, 0.5), rarest, rarest * 16 + 5_000);
            var next = orders.At(Large.Value.Submitted(Of(40_001)));
            Assert.All([orders, next], o => Assert.InRange(Steps(o, filter, ReportOrder.Day, 0.5), 10, 4_500));
        }
    }

    [Fact]
    public void One_more_report_changes_what_it_must_and_not_the_rest()
    {
        var book = Large.Value;
        var orders = ReportOrders.Empty.At(book);
        var next = book.Submitted(Of(40_001));
        Assert.InRange(next.Slots.MayDifferFrom(book.Slots).Count(), 1, 128);
        Assert.Equal(40_001, orders.At(next).Find(new ReportFilter(), ReportOrder.Code, false, new Steps()).Count);
    }

    private static long Steps(ReportOrders orders, ReportFilter filter, ReportOrder order, double part)
    {
        var steps = new Steps();
        var found = orders.Find(filter, order, part > 0.6, steps);
        foreach (var _ in found.From((int)(found.Count * part)).Take(100))
        {
            steps.Add();
        }

        return steps.Count;
    }

    private static void AssertSays(ReportBook book, ReportOrders orders)
    {
        var all = book.All.ToList();
        foreach (var filter in Filters)
        {
            var fitting = all.Where(e => Fits(e, filter)).ToList();
            foreach (var order in Enum.GetValues<ReportOrder>())
            {
                foreach (var backwards in (bool[])[false, true])
                {
                    var found = orders.Find(filter, order, backwards, new Steps());
                    var wanted = Sorted(fitting, order);
                    wanted = backwards ? Enumerable.Reverse(wanted) : wanted;
                    Assert.Equal(fitting.Count, found.Count);
                    Assert.Equal(wanted.Select(e => e.Id), found.From(0).Select(e => e.Id));
                    Assert.Equal(wanted.Skip(3).Take(2).Select(e => e.Id), found.From(3).Take(2).Select(e => e.Id));
                }
            }
        }
    }

    private static IEnumerable<ReportEntry> Sorted(IEnumerable<ReportEntry> entries, ReportOrder order) => order switch
    {
        ReportOrder.Code => entries.OrderBy(e => e.Report.Code, Codes.Order),
        ReportOrder.Day => entries.OrderBy(e => e.Report.End.Day),
        ReportOrder.Kind => entries.OrderBy(e => e.Report.Kind),
        ReportOrder.Organisation => entries.OrderBy(e => e.Report.Organisation, Codes.Order),
        ReportOrder.Status => entries.OrderBy(e => e.Status),
        ReportOrder.Acceptance => entries.OrderBy(e => e.AcceptedAt ?? int.MaxValue),
        _ => entries,
    };

    private static bool Fits(ReportEntry e, ReportFilter f) => e.Report is var r
        && (f.Status is null || f.Status(e.Status)) && (f.Kind is null || r.Kind == f.Kind)
        && (f.Organisations is null || f.Organisations.Any(name => Codes.AreSame(r.Organisation, name)))
        && (f.Where is null || f.Where(ReportWhereabouts.Of(r))) && (f.Batch is null || e.Batch == f.Batch)
        && (f.Year is null || r.End.Day.Year == f.Year) && (f.Team is null || r.Team == f.Team) && (f.Donor is null || r.Donor == f.Donor)
        && (f.Method is null || r.Parts.Any(p => p.Method == f.Method)) && (f.Effect is null || r.Parts.Any(p => p.Effect == f.Effect))
        && (f.Words is null || new[] { r.Code, r.HazardousArea, r.HazardousAreaName, r.Source?.File }.Any(text => SearchedWords.Has(text, f.Words)));

    private static Report Of(int n)
    {
        var report = n % 3 == 0 ? Clearance(n, $"A-{n % 50}")
            : Hazard(n, $"{(n % 2 == 0 ? "MF" : "KP")}-{n}", source: new SourceRow($"file {n % 4}", "", n, $"{n}"));
        return report with
        {
            End = new ReportDate(new DateOnly(2024, 1, 1).AddDays(n * 31 % 700)), Organisation = n % 5 == 0 ? $"Team {n % 4}" : "Survey office",
            Team = n % 7 == 0 ? "team" : null, Donor = n % 11 == 0 ? "d" : null,
            Parts = n % 13 == 0 ? [report.Parts[0] with { Shape = null }] : report.Parts,
        };
    }

    private static ReportBook BookOf(int count)
    {
        var fold = new ReportFold(ReportBook.Empty);
        var facts = Enumerable.Range(1, count).SelectMany<int, IFact>(n => n % 4 == 0 ? [new ReportSubmitted(Of(n), null), new ReportChecked(Id(n))]
            : n % 9 == 0 ? [new ReportSubmitted(Of(n), null), new ReportRejected(Id(n))] : [new ReportSubmitted(Of(n), null)]);
        foreach (var placed in Placed(facts))
        {
            fold.Apply(placed);
        }

        return fold.ToBook();
    }
}
