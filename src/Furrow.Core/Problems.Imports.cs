namespace Furrow.Core;

/// <summary>Refusals of imports and of the verbs around them.</summary>
public static partial class Problems
{
    public static Problem PlaceWithoutName(string file, int row, string column) =>
        new("place-without-name", "A boundary has no name there; say which column holds the names with --place-name.",
            Where: new ProblemPlace(file, row, column));

    public static Problem PlacesWithoutLand(string file) => new("places-without-land", "The file of boundaries holds no polygon.",
        Where: new ProblemPlace(file));

    public static Problem PlacesMissing(string word) => new("places-missing", $"To split by {word}, name a file of boundaries with --places.");

    public static Problem PortTaken(int port, string why) => new("port-taken", $"Port {port} cannot be used: {why} Name another with --port.", 409);

    public static Problem FileMissing(string path) => new("file-missing", "There is no such file.", 404, new ProblemPlace(path));

    public static Problem ExportFormatUnknown(string named) =>
        new("export-format-unknown", $"\"{named}\" is no format Furrow writes: geojson, gpkg, shapefile, kml, csv or xlsx.");

    public static Problem AreaUnknown(string code) => new("area-unknown", $"There is no hazardous area \"{code}\".", 404);

    public static Problem CorrectionNotOne(int reports) =>
        new("correction-not-one", $"The file gives {reports} reports; a correction replaces one report by exactly one. To correct many, import a "
            + "file with a column \"corrects\".");
}
