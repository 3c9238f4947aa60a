namespace Furrow.Core;

/// <summary>What the map, its tiles, pictures and questions refuse.</summary>
public static partial class Problems
{
    public static Problem MapNumberUnreadable(string field, string? text) =>
        new("map-number-unreadable", string.IsNullOrWhiteSpace(text) ? (Phrase)$"The address lacks {field}." : $"'{text}' is not a number {field} can be.");

    public static Problem MapWordUnknown(string word, string known) =>
        new("map-word-unknown", $"'{word}' is not a word of this address. It takes: {known}.");

    public static Problem MapDateUnreadable(string text) =>
        new("map-date-unreadable", $"'{text}' is not a date. Dates are written as year, month and day: 2016-12-31.");

    public static Problem MapKindUnknown(string text) =>
        new("map-kind-unknown", $"'{text}' is not a kind of contamination a map can show: name one kind, overall or custody.");

    public static Problem MapKnownAtUnknown(string text, int last) =>
        new("map-known-at-unknown", $"There is no acceptance {text}: the last one is {last}.", 404);

    public static Problem MapBoxUnreadable(string? text) =>
        new("map-box-unreadable", $"'{text}' is not a box. A box is west, south, east and north in degrees between commas: 17.5,44.1,17.9,44.4.");

    public static Problem MapNotOnEarth(double lon, double lat) =>
        new("map-not-on-earth",
            $"Longitude {lon} and latitude {lat} are not on the earth: longitude is at most 180 degrees, latitude at most 90.");

    public static Problem MapTileUnknown(int z, int x, int y) =>
        new("map-tile-unknown", $"There is no tile {z}/{x}/{y}. Tiles go down to zoom 16.", 404);

    public static Problem MapPictureTooLarge(int most) =>
        new("map-picture-too-large", $"A picture is between 64 and {most} points wide and high.");

    public static Problem MapPaperUnknown(string text) =>
        new("map-paper-unknown", $"'{text}' is not a paper the map prints on: a4 or a3.");

    public static Problem MapScaleUnknown(int scale) =>
        new("map-scale-unknown", $"1:{scale} is not a scale the map prints at: between 1:500 and 1:1000000.");

    public static Problem MapPolygonUnreadable(Phrase reason) =>
        new("map-polygon-unreadable", $"The drawn line does not enclose an area: {reason}", 422);
}
