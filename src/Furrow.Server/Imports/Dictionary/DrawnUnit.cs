using Furrow.Core.Land;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What the drawings say of the unit of the areas stated beside them: half of them agree within a tenth, or another unit is meant. No unit of land is
/// nearer to a m² than the square yard, at 0.84.</summary>
/// <param name="Rows">Rows with both.</param>
/// <param name="Times">Median of stated to drawn area; 0 where there is none.</param>
internal readonly record struct DrawnUnit(int Rows, double Times)
{
    private const double Tenth = 1.1;

    public bool IsProven => Times is >= 1 / Tenth and <= Tenth;

    /// <summary>So far off that no drawing explains it.</summary>
    public bool IsContradicted => Rows > 0 && Times is < 1 / 3.0 or > 3;

    public double Rounded => Math.Round(Times, Times < 1 ? 6 : 1);

    public static DrawnUnit Of(IEnumerable<RowDraft> rows)
    {
        var ratios = rows.Select(r => r.Staged).Where(s => s is { AreaMicro: > 0, StatedSquareMetres: > 0 })
            .Select(s => s!.StatedSquareMetres / (double)AreaText.SquareMetres(s.AreaMicro)).Order().ToList();
        return ratios.Count == 0 ? default : new DrawnUnit(ratios.Count, ratios[ratios.Count / 2]);
    }
}
