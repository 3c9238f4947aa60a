using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>Decisions beside the review chain: one decision for a group of findings, and figures that went out.</summary>
public static class FigureRules
{
    public static Ruling DecideFindings(ReportBook book, Act act, string group, Guid? batch, string decision)
    {
        if (batch is { } id && book.FindBatch(id) is null)
        {
            return Problems.BatchUnknown(id.ToString());
        }

        return string.IsNullOrWhiteSpace(group) || string.IsNullOrWhiteSpace(decision)
            ? Problems.ReportFieldMissing("decision", $"A decision names its group of findings and what was decided.")
            : act.IsWithoutReason
                ? Problems.ReasonMissing("decide a group of findings")
                : [new FindingsDecided(group, batch, decision)];
    }

    /// <summary>Records the very file that went out. Reprinting serves it, byte for byte.</summary>
    public static Ruling Publish(ReportBook book, FigurePublished figure) =>
        figure.KnownAt > book.LastAcceptance ? Problems.FigureKnownAtAhead(figure.KnownAt, book.LastAcceptance)
        : figure.KnownAt < 0 ? Problems.ReportFieldWrong("known at", $"Known-at is an acceptance number, 0 or more.")
        : [figure];
}

/// <summary>A figure that went out, and the act that published it.</summary>
public sealed record PublishedFigure(FigurePublished Fact, Act Act);
