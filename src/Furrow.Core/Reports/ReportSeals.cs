using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>The sealed values of a report, wherever in it they stand. A test holds this list to the type.</summary>
public static class ReportSeals
{
    /// <summary>Those that are there, in the order of the record.</summary>
    public static IEnumerable<SealedValue> Of(Report report)
    {
        var texts = report.Parts.SelectMany(p => p.TurningPoints).Select(p => p.Description)
            .Append(report.ReferencePoint?.Description).Append(report.Benchmark?.Description)
            .Concat(report.Evidence.Select(e => e.Description)).Append(report.Remarks).OfType<SealedValue>();
        return report.Extra.IsNone ? texts : texts.Append(report.Extra);
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
        if (Of(report).All(s => s.Place is not null))
        {
            return report;
        }

        return PlacedAt(report, 0);
    }

    /// <summary>The report as it is read back from its entry.</summary>
    internal static Report PlacedAt(Report report, long position)
    {
        if (!Of(report).Any())
        {
            return report;
        }

        var next = 0;
        return With(report, _ => Sealed.At(Place()), _ => SealedTexts.At(Place()));

        SealPlace Place() => new(position, Tier.Restricted, next++);
    }
}
