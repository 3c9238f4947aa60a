namespace Furrow.Core.Drills.RawCountries;

/// <summary>How many areas of a layer are of which make. Those that are of no other stand alone on ground of their own; every area but the degenerate may also
/// cross itself. The numbers follow the summary figures of a real country.</summary>
internal sealed record RawQuota
{
    /// <summary>What no number below names is drawn alone.</summary>
    public static readonly RawQuota Suspected = new()
    {
        Word = "Suspected Minefield", Drawn = 7_974, WithoutGeometry = 3_094, Crossing = 294, Touching = 173, Repeated = 6, OfTwoParts = 3, WithHole = 20,
        Degenerate = 9, OverBorder = 335, Outside = 42, Neighbours = 1_330, MedianPoints = 6, MedianSquareMetres = 53_000, Sigma = 1.2,
    };

    public static readonly RawQuota Cleared = new()
    {
        Word = "Cleared Areas", Drawn = 8_221, WithoutGeometry = 108, Crossing = 215, Touching = 453, Repeated = 98, OfTwoParts = 5, WithHole = 20,
        Degenerate = 7, OverBorder = 30, Outside = 10, Neighbours = 1_300, OverHosts = 890, Tiny = 1_520, MedianPoints = 5, MedianSquareMetres = 2_120,
        Sigma = 1.2,
    };

    public required string Word { get; init; }

    /// <summary>Features with a geometry.</summary>
    public required int Drawn { get; init; }

    public required int WithoutGeometry { get; init; }

    /// <summary>Two sides are made to cross; those of some neighbours do without being made to.</summary>
    public required int Crossing { get; init; }

    /// <summary>The line comes back to one of its points.</summary>
    public required int Touching { get; init; }

    /// <summary>Exact copies of an earlier area.</summary>
    public required int Repeated { get; init; }

    public required int OfTwoParts { get; init; }

    public required int WithHole { get; init; }

    /// <summary>Nothing is enclosed: points on one line, or one point again and again.</summary>
    public required int Degenerate { get; init; }

    /// <summary>Drawn over a border of districts on purpose; others reach over one by chance.</summary>
    public required int OverBorder { get; init; }

    /// <summary>Outside all districts.</summary>
    public required int Outside { get; init; }

    /// <summary>Drawn against an earlier area of the layer: over it, along it, or along it by another hand.</summary>
    public required int Neighbours { get; init; }

    /// <summary>The same against an area of the other layer.</summary>
    public int OverHosts { get; init; }

    /// <summary>Below 100 m².</summary>
    public int Tiny { get; init; }

    public required double MedianPoints { get; init; }

    public required double MedianSquareMetres { get; init; }

    /// <summary>Deviation of the natural logarithm of the area.</summary>
    public required double Sigma { get; init; }
}
