namespace Furrow.Core.Land.Questions;

/// <summary>The questions the land ledger answers. Each answer is as known at an acceptance; null means now.</summary>
public static class LandQuestions
{
    public static BalanceAnswer Balance(LandLedger land, BalanceQuestion question) => Balances(land, question, [question.Kind])[0];

    /// <summary>The balance of each of several kinds, in one reading of the ledger.</summary>
    /// <param name="question">Its own kind is not asked for.</param>
    public static IReadOnlyList<BalanceAnswer> Balances(LandLedger land, BalanceQuestion question, IReadOnlyList<KindSet> kinds) =>
        new BalanceBook(land, question, kinds).Answers();

    public static SpotHistory Spot(LandLedger land, GridPoint at, int? knownAt = null) => SpotQuestion.Answer(land.At(knownAt), at);

    /// <summary>Dissolved features of every cell that touches the box, cell by cell, in cell order.</summary>
    public static IEnumerable<LandFeature> Window(LandLedger land, GridBox box, int? knownAt = null) => WindowQuestion.Answer(land.At(knownAt), box);

    /// <summary>Records with a point or the name of a place, and no polygon, in the order of their claims.</summary>
    public static IEnumerable<LandClaim> Undrawn(LandLedger land, int? knownAt = null) => PointQuestion.Answer(land, knownAt ?? land.KnownAt);

    /// <summary>Why a figure moved: postings with a cause after one acceptance up to another, by cause and report.</summary>
    public static Restatement Restate(LandLedger land, int after, int until, DateOnly asOf, KindSet kind) =>
        RestatementQuestion.Answer(land, after, until, asOf, kind);

    /// <summary>The effort ledger: m² worked from one date to another, both included.</summary>
    /// <param name="organisationOf">What to count the name a report carries under; null: under itself.</param>
    public static IReadOnlyList<EffortRow> Effort(LandLedger land, DateOnly from, DateOnly asOf, int? knownAt = null,
        Func<string, string>? organisationOf = null) =>
        EffortQuestion.Rows(land.At(knownAt), from, asOf, organisationOf);

    /// <summary>From m² worked to the net change of status, overall.</summary>
    public static EffortBridge Bridge(LandLedger land, DateOnly from, DateOnly asOf, int? knownAt = null) =>
        EffortQuestion.Bridge(land.At(knownAt), from, asOf);

    public static IReadOnlyList<HazardousAreaAnswer> HazardousAreas(LandLedger land, DateOnly asOf, int? knownAt = null) =>
        AreaQuestion.All(land.At(knownAt), asOf);

    /// <summary>One hazardous area by its code, or by another it is known by; null when nothing speaks of it by that day.</summary>
    public static HazardousAreaAnswer? HazardousArea(LandLedger land, string code, DateOnly asOf, int? knownAt = null) =>
        AreaQuestion.One(land, code, asOf, knownAt);

    /// <summary>The remaining polygon of one hazardous area: the land inside its own outline that is still a hazard.</summary>
    public static Shape Remaining(LandLedger land, string hazardousArea, DateOnly asOf, int? knownAt = null) =>
        AreaQuestion.Remaining(land, hazardousArea, asOf, knownAt);

    /// <summary>The registered polygon of one hazardous area: its own outline, as its hazard reports drew it.</summary>
    public static Shape Outline(LandLedger land, string hazardousArea, DateOnly asOf, int? knownAt = null) =>
        AreaQuestion.Outline(land, hazardousArea, asOf, knownAt);

    /// <summary>Land that rests on some claims: what each of them released that is released still, and who it was handed over to.</summary>
    public static IReadOnlyList<ReleasedLand> ReleasedOn(LandLedger land, Func<LandClaim, bool> which) => ReleaseQuestion.Answer(land, which);

    /// <summary>What people read for the code of an area: where nobody gave it one, the code of its first report.</summary>
    public static string AreaLabel(LandLedger land, string code) => land.Areas.NumberOf(code) is >= 0 and var area ? AreaReports.LabelOf(land, area) : code;

    /// <summary>Exact area of a shape by the ledger's own measure, in 1e-6 m².</summary>
    public static long AreaMicro(Shape shape) => ShapeArea.Micro(shape);

    /// <summary>Pairs of counting claims that share land, with the shared area, among the cells that touch the box.</summary>
    public static IReadOnlyList<ClaimOverlap> Overlaps(LandLedger land, GridBox? within = null) => OverlapQuestion.Answer(land, within);

    /// <summary>Pairs of shapes that share land, by their index in the list, with the shared area.</summary>
    public static IReadOnlyList<ClaimOverlap> Overlaps(IReadOnlyList<Shape> shapes) => OverlapQuestion.Among(shapes);
}

/// <summary>Two claims (or shapes) that share land; First is the smaller number.</summary>
public sealed record ClaimOverlap(int First, int Second, long AreaMicro);
