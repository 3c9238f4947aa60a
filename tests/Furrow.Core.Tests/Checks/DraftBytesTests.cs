using System.Buffers;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Core.Tests.Reports;
using Xunit;

namespace Furrow.Core.Tests.Checks;

/// <summary>A draft on the stage of an import comes back as it was: the same fact to the byte, its sealed texts open, and every point that was drawn.</summary>
public class DraftBytesTests
{
    private static readonly GridPoint[][][] Odd =
    [
        [[new(1, 2), new(long.MaxValue, long.MinValue), new(-3, 0)], []],
        [],
        [[new(0, 0)]],
    ];

    private static string Text(Report report) =>
        string.Join('\n', FactFormat.Encode(new ReportSubmitted(report, null)).Parts.Select(p => Convert.ToHexString(p.Bytes.Span)));

    [Fact]
    public void Every_field_and_every_sealed_text_comes_back()
    {
        foreach (var report in new[] { PackedReportTests.Full, Made.Hazard(1), Made.Hazard(2) with { Remarks = "" } })
        {
            var (back, land) = DraftBytes.Read(DraftBytes.Write(report, null));
            Assert.Equal(Text(report), Text(back));
            Assert.Null(land);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_drawn_comes_back_point_by_point_also_what_no_polygon_can_be(bool plain)
    {
        var report = PackedReportTests.Full;
        var drawn = new CheckedPart(0, Odd, report.Parts[0].Shape, 42) { IsPlain = plain };
        var land = DraftBytes.Read(DraftBytes.Write(report, drawn)).Land!;
        Assert.Equal((drawn.AreaMicro, drawn.IsPlain, drawn.Shape), (land.AreaMicro, land.IsPlain, land.Shape));
        Assert.Equal(Odd.Select(p => p.Select(r => string.Join(' ', r))), land.Drawn!.Select(p => p.Select(r => string.Join(' ', r))));
        Assert.Null(DraftBytes.Read(DraftBytes.Write(report, drawn with { Drawn = null })).Land!.Drawn);
    }

    [Fact]
    public void Without_its_land_the_report_is_the_same_and_neither_holds_the_bytes_that_were_read()
    {
        var bytes = DraftBytes.Write(PackedReportTests.Full, new CheckedPart(0, Odd, PackedReportTests.Full.Parts[0].Shape, 1));
        var (report, land) = DraftBytes.Read(bytes, withLand: false);
        Assert.Equal(Text(PackedReportTests.Full), Text(report));
        Assert.Null(land);
        Assert.False(bytes.AsSpan().Overlaps(report.Parts[0].Shape!.Bytes.Span));
        Assert.False(bytes.AsSpan().Overlaps(DraftBytes.Read(bytes).Report.Parts[0].Shape!.Bytes.Span));
    }

    /// <summary>A country is read back several times: what one report costs each time is counted.</summary>
    [Fact]
    public void A_report_is_read_back_for_few_bytes()
    {
        var report = Made.Hazard(3, source: new SourceRow("hazards.geojson", new string('a', 64), 4, new string('b', 64)));
        var bytes = DraftBytes.Write(report, null);
        Assert.InRange(Counted(() => DraftBytes.Read(bytes, withLand: false)), 1, 1_100);
        Assert.InRange(Counted(() => ReportSeals.Of(report)), 0, 0);

        static long Counted(Action work)
        {
            work();
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Behind_others_in_a_buffer_it_has_the_same_bytes()
    {
        var to = new ArrayBufferWriter<byte>();
        var (first, second) = (Made.Hazard(1), Made.Hazard(2));
        var lengths = (DraftBytes.Write(first, null, to), DraftBytes.Write(second, null, to));
        Assert.Equal([.. DraftBytes.Write(first, null), .. DraftBytes.Write(second, null)], to.WrittenSpan.ToArray());
        Assert.Equal((DraftBytes.Write(first, null).Length, DraftBytes.Write(second, null).Length), lengths);
    }

    [Fact]
    public void Other_bytes_are_no_draft()
    {
        var bytes = DraftBytes.Write(PackedReportTests.Full, new CheckedPart(0, Odd, null, 1));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.ThrowsAny<Exception>(() => DraftBytes.Read(bytes.AsMemory(0, length)));
        }
    }
}
