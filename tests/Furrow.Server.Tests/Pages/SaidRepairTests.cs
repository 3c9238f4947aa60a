using Furrow.Core.Land;
using Furrow.Exchange;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;
using Furrow.Server.Pages;
using Xunit;

namespace Furrow.Server.Tests.Pages;

/// <summary>What a repair says is known again and said in every language.</summary>
public sealed class SaidRepairTests
{
    public static TheoryData<string> Others() => [.. Texts.Languages.Select(l => l.Code).Where(c => c != "en")];

    [Theory]
    [MemberData(nameof(Others))]
    public void Whatever_is_wrong_with_a_drawing_is_said_in_each_language(string language)
    {
        var texts = Texts.In(language);
        var repairs = new List<Core.Land.Repair>();
        foreach (var isRelease in new[] { false, true })
        {
            void Mend(RingRoles roles, params GridPoint[][][] polygons) => repairs.AddRange(ShapeRepair.Mend(polygons, isRelease, roles).Repairs);
            Mend(RingRoles.Declared, [[.. Box(0, 0, 9), .. Box(0, 0, 4)], [.. Box(1, 1, 1), Box(1, 1, 1)[0]]]);
            Mend(RingRoles.Declared, [Box(0, 0, 9), Box(1, 1, 4), Box(2, 2, 1), Box(3, 3, 4), Box(8, 8, 4), [At(0, 0), At(1, 1)],
                [At(0, 0), At(1, 1), At(2, 2)]]);
            Mend(RingRoles.Declared, [Box(0, 0, 9)], [Box(1, 1, 2)], [Box(8, 8, 2)]);
            Mend(RingRoles.Declared, [Box(0, 0, 9), Box(4, 4, 2)], [Box(3, 3, 9)]);
            Mend(RingRoles.ByDirection, [Box(0, 0, 9)], [Box(1, 1, 2)], [Box(1, 1, 2)]);
            Mend(RingRoles.Declared, [Box(0, 0, 9), Box(0, 2, 4)]);
            Mend(RingRoles.Declared, [[At(0, 0), .. Box(0, 0, 9)]]);
        }

        Assert.Equal(["doubt-kept", "doubt-left-out", "hole-in-hole", "hole-outside", "overlapping-holes", "overlapping-parts", "part-in-part", "part-over-hole",
            "repeated-point", "repeated-ring", "ring-without-area", "rings-in-doubt", "self-crossing", "touching-lines"],
            repairs.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(repairs.Where(r => Said.Of(texts, r) == r.Sentence).Select(r => r.Sentence));
    }

    /// <summary>What a reader mends in the drawing, or sees in it.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void What_a_reader_saw_in_a_drawing_is_said_in_each_language(string language)
    {
        var texts = Texts.In(language);
        var files = new[] { "18_not_closed.geojson", "21_tp_dup_shapeid_in_record.csv", "22_tp_dup_shapeid_trimmed.csv", "24_tp_dup_label.csv",
            "25_tp_closing_repeated.csv", "28_tp_unordered.csv" };
        var repairs = files.Select(f => SourceFile.At(Path.Combine(AppContext.BaseDirectory, "Cases", "geocheck", f)))
            .SelectMany(f => FormatDetector.Open(f).Get().Rows.ToList()).SelectMany(r => GridConversion.ToGrid(r).Get().Repairs).ToList();
        Assert.Equal(["closing-point", "line-not-closed", "point-label-twice", "points-put-in-order", "polygon-id-twice"],
            repairs.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(repairs.Where(r => Said.Of(texts, r) == r.Sentence).Select(r => r.Sentence));
    }

    private static GridPoint[] Box(long x, long y, long side) => [At(x, y), At(x + side, y), At(x + side, y + side), At(x, y + side)];

    private static GridPoint At(long x, long y) => new(17_500_000_000 + x * 100_000, 44_100_000_000 + y * 100_000);
}
