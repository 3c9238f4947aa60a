using Furrow.Bench.Measuring;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Postgres;

namespace Furrow.Bench.Rows;

/// <summary>Area of all hazards' own outlines, some 2 M edges. The peer measures under geodesics, so its rings are densified until it
/// measures the same land.</summary>
public sealed class AreaRow : IBenchRow
{
    // Some 11 m; the difference left is far below the 1e-7 that we compare to.
    private const string Densified = "SELECT sum(ST_Area(ST_Segmentize(geom, 0.0001)::geography)) FROM hazard";
    private const string AsDrawn = "SELECT sum(ST_Area(geom::geography)) FROM hazard";
    private const string EqualArea = "SELECT sum(ST_Area(ST_Transform(geom, 6933))) FROM hazard";

    public string Name => "area";

    public string Work => "area of 2 M edges, exact";

    public void Run(BenchContext context, RowReport report)
    {
        var land = BenchLand.Country(context);
        var shapes = land.Claims.Where(c => !BenchLand.IsRelease(c.Effect)).Select(c => c.Shape).ToList();
        report.Note(RowReport.Text($"{shapes.Count:N0} hazards, {shapes.Sum(s => s.PointCount):N0} edges; one core on both sides"));
        using var server = PostgresServer.Start(PostgresSettings.Analytical(workers: 0));
        server.Source.LoadShapes("hazard", shapes.Select((s, i) => (i, "hazard", s)));
        report.Same("total m²", Ours(shapes), server.Source.Value<double>(Densified), 1e-7);
        report.SayCompared();

        var meter = new ProcessTreeMeter(server.ProcessId);
        var timings = Interleaved.Measure(context.QuickRuns - 2,
            new Contender("Furrow", Meter.OwnProcess, () => Ours(shapes)),
            new Contender("PostGIS geography, densified", meter, () => server.Source.Value<double>(Densified)),
            new Contender("PostGIS geography, as drawn", meter, () => server.Source.Value<double>(AsDrawn), "under geodesics: another area, by 1e-7"),
            new Contender("PostGIS, equal-area projection", meter, () => server.Source.Value<double>(EqualArea), "for the reader"));
        report.Table(timings);
        report.Factor("processor, against densified rings", timings[1].Cpu.Median / timings[0].Cpu.Median, 5, 20);
        report.Factor("processor, against rings as drawn", timings[2].Cpu.Median / timings[0].Cpu.Median, 5, 20);
    }

    private static double Ours(List<Shape> shapes)
    {
        long micro = 0;
        foreach (var shape in shapes)
        {
            micro += LandQuestions.AreaMicro(shape);
        }

        return (double)AreaText.SquareMetres(micro);
    }
}
