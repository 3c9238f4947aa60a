namespace Furrow.Core;

/// <summary>Refusals of imports and of the verbs around them.</summary>
public static partial class Problems
{
    public static Problem PlaceWithoutName(string file, int row, string column) =>
        new("place-without-name", "A boundary has no name there; say which column holds the names with --place-name.", Where: new ProblemPlace(file, row, column));

    public static Problem PlacesWithoutLand(string file) => new("places-without-land", "The file of boundaries holds no polygon.", Where: new ProblemPlace(file));

    public static Problem PlacesMissing(string word) => new("places-missing", $"To split by {word}, name a file of boundaries with --places.");

    public static Problem PortTaken(int port, string why) => new("port-taken", $"Port {port} cannot be used: {why} Name another with --port.", 409);

    public static Problem FileMissing(string path) => new("file-missing", "There is no such file.", 404, new ProblemPlace(path));

    public static Problem FileKnown(string file, string batch) =>
        new("file-known", $"This very file was imported before, as batch {batch}. Importing it again adds nothing.", 409, new ProblemPlace(file));

    public static Problem ImportGroupsOpen(int groups) =>
        new("import-groups-open", $"{groups} groups of findings wait for a decision.", 409);
}
