using System.Collections;
using System.Reflection;
using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

/// <summary>A packed report comes back as it was, to the byte of the fact it came in.</summary>
public class PackedReportTests
{
    private static readonly NamedPoint Place = new("RP", new GridPoint(-5, 7), "beside the EXERCISE well");

    /// <summary>Every field has a value of its own: a field that packing forgets shows.</summary>
    internal static readonly Report Full = new()
    {
        Id = Id(4),
        Code = "EX 4",
        Kind = ReportKind.TechnicalSurvey,
        Start = new ReportDate(new DateOnly(2024, 2, 29), DatePrecision.Month),
        End = new ReportDate(new DateOnly(2025, 6, 1), DatePrecision.Assumed),
        Organisation = "Survey office",
        Team = "T 1",
        Donor = "D 1",
        Kinds = KindSet.Ied,
        HazardousArea = "A 9",
        HazardousAreaName = "Survey office",
        Predecessors = ["A 1", "A 2"],
        Aliases = ["A 1"],
        Parts =
        [
            new ReportPart
            {
                Effect = LandEffect.Clear,
                Shape = Square(3),
                Drawn = new AsDrawn("POLYGON", "EPSG:32633", 0.25),
                Point = new GridPoint(1, -2),
                Place = "by the road",
                Method = "manual",
                DepthSearchedCm = 20,
                DepthRequiredCm = 13,
                SurfaceReleases = true,
                StatedSquareMetres = 1e-300,
                PositionAccuracyMetres = 0,
                TurningPoints = [Place, new NamedPoint("TP 2", new GridPoint(long.MaxValue, long.MinValue))],
                Repairs = [new Repair("ring", $"{1} ring of {"H-1 {0}"} was turned.", -0.5)],
            },
            new ReportPart { Effect = LandEffect.Reduce },
        ],
        ReferencePoint = Place,
        Benchmark = new NamedPoint("BM", new GridPoint(0, 0)),
        Evidence = [new Evidence(EvidenceStrength.Direct, "seen", new GridPoint(3, 4), new DateOnly(2020, 1, 1), "by a herder"), new Evidence(0, "told")],
        Baseline = true,
        Corrects = Id(1),
        Withdraws = Id(2),
        HandedOverTo = "EXERCISE village",
        Remarks = "ĐŽ کھیت",
        Source = new SourceRow("a.csv", "00ff", 17, "ff00"),
        Extra = new Dictionary<string, string> { ["z"] = "1", ["Z"] = "", ["a"] = "z" },
    };

    /// <summary>The report as the log gives it back, its texts at their places in entry 41.</summary>
    private static Report Read(Report report) => ((ReportSubmitted)FactFormat.AsPlaced(new ReportSubmitted(report, null), 41)).Report;

    /// <summary>Places are written as what stands in them, so that one that is forgotten or changed shows.</summary>
    private static byte[] Bytes(Report report) => [.. FactFormat.Encode(new ReportSubmitted(report, null), At).Parts.SelectMany(p => p.Bytes.ToArray())];

    private static SealedValue At(SealedValue value) => value is Sealed text ? text.Opened(value.ToString())
        : ((SealedTexts)value).Opened(new Dictionary<string, string> { [value.ToString()] = "" });

    [Fact]
    public void Every_field_comes_back()
    {
        foreach (var plain in new[] { Full, Hazard(1), Clearance(2), Hazard(3, source: Full.Source), Hazard(5) with { Parts = [] } })
        {
            Assert.Equal(Bytes(Read(plain)), Bytes(PackedReport.Of(Read(plain)).Unpack()));
        }
    }

    [Fact]
    public void No_sealed_text_is_packed_and_each_is_listed()
    {
        var packed = Encoding.UTF8.GetString(PackedReport.Of(Full).Bytes.Span);
        Assert.DoesNotContain(new[] { "EXERCISE well", "by a herder", "ĐŽ", "\u0001z" }, packed.Contains);
        Assert.Equal(FactFormat.ContentOf(FactFormat.Encode(new ReportSubmitted(Full, null)).Parts[1]).Count, ReportSeals.Of(Full).Count);
        Assert.Equal(Enumerable.Range(0, 5), ReportSeals.Of(Read(Full)).Select(s => s.Place!.Value.Index));
        var opened = ReportSeals.With(Read(Full), text => (Sealed)At(text), texts => (SealedTexts)At(texts));
        Assert.Equal(Bytes(Read(Full)), Bytes(opened));
        Assert.All(ReportSeals.Of(opened), s => Assert.True(s.IsOpen));
    }

    [Fact]
    public void The_report_of_the_test_above_leaves_no_field_at_its_default()
    {
        var empty = new Report { Id = default, Code = "", Kind = 0, End = default, Organisation = "", Kinds = 0 };
        var forgotten = Unset(Full, empty).Concat(Unset(Full.Parts[0], new ReportPart { Effect = 0 })).ToList();
        Assert.True(forgotten.Count == 0, "Give these fields a value above, and see that packing keeps it: " + string.Join(", ", forgotten));
        Assert.Equal(["Shape"], Unset(Full.Parts[0] with { Shape = null }, new ReportPart { Effect = 0 }));
    }

    [Fact]
    public void What_stands_in_front_is_what_the_report_says()
    {
        var packed = PackedReport.Of(Full);
        Assert.Equal((Id(4), "EX 4", 2, 17, new DateOnly(2025, 6, 1), Full.Parts[0].Shape!.Bounds, true),
            (packed.Id, packed.Code, packed.PartCount, packed.SourceRow, packed.EndDay, packed.Bounds, packed.IsWithdrawal));
        var plain = PackedReport.Of(Hazard(3) with { Parts = [new ReportPart { Effect = LandEffect.Suspect }] });
        Assert.Equal((null, GridBox.Empty, false, null), ((int?)plain.SourceRow, plain.Bounds, plain.IsWithdrawal, plain.Target));
        Assert.True(PackedReport.Of(Hazard(3, corrects: Id(1))) is { IsWithdrawal: false } corrected && corrected.Target == Id(1));
    }

    [Fact]
    public void Equal_reports_are_equal_bytes()
    {
        Assert.Equal(PackedReport.Of(Hazard(3)), PackedReport.Of(Hazard(3)));
        Assert.NotEqual(PackedReport.Of(Hazard(3)), PackedReport.Of(Hazard(3) with { Remarks = "x" }));
        Assert.NotEqual(PackedReport.Of(Read(Full)), PackedReport.Of(Full));
    }

    private static IEnumerable<string> Unset(object full, object empty) => full.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite)
        .Where(p => p.GetValue(full) is IEnumerable many and not string ? !many.Cast<object>().Any() : Equals(p.GetValue(full), p.GetValue(empty)))
        .Select(p => p.Name);
}
