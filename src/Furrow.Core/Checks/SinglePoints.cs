using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>A point a report names beside its land: judged as the land is.</summary>
/// <param name="Cause">Behind the cause of a finding, so that points of one kind form a group of their own.</param>
/// <param name="Part">Of a record without polygon; null for points of the whole report.</param>
/// <param name="With">The report with this point somewhere else.</param>
internal readonly record struct SinglePoint(string Cause, int? Part, GridPoint At, Func<Report, GridPoint, Report> With)
{
    public GridBox Box => GridBox.Empty.With(At);
}

/// <summary>The single points of a report: places of records without polygon, of evidence, the reference point and the benchmark.</summary>
internal static class SinglePoints
{
    public static IEnumerable<SinglePoint> Of(Report report)
    {
        for (var i = 0; i < report.Parts.Count; i++)
        {
            if (report.Parts[i].Point is { } point)
            {
                var at = i;
                yield return new SinglePoint("point", at, point, (r, p) => r with { Parts = Changed(r.Parts, at, part => part with { Point = p }) });
            }
        }

        for (var i = 0; i < report.Evidence.Count; i++)
        {
            if (report.Evidence[i].At is { } point)
            {
                var at = i;
                yield return new SinglePoint("evidence", null, point, (r, p) => r with { Evidence = Changed(r.Evidence, at, e => e with { At = p }) });
            }
        }

        if (report.ReferencePoint is { } reference)
        {
            yield return new SinglePoint("reference point", null, reference.At, (r, p) => r with { ReferencePoint = r.ReferencePoint! with { At = p } });
        }

        if (report.Benchmark is { } benchmark)
        {
            yield return new SinglePoint("benchmark", null, benchmark.At, (r, p) => r with { Benchmark = r.Benchmark! with { At = p } });
        }
    }

    private static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> all, int at, Func<T, T> change) => [.. all.Select((one, i) => i == at ? change(one) : one)];
}
