namespace Furrow.Core;

/// <summary>Why a text is not read as a position. A hazard map never guesses: what could be two places is none.</summary>
public static partial class Problems
{
    public static Problem PositionUneven(string text) => new("position-uneven",
        $"\"{text}\" gives latitude and longitude to different parts. Write both in degrees, or both with minutes, or both with minutes and seconds.");

    public static Problem PositionAmbiguous(string text) => new("position-ambiguous",
        $"\"{text}\" can be read in more than one way. Part latitude and longitude by a comma and a blank, or add N, S, E and W.");

    public static Problem PositionSixty(string text) => new("position-sixty", $"\"{text}\" has minutes or seconds of 60 or more.");

    public static Problem PositionDecimals(string text) => new("position-decimals",
        $"\"{text}\" has decimals before the last part of an angle: only the last of degrees, minutes and seconds may have them.");

    public static Problem PositionLetters(string text) => new("position-letters",
        $"\"{text}\" needs one letter of N and S and one of E and W, or no letter at all with the latitude first.");

    public static Problem PositionOffEarth(string text) => new("position-off-earth",
        $"\"{text}\" is not on the earth: a latitude is at most 90 degrees, a longitude at most 180. Without letters the latitude comes first.");
}
