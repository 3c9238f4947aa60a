using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>What a programme has already is found by what it says, at its place, without looking at all else.</summary>
public sealed class KnownContentTests
{
    private static readonly Act Receipt = new(Id(900), Id(901), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), default, 0);

    private static ReportBook Book(IEnumerable<Report> reports) => ReportBook.Empty.After(Receipt, reports.Select(r => new ReportSubmitted(r, null)));

    private static KnownContent Of(ReportBook book, IReadOnlyList<RowContent> rows) => new(book, rows.Select(r => ContentPlace.Of(r.Report)));

    private static Report Square(int i, string? code = null) => Hazard with
    {
        Id = Id((ulong)(1_000 + i)), Code = code ?? $"H-{i}", HazardousArea = null,
        Parts = [Hazard.Parts[0] with { Shape = ShapeOf(Draft.Square(200 * (i % 50), 200 * (i / 50), 100)) }],
    };

    private static Report Nowhere(int i, string? code = null) => Square(i, code ?? $"N-{i}") with { Parts = [Hazard.Parts[0] with { Shape = null, Place = "Alma" }] };

    private static Report AtPoint(int i, string? code = null) =>
        Nowhere(i, code ?? $"P-{i}") with { Parts = [Hazard.Parts[0] with { Shape = null, Point = At(0, 0) }] };

    public static TheoryData<int> Kinds => [0, 1, 2];

    private static Report Of(int kind, int i, string? code = null) => kind == 0 ? Square(i, code) : kind == 1 ? Nowhere(i, code) : AtPoint(i, code);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_row_looks_at_few_reports_however_many_there_are(int kind)
    {
        const int Count = 2_000;
        var book = Book(Enumerable.Range(0, Count).Select(i => Of(kind, i)));
        var rows = Enumerable.Range(0, Count).Reverse().Select(i => RowContent.Of(Of(kind, i) with { Id = Id((ulong)(90_000 + i)) })).ToList();
        var known = Of(book, rows);
        Assert.Equal(rows.Select(r => r.Report.Code), rows.Select(r => known.Take(r)!.Packed.Code));
        Assert.True(known.Compared <= 2 * Count, $"{known.Compared} compared for {Count} rows");

        // Without codes as well: each report stands for one row.
        var bare = rows.ConvertAll(r => RowContent.Of(r.Report with { Code = "" }));
        var again = Of(book, bare);
        Assert.Equal(Count, bare.Select(r => again.Take(r)!.Id).Distinct().Count());
        Assert.True(again.Compared <= 2 * Count, $"{again.Compared} compared for {Count} rows");
        Assert.Null(again.Take(bare[0]));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0.05, 0.1, true)]
    [InlineData(-0.1, -0.05, true)]
    [InlineData(0.5, 0, false)]
    [InlineData(0, -0.5, false)]
    public void An_outline_written_with_another_rounding_is_known_again(double east, double north, bool isKnown)
    {
        var moved = Square(0) with { Parts = [Hazard.Parts[0] with { Shape = ShapeOf(Draft.Square(east, north, 100)) }] };
        Assert.Equal(isKnown, Of(Book([Square(0)]), [RowContent.Of(moved)]).Take(RowContent.Of(moved)) is not null);
        GridPoint[] corners = Draft.Square(east, north, 100);
        var turned = moved with { Parts = [Hazard.Parts[0] with { Shape = ShapeOf([corners[2], corners[3], corners[0], At(east + 50, north), corners[1]]) }] };
        Assert.Equal(isKnown, Of(Book([Square(0)]), [RowContent.Of(turned)]).Take(RowContent.Of(turned)) is not null);
    }

    [Fact]
    public void One_corner_elsewhere_is_another_outline()
    {
        GridPoint[] corners = Draft.Square(0, 0, 100);
        var other = RowContent.Of(Square(0) with { Parts = [Hazard.Parts[0] with { Shape = ShapeOf([corners[0], At(50, 3), .. corners[1..]]) }] });
        Assert.Null(Of(Book([Square(0)]), [other]).Take(other));
    }

    /// <summary>What both give and is different speaks against it; what only one gives says nothing.</summary>
    [Theory]
    [InlineData("date", false)]
    [InlineData("no date", true)]
    [InlineData("month", true)]
    [InlineData("another month", false)]
    [InlineData("kinds", false)]
    [InlineData("no kinds", true)]
    [InlineData("code", false)]
    [InlineData("code in blanks", true)]
    [InlineData("organisation", false)]
    [InlineData("effect", false)]
    [InlineData("area", false)]
    [InlineData("place", true)]
    public void What_both_give_must_agree(string what, bool isKnown)
    {
        var known = Square(0) with { HazardousArea = "HA-1" };
        var later = new ReportDate(new DateOnly(2026, 5, 2));
        var row = what switch
        {
            "date" => RowContent.Of(known with { End = later }),
            "no date" => new RowContent(known with { End = later }, false, true),
            "month" => RowContent.Of(known with { End = new ReportDate(new DateOnly(2026, 5, 31), DatePrecision.Month) }),
            "another month" => RowContent.Of(known with { End = new ReportDate(new DateOnly(2026, 6, 30), DatePrecision.Month) }),
            "kinds" => RowContent.Of(known with { Kinds = KindSet.All }),
            "no kinds" => new RowContent(known with { Kinds = KindSet.All }, true, false),
            "code" => RowContent.Of(known with { Code = "H-9" }),
            "code in blanks" => RowContent.Of(known with { Code = " h-0~2" }),
            "organisation" => RowContent.Of(known with { Organisation = "EXERCISE South" }),
            "effect" => RowContent.Of(known with { Parts = [known.Parts[0] with { Effect = LandEffect.Confirm }] }),
            "area" => RowContent.Of(known with { HazardousArea = "HA-2" }),
            _ => RowContent.Of(known with { Parts = [known.Parts[0] with { Place = "Alma" }] }),
        };
        Assert.Equal(isKnown, Of(Book([known]), [row]).Take(row) is not null);
    }
}
