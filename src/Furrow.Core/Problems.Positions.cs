namespace Furrow.Core;

/// <summary>Why a text is not read as a position. A hazard map never guesses: what could be two places is none.</summary>
public static partial class Problems
{
    public static Problem PositionUneven(string text) => new("position-uneven",
        $"\"{text}\" does not give latitude and longitude with the same parts. Write both in degrees, or both with minutes, or both with minutes and seconds.");

    public static Problem PositionAmbiguous(string text) => new("position-ambiguous",
        $"\"{text}\" can be read in more than one way. Separate latitude and longitude by a comma and a space, or add N, S, E and W.");

    public static Problem PositionSixty(string text) => new("position-sixty", $"\"{text}\" has minutes or seconds of 60 or more.");

    public static Problem PositionDecimals(string text) => new("position-decimals",
        $"\"{text}\" has decimals before the last part of an angle: only the last of degrees, minutes and seconds may have them.");

    public static Problem PositionLetters(string text) => new("position-letters",
        $"\"{text}\" needs one letter of N and S and one of E and W, or no letter at all with the latitude first.");

    public static Problem PositionOffEarth(string text) => new("position-off-earth",
        $"\"{text}\" is not on the earth: a latitude is at most 90 degrees, a longitude at most 180. Without letters the latitude comes first.");

    /// <param name="exchanged">The one of the two whose longitude and latitude exchanged make them agree; null where that is so of none.</param>
    public static Problem PlacesDiffer(string file, int row, string first, string second, string distance, string? exchanged = null) => new("places-differ",
        exchanged is null
            ? $"The row gives two places: '{first}' and '{second}' lie {distance} apart. Correct the wrong one, or say which column is to be left."
            : (Phrase)($"The row gives two places: '{first}' and '{second}' lie {distance} apart, and agree with longitude and latitude of '{exchanged}' "
                + $"exchanged. Exchange the two in the file, say in the import that they are exchanged, or say which column is to be left."),
        400, new ProblemPlace(file, row, second)) { IsMendedByExchange = exchanged is not null };

    public static Problem PolygonBesidePoint(string file, int row, string first, string second) => new("polygon-beside-point",
        $"'{first}' gives a point and '{second}' a polygon: with the point alone the land drawn would be lost. Say which of the two is to be left.", 400,
        new ProblemPlace(file, row, second));

    public const string PlacesAgreeCode = "places-agree";

    public static Problem PlacesAgree(string file, string first, string second, int rows) => new(PlacesAgreeCode,
        $"'{second}' gives the place of {rows} rows a second time; it was compared with '{first}', which was read, and they agree: points within 100 m, "
            + $"a point inside a polygon or within 1 km of it, two outlines within 10 m, or the precision of the figures.", 400, new ProblemPlace(file));

    public static Problem PlacesNotCompared(string file, string first, string second, int rows) => new("places-not-compared",
        $"'{second}' seems to give the place of {rows} rows a second time, but cannot be read as one; '{first}' was read, and the two were not compared.", 400,
        new ProblemPlace(file));
}
