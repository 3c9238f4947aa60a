using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Programmes;

/// <summary>Everything a programme knows: the fold of its log. Immutable; each commit makes the next one.</summary>
public sealed partial class ProgrammeState
{
    public static readonly ProgrammeState Empty = new();

    /// <summary>Null before the genesis entry.</summary>
    public ProgrammeOpened? Opened { get; private init; }

    /// <summary>Position of the last entry folded; 0 before the first.</summary>
    public long Position { get; private init; }

    public LandLedger Land { get; private init; } = LandLedger.Empty;

    /// <summary>The state after one more fact.</summary>
    public ProgrammeState Apply(Recorded recorded) => throw new NotImplementedException();

    public ReportEntry? FindReport(Guid id) => throw new NotImplementedException();

    public IEnumerable<ReportEntry> Reports => throw new NotImplementedException();

    public IEnumerable<BatchEntry> Batches => throw new NotImplementedException();

    public IEnumerable<FigurePublished> Figures => throw new NotImplementedException();
}
