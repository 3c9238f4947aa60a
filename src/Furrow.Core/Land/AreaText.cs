using System.Globalization;

namespace Furrow.Core.Land;

/// <summary>Areas are whole millionths of a m² inside; people read m².</summary>
public static class AreaText
{
    public const long MicroPerSquareMetre = 1_000_000;

    /// <summary>Exact m² as a decimal: sums of printed numbers stay exact.</summary>
    public static decimal SquareMetres(long micro) => micro / (decimal)MicroPerSquareMetre;

    /// <summary>Whole m² with grouping, for tables.</summary>
    public static string Whole(long micro) => Math.Round(SquareMetres(micro), MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);
}
