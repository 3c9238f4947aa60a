using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Figures;

/// <summary>Rules of publishing figures.</summary>
public static class FigureRules
{
    /// <summary>Records the very file that went out. Reprinting serves it, byte for byte.</summary>
    public static Ruling Publish(ReportBook book, FigurePublished figure) =>
        figure.KnownAt > book.LastAcceptance ? Problems.FigureKnownAtAhead(figure.KnownAt, book.LastAcceptance)
        : figure.KnownAt < 0 ? Problems.ReportFieldWrong("known at", $"Known-at is an acceptance number, 0 or more.")
        : [figure];
}
