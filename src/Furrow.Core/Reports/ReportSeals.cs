using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>The sealed values of a report, wherever in it they stand. A test holds this list to the type.</summary>
public static class ReportSeals
{
    /// <summary>Those that are there, in the order of the record. Asked of every report a file brings, and most have none: then nothing is made.</summary>
    public static IReadOnlyList<SealedValue> Of(Report report)
    {
        List<SealedValue>? found = null;
        for (var i = 0; i < report.Parts.Count; i++)
        {
            Take(report.Parts[i].TurningPoints, ref found);
        }

        Take(report.ReferencePoint?.Description, ref found);
        Take(report.Benchmark?.Description, ref found);
        for (var i = 0; i < report.Evidence.Count; i++)
        {
            Take(report.Evidence[i].Description, ref found);
        }

        Take(report.Remarks, ref found);
        Take(report.Extra.IsNone ? null : report.Extra, ref found);
        return (IReadOnlyList<SealedValue>?)found ?? [];
    }

    private static void Take(IReadOnlyList<NamedPoint> points, ref List<SealedValue>? found)
    {
        for (var i = 0; i < points.Count; i++)
        {
            Take(points[i].Description, ref found);
        }
    }

    private static void Take(SealedValue? value, ref List<SealedValue>? found)
    {
        if (value is not null)
        {
            (found ??= []).Add(value);
        }
    }

    /// <summary>The report with each of them changed, in the same order.</summary>
    public static Report With(Report report, Func<Sealed, Sealed> text, Func<SealedTexts, SealedTexts> texts)
    {
        return report with
        {
            Parts = [.. report.Parts.Select(p => p.TurningPoints.Count == 0 ? p : p with { TurningPoints = [.. p.TurningPoints.Select(t => Place(t)!)] })],
            ReferencePoint = Place(report.ReferencePoint),
            Benchmark = Place(report.Benchmark),
            Evidence = [.. report.Evidence.Select(e => e.Description is { } told ? e with { Description = text(told) } : e)],
            Remarks = report.Remarks is { } remarks ? text(remarks) : null,
            Extra = report.Extra.IsNone ? report.Extra : texts(report.Extra),
        };

        NamedPoint? Place(NamedPoint? point) => point?.Description is { } found ? point with { Description = text(found) } : point;
    }

    /// <summary>The report as one that stands at an entry nobody knows yet, where it stands at none: no book holds a text, not even one that only looks a
    /// step ahead.</summary>
    internal static Report Placed(Report report)
    {
        var values = Of(report);
        return values.Count == 0 || values.All(s => s.Place is not null) ? report : PlacedAt(report, 0);
    }

    /// <summary>The report as it is read back from its entry.</summary>
    internal static Report PlacedAt(Report report, long position)
    {
        if (Of(report).Count == 0)
        {
            return report;
        }

        var next = 0;
        return With(report, _ => Sealed.At(Place()), _ => SealedTexts.At(Place()));

        SealPlace Place() => new(position, Tier.Restricted, next++);
    }
}
