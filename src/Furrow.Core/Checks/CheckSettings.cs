namespace Furrow.Core.Checks;

/// <summary>Thresholds of the checks: part of a versioned national profile, never constants. The defaults below are ours and only a starting point;
/// <see cref="Explained"/> says why each has its value.</summary>
public sealed record CheckSettings
{
    public static readonly CheckSettings Default = new();

    public string Profile { get; init; } = "default";

    public int Version { get; init; } = 1;

    public double LongestLegMetres { get; init; } = 5_000;

    public double StatedAreaTolerancePercent { get; init; } = 5;

    public double PositionAccuracyMetres { get; init; } = 5;

    public double OverlapIgnoredBelowSquareMetres { get; init; } = 1;

    public double PartOverlapIgnoredBelowPercent { get; init; } = 0.9;

    public double HeadingIgnoredBelowSquareMetres { get; init; } = 1;

    public double PlaceIgnoredBelowPercent { get; init; } = 1;

    public double DoubtIgnoredBelowSquareMetres { get; init; } = 100;

    public double DoubtWaitsAbovePercent { get; init; } = 50;

    public double DoubtWaitsAboveSquareMetres { get; init; } = 100_000;

    public int? ClearanceDepthCm { get; init; }

    public DateOnly EarliestDate { get; init; } = new(1900, 1, 1);

    /// <summary>Checks the programme has switched off, by code.</summary>
    public IReadOnlySet<string> Off { get; init; } = new HashSet<string>();

    /// <summary>Severities the programme has changed, by check code.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    public Severity SeverityOf(Check check) => Severities.TryGetValue(check.Code, out var changed) ? changed : check.Severity;

    /// <summary>Every threshold with its unit and the reason for its default. docs/checks.md lists the same (a test compares).</summary>
    public static readonly IReadOnlyList<(string Name, string Unit, string Why)> Explained =
    [
        (nameof(LongestLegMetres), "m",
            "A side longer than 5 km is nearly always a mistyped coordinate; the usual clean-up of older databases draws the line there too."),
        (nameof(StatedAreaTolerancePercent), "%", "Sketches and rounding explain a few percent; more means that number and drawing speak of different land."),
        (nameof(PositionAccuracyMetres), "m", "Accuracy of a hand-held receiver in the open, for records that do not state their own."),
        (nameof(OverlapIgnoredBelowSquareMetres), "m²", "Neighbours drawn along one line overlap by slivers; less than 1 m² is drawing, not land."),
        (nameof(PartOverlapIgnoredBelowPercent), "%",
            "Polygons of one record drawn side by side meet in slivers; the usual clean-up of older databases looks at those from here on."),
        (nameof(HeadingIgnoredBelowSquareMetres), "m²", "The same slivers appear where a release meets the edge of its hazard."),
        (nameof(PlaceIgnoredBelowPercent), "%", "Borders are drawn more coarsely than hazards; a hundredth of a hazard over the line is the border's doing."),
        (nameof(DoubtIgnoredBelowSquareMetres), "m²",
            "Loops of a receiver at a standstill and crossed corners: less than a small garden between the readings of a drawing holds up no row."),
        (nameof(DoubtWaitsAbovePercent), "%",
            "Where more of the land is in doubt than is certain, the drawing has no meaning of its own; a person gives it one."),
        (nameof(DoubtWaitsAboveSquareMetres), "m²", "Ten hectares in doubt are worth a look, however large the area is."),
        (nameof(ClearanceDepthCm), "cm",
            "No default: the depth comes from the national standard or the task. When set, it judges clearance that does not name the depth required."),
        (nameof(EarliestDate), "date", "Nothing this ledger records happened before 1900; earlier dates are empty cells read as a number."),
    ];
}
