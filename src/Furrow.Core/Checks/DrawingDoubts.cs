using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>What the profile makes of a drawing that can be read in more than one way.</summary>
public static class DrawingDoubts
{
    /// <summary>Whether so much doubt waits for a person.</summary>
    /// <param name="keptMicro">Area of the repaired shape.</param>
    public static bool Waits(this DrawingDoubt doubt, CheckSettings settings, long keptMicro)
    {
        var squareMetres = doubt.AreaMicro / (double)AreaText.MicroPerSquareMetre;
        return squareMetres > settings.DoubtIgnoredBelowSquareMetres
            && (squareMetres > settings.DoubtWaitsAboveSquareMetres || 100 * doubt.ShareOf(keptMicro) > settings.DoubtWaitsAbovePercent);
    }
}
