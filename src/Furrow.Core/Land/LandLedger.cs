using Furrow.Core.Land.Questions;

namespace Furrow.Core.Land;

/// <summary>The land as known after some acceptance: an immutable view. The status of land is a pure function of the accepted claims; postings
/// are the differences each acceptance made. <see cref="Accept"/> gives the next view and leaves this one as it was.</summary>
public sealed partial class LandLedger
{
    public static readonly LandLedger Empty = new();

    /// <summary>The last acceptance this view knows; 0 before the first.</summary>
    public int KnownAt { get; private init; }

    public LandLedger Accept(LandAcceptance acceptance) => throw new NotImplementedException();

    public LandClaim Claim(int id) => throw new NotImplementedException();
}

/// <summary>The questions the land ledger answers. Each answer is as known at an acceptance; null means now.</summary>
public static class LandQuestions
{
    public static BalanceAnswer Balance(LandLedger land, BalanceQuestion question) => throw new NotImplementedException();

    public static SpotHistory Spot(LandLedger land, GridPoint at, int? knownAt = null) => throw new NotImplementedException();

    /// <summary>Dissolved features of every cell that touches the box, cell by cell, in cell order.</summary>
    public static IEnumerable<LandFeature> Window(LandLedger land, GridBox box, int? knownAt = null) => throw new NotImplementedException();

    public static Restatement Restate(LandLedger land, int after, int until, DateOnly asOf, KindSet kind) => throw new NotImplementedException();

    public static IReadOnlyList<EffortRow> Effort(LandLedger land, DateOnly from, DateOnly asOf, int? knownAt = null) => throw new NotImplementedException();

    public static EffortBridge Bridge(LandLedger land, DateOnly from, DateOnly asOf, int? knownAt = null) => throw new NotImplementedException();

    public static IReadOnlyList<HazardousAreaAnswer> HazardousAreas(LandLedger land, DateOnly asOf, int? knownAt = null) => throw new NotImplementedException();

    /// <summary>The remaining polygon of one hazardous area: the land that still has a hazard status because of it.</summary>
    public static Shape Remaining(LandLedger land, string hazardousArea, DateOnly asOf, int? knownAt = null) => throw new NotImplementedException();

    /// <summary>Exact area of a shape by the ledger's own measure, in 1e-6 m².</summary>
    public static long AreaMicro(Shape shape) => throw new NotImplementedException();

    /// <summary>Pairs of claims that share land, with the shared area, among the claims over the box.</summary>
    public static IReadOnlyList<ClaimOverlap> Overlaps(LandLedger land, GridBox? within = null) => throw new NotImplementedException();
}

public sealed record ClaimOverlap(int First, int Second, long AreaMicro);
