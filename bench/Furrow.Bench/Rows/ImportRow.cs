using System.Diagnostics;
using System.Globalization;
using System.Text;
using Furrow.Bench.Measuring;
using Furrow.Core.Drills;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Bench.Rows;

/// <summary>Import a GeoJSON file of hazards: read, map, mend, every check, codes, verdicts, and a durable commit. The reports wait for review, so no land is
/// noded; that is timed apart. The peer copies the same file to a GeoPackage, checking nothing, with the same promise of durability.</summary>
public sealed class ImportRow : IBenchRow
{
    public string Name => "import";

    public string Work => "import GeoJSON with all checks, durable (noding apart)";

    public void Run(BenchContext context, RowReport report)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("hazards.geojson");
        var (count, vertices) = Write(path, context.Scaled(150_000));
        report.Note(RowReport.Text($"{count:N0} features with 5 properties, {vertices:N0} vertices, {new FileInfo(path).Length / 1_048_576} MiB; 0.2 % invalid"));
        report.Note("peer: " + Machine.Output(context.Root, "ogrinfo", "--version") + ", OGR_SQLITE_SYNCHRONOUS=FULL");

        var child = new ChildMeter();
        var number = 0;
        var ours = (Reports: 0, AreaMicro: 0L);
        var trials = new List<double>();
        void Ours()
        {
            using var programme = BenchProgramme.Open(folder.File($"ours-{number++}.furrow"));
            using var plan = ImportPlan.Prepare(SourceFile.At(path),
                new ImportOptions { As = ImportAs.Find("mapped")!, By = Actor.Named(BenchProgramme.Author), At = BenchProgramme.At }, programme.State);
            var reports = plan.Problem is null ? plan.Apply(programme).Get().Reports : throw new AnswersDifferException(plan.Problem.ToString());
            ours = (reports, plan.Rows.Sum(r => r.AreaMicro));
            trials.Add(plan.Trial.TotalSeconds);
        }

        void Theirs() => child.Run("ogr2ogr", "--config", "OGR_SQLITE_SYNCHRONOUS", "FULL", "-f", "GPKG", folder.File($"theirs-{number++}.gpkg"), path);

        var open = Opened(folder);
        Ours();
        Theirs();
        var theirs = ReadBack(folder.File($"theirs-{number - 1}.gpkg"));
        report.Same("features", ours.Reports, theirs.Rows, 0);
        report.Same("m² of the land, the 0.2 % invalid mended alike", ours.AreaMicro / 1e6, theirs.AreaMicro / 1e6, 0);
        report.SayCompared();

        var timings = Interleaved.Measure(context.SlowRuns, new Contender("Furrow", Meter.OwnProcess, Ours, "all checks, reports waiting for review"),
            new Contender("ogr2ogr to GeoPackage", child, Theirs, "no checks"));
        report.Table(timings);
        var (wall, peer) = (timings[0].Wall.Median, timings[1].Wall.Median);
        var noding = new Samples(trials[^context.SlowRuns..]).Median;
        report.Line(RowReport.Text($"features a second: ours {count / wall:N0}, ogr2ogr {count / peer:N0}"));
        report.Line(RowReport.Text($"in our time, noding: the land of the whole file is arranged for trial, for the checks that read headings: {noding:F2} s"));
        report.Line(RowReport.Text($"with that noding, features a second, wall: {peer / wall:F2}x; processor: {timings[1].Cpu.Median / timings[0].Cpu.Median:F2}x"));
        report.Factor("features a second, wall, noding apart", peer / (wall - noding), 1, 2);
        var peak = timings[0].PeakBytes >> 20;
        report.Limit(RowReport.Text($"peak above the open programme, which takes {open} MiB empty"), peak - open, 300, 200, "MiB");
        report.Note(RowReport.Text($"the same programme with its batch takes {Opened(folder, folder.File($"ours-{number - 2}.furrow"))} MiB"));
        Noding(folder, path, report);
    }

    /// <summary>MiB that the process has with a programme open.</summary>
    private static long Opened(TemporaryFolder folder, string? path = null)
    {
        using var programme = BenchProgramme.Open(path ?? folder.File("empty.furrow"));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        GC.KeepAlive(programme.State);
        return self.WorkingSet64 >> 20;
    }

    /// <summary>What the peer's file holds: both sides must have kept the same land.</summary>
    private static (int Rows, long AreaMicro) ReadBack(string file)
    {
        var areas = FormatDetector.Open(SourceFile.At(file)).Get().Rows.Select(r => ShapeRepair.Mend(GridConversion.ToGrid(r).Get().Polygons, false).AreaMicro)
            .ToList();
        return (areas.Count, areas.Sum());
    }

    /// <summary>What acceptance adds: arranging the land of the whole file, and its commit.</summary>
    private static void Noding(TemporaryFolder folder, string path, RowReport report)
    {
        using var programme = BenchProgramme.Open(folder.File("accepted.furrow"));
        var plan = ImportPlan.Prepare(SourceFile.At(path),
            new ImportOptions { As = ImportAs.Find("mapped")!, By = Actor.Named(BenchProgramme.Author), At = BenchProgramme.At }, programme.State);
        plan.Apply(programme).Get();
        var watch = Stopwatch.StartNew();
        programme.Decide(BenchProgramme.By(BenchProgramme.Approver, "EXERCISE"), (state, act) => BatchRules.CheckAndAccept(state.Book, act, plan.Batch)).Get();
        report.Note(RowReport.Text($"apart: accepting the whole batch (noding, faces, postings, durable) {watch.Elapsed.TotalSeconds:F2} s, once; groups of findings to judge: {plan.Groups.Count}"));
    }

    /// <summary>What is made here is not held beside what is measured.</summary>
    private static (int Features, int Vertices) Write(string path, int count)
    {
        var hazards = GeneratedCountry.Make(BenchContext.Seed, count, 0).Hazards;
        Write(path, hazards);
        return (hazards.Count, hazards.Sum(h => h.Ring.Length));
    }

    private static void Write(string path, IReadOnlyList<GeneratedArea> hazards)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.Write("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (var i = 0; i < hazards.Count; i++)
        {
            var h = hazards[i];
            var points = string.Join(',',
                h.Ring.Append(h.Ring[0]).Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.LonDegrees:0.#########},{p.LatDegrees:0.#########}]")));
            var kind = h.Effect == LandEffect.Confirm ? "confirmed" : "suspected";
            file.Write(string.Create(CultureInfo.InvariantCulture, $$"""{"type":"Feature","properties":{"code":"{{h.Code}}","status":"{{kind}}","date":"{{h.On:yyyy-MM-dd}}","organisation":"{{h.Organisation}}","kinds":"{{Kinds.NameOf(h.Kinds)}}"} ,"geometry":{"type":"Polygon","coordinates":[[{{points}}]] } }"""));
            file.Write(i + 1 < hazards.Count ? ",\n" : "\n");
        }

        file.Write("]}\n");
    }
}
