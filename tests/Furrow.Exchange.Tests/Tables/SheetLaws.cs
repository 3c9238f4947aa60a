using CsCheck;
using Furrow.Core.Reports;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Tests.Tables.Made;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Workbooks made from known records: no record is read as anything but what it is, whether the file is read as it came or with the answers of
/// somebody who knows it. scripts/laws.sh --samples 2000 SheetLaws tries as many new ones and prints the share that needs no question.</summary>
public sealed class SheetLaws
{
    private sealed class Counts
    {
        public int Files { get; set; }

        public int FilesUnasked { get; set; }

        public int Records { get; set; }

        public int RecordsUnasked { get; set; }

        /// <summary>What was asked, and of how many workbooks.</summary>
        public SortedDictionary<string, int> Asked { get; } = new(StringComparer.Ordinal);
    }

    [Fact]
    public void No_record_of_a_sheet_is_read_wrong()
    {
        var counts = new Counts();
        Gen.Int[0, int.MaxValue - 1].Obeys(seed => Try(new SheetMaker(seed).Make(), counts), "0000000000S1", 50);
        TestContext.Current.TestOutputHelper?.WriteLine($"{counts.Files} workbooks with {counts.Records} records: without any question "
            + $"{100.0 * counts.FilesUnasked / counts.Files:0.0} % of the workbooks and {100.0 * counts.RecordsUnasked / counts.Records:0.0} % of the records; none was read wrong. "
            + $"Asked: {string.Join(", ", counts.Asked.Select(a => $"{a.Key} {a.Value}"))}.");
        // The goal is nine of ten; a few new samples may by chance be of the harder kind.
        var goal = counts.Files >= 1_000 ? 9 : 8;
        Assert.True(counts.RecordsUnasked * 10 >= counts.Records * goal, $"{counts.RecordsUnasked} of {counts.Records} records were read without a question");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_seed_makes_the_same_sheet(int seed) => Assert.Equal(Bytes(seed), Bytes(seed));

    private static string Bytes(int seed)
    {
        var made = new SheetMaker(seed).Make();
        return string.Join('\n', FormatDetector.Open(made.File, made.Answer).Get().Rows.Select(Reading.Line));
    }

    private static void Try(MadeSheet made, Counts counts)
    {
        var (asked, right) = Read(made, null, made.Records.Where(r => !r.IsHidden).ToList());
        var shown = made.Records.Count(r => !r.IsHidden);
        Read(made, made.Answer, [.. made.Records.Where(r => !r.IsHidden)]);
        lock (counts)
        {
            counts.Files++;
            counts.Records += shown;
            // Nothing of a file goes in while something about it is asked.
            counts.RecordsUnasked += asked.Length > 0 ? 0 : right;
            counts.FilesUnasked += asked.Length > 0 || right < shown ? 0 : 1;
            if (asked.Length > 0 || right < shown)
            {
                var what = asked.Length > 0 ? asked : "rows";
                counts.Asked[what] = counts.Asked.GetValueOrDefault(what) + 1;
            }
        }
    }

    /// <summary>What was asked about the file, and how many of its records were read whole.</summary>
    private static (string Asked, int Right) Read(MadeSheet made, ReadOptions? options, List<KnownRecord> known)
    {
        var reading = FormatDetector.Open(made.File, options).Get();
        var rows = reading.Rows.ToList();
        if (reading.Problems.Count > 0)
        {
            return (reading.Problems[0].Code, 0);
        }

        var mapping = MappingProposal.For(rows, new ReadOptions { Geometry = reading.Geometry }).Mapping;
        var right = 0;
        foreach (var row in rows.Where(r => r.Problem is null))
        {
            var mapped = mapping.Apply(row);
            if (mapped.Unread.Any(u => ReportFields.Find(u.Field)!.IsKeptUnread is false))
            {
                continue;
            }

            var truth = known.Find(k => k.Code == mapped.Code) ?? throw new InvalidOperationException($"{made.Traits}: a record nobody made: {Reading.Line(row)}");
            Same(made, truth, mapped);
            right += mapped.Unread.Count == 0 && mapped.StatedSquareMetres is not null && mapped.End is not null ? 1 : 0;
        }

        return (reading.Understood.FirstOrDefault(u => u.Standing != Standing.Known)?.Topic.ToString() ?? "", right);
    }

    private static void Same(MadeSheet made, KnownRecord truth, MappedRow mapped)
    {
        void Equal(object? expected, object? actual, string what) =>
            Assert.True(Equals(expected, actual), $"{made.Traits}: {what} of {truth.Code} is {expected}, read as {actual}");
        Equal(truth.Operator, mapped.Organisation ?? truth.Operator, "operator");
        if (mapped.End is { } end)
        {
            Equal(new ReportDate(truth.Date, truth.IsMonth ? DatePrecision.Month : DatePrecision.Day), end, "date");
        }

        if (mapped.StatedSquareMetres is { } size)
        {
            Assert.True(Math.Abs(size - truth.SquareMetres) <= 1e-6 * truth.SquareMetres,
                $"{made.Traits}: {truth.Code} has {truth.SquareMetres} m2, read as {size}");
        }

        var drawn = mapped.Source.Geometry;
        var rings = drawn.Kind == DrawnKind.Point ? [[drawn.X, drawn.Y]] : drawn.Polygons.Select(p => p[0]).ToArray();
        Equal(string.Join('|', truth.Rings.Select(r => string.Join(' ', r))), string.Join('|', rings.Select(r => string.Join(' ', r))), "place");
    }
}
