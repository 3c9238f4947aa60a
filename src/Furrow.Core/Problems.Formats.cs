namespace Furrow.Core;

/// <summary>What is asked, said or refused about how a file is written: its encoding, its parts, its format.</summary>
public static partial class Problems
{
    /// <param name="samples">What the text reads as in each encoding that it fits.</param>
    public static Problem EncodingUnstated(string file, string samples) => new("encoding-unstated",
        $"Nothing in the file says how its text is encoded, and it is not UTF-8. Name the encoding in which its names are right: {samples}.", 400, new(file));

    public static Problem EncodingMisfit(string file, string encoding, string samples, int? row = null, string? field = null) => new("encoding-misfit",
        $"The text does not fit {encoding}, in which it is said to be. Name the encoding in which its names are right: {samples}.", 400, new(file, row, field));

    public static Problem TextLost(string file, int row, string field, string value) => new("text-lost",
        $"'{Short(value)}' holds the sign that stands for a letter some program could not read: what stood there is lost. Correct it where the file comes from.",
        400, new(file, row, field));

    /// <summary>Said, never refused.</summary>
    public static Problem RowsDeleted(string file, int rows) =>
        new("rows-deleted", $"{rows} rows are marked as deleted in the table of the shapefile: they were left out.", 400, new(file));

    /// <summary>Said, never refused: the number of shapes must still be that of the rows.</summary>
    public static Problem IndexUnsound(string file) => new("index-unsound",
        $"The index (.shx) does not fit the shapes and was not used: they were read in the order in which they lie. Look at the map.", 400, new(file));

    /// <summary>Said, never refused.</summary>
    public static Problem BeyondRange(string file, string column, int rows, string least, string most) => new("beyond-range",
        $"'{column}' of {rows} rows lies outside the range that the file itself gives the column ({least} to {most}). The numbers were read as they stand.", 400,
        new(file));

    public static Problem FormatNotRead(string file, Phrase format, Phrase convert) =>
        new("format-not-read", $"{format} is not read here. What to do: {convert}", 400, new(file));

    /// <summary>Said, or why the file holds nothing.</summary>
    public static Problem LinksNotFollowed(string file, string links) =>
        new("links-not-followed", $"The file links to other files, which are not fetched: {links}. Save them and import each by itself.", 400, new(file));

    public static Problem LayerComputed(string file, string layer) => new("layer-computed",
        $"'{layer}' is a view, which is computed when it is looked at, and is not read. Save it as a table, or name another layer.", 400, new(file));

    /// <summary>Said, never refused: pages of a service are files of their own.</summary>
    public static Problem FeaturesCutOff(string file) => new("features-cut-off",
        $"The service that wrote this file gave only a part of its features (exceededTransferLimit). Fetch the others as well.", 400, new(file));
}
