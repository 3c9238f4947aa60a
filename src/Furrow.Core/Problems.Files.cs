namespace Furrow.Core;

/// <summary>Refusals of files and of their rows. Each names the file; where it is known also the row (from 1) and the field.</summary>
public static partial class Problems
{
    public static Problem FileEmpty(string file) =>
        new("file-empty", $"The file is empty.", 400, new(file));

    public static Problem FileUnreadable(string file, Phrase why) =>
        new("file-unreadable", $"The file cannot be read: {why}", 400, new(file));

    public static Problem FormatUnknown(string file, Phrase looksLike) =>
        new("format-unknown", $"No reader takes this file: {looksLike}. Furrow reads GeoJSON, Esri JSON, GeoPackage, Shapefile (also zipped), KML, KMZ, GPX, CSV and XLSX.",
            400, new(file));

    public static Problem FormatMismatch(string file, string extension, Phrase looksLike) =>
        new("format-mismatch", $"The name ends in {extension}, but the content {looksLike}. Rename the file or export it again.", 400, new(file));

    public static Problem FileBroken(string file, string format, Phrase why, int? row = null, string? field = null) =>
        new("file-broken", $"This is not valid {format}: {why}", 400, new(file, row, field));

    public static Problem FileEndsEarly(string file, string format, int rowsRead) =>
        new("file-ends-early", $"The {format} ends before it is complete; {rowsRead} rows were read before that.", 400, new(file, rowsRead + 1));

    public static Problem FileBeyondLimit(string file, Phrase limit, int? row = null, string? field = null) =>
        new("file-beyond-limit", $"The file is refused because it goes beyond a limit that keeps the server safe: {limit}.", 413, new(file, row, field));

    public static Problem FileHasNoRows(string file, string format) =>
        new("file-without-rows", $"The {format} holds no rows.", 400, new(file));

    public static Problem LayerUnknown(string file, string layer, IEnumerable<string> has) =>
        new("layer-unknown", $"There is no layer '{layer}'; the file has {string.Join(", ", has)}.", 400, new(file));

    public static Problem LayerNotNamed(string file, IEnumerable<string> has) =>
        new("layer-not-named", $"The file has several layers ({string.Join(", ", has)}); say which one is meant.", 400, new(file));

    public static Problem EncodingUnknown(string file, string encoding) =>
        new("encoding-unknown", $"The text encoding '{encoding}' is not known.", 400, new(file));

    /// <summary>Said, never refused: by whose days hours were read.</summary>
    public static Problem HoursWithZone(string file, int dates, string zone, int others) => new("hours-with-zone",
        $"{dates} dates are hours with a time zone: each is the day it was in {zone}, by which the programme counts. For {others} that is another day "
        + $"than the one written.", 400, new(file));

    public static Problem NorthUnstated(string file, Phrase why) =>
        new("north-unstated", why, 400, new(file));

    public static Problem CrsUnknown(string? file, Phrase crs) =>
        new("crs-unknown", $"The coordinate system '{crs}' is not known here. It is refused, never guessed: give a known one.", 400, new(file));

    public const string CrsMissingCode = "crs-missing";

    public static Problem CrsMissing(string file, Phrase why) =>
        new("crs-missing", $"{why} Say which coordinate system the numbers are in.", 400, new(file));

    public static Problem CrsContradicted(string file, string said, string told) =>
        new("crs-contradicted", $"The file says that its coordinates are in {said}, but {told} was stated. Leave out what is wrong; if the file is wrong, "
            + $"state '{told} instead of {said}'.", 400, new(file));

    public static Problem CrsOverruled(string file, string said, string told) =>
        new("crs-overruled", $"The file says '{said}' about its coordinates, which is not understood here; they are read in {told}, as was stated.", 400,
            new(file));

    public static Problem AxesRead(string file, string x, string y, Phrase why) =>
        new("axes-read", $"Column {x} is read as easting and column {y} as northing: {why}. Look at the map.", 400, new(file));

    /// <summary>Said, never refused.</summary>
    public static Problem AxesNamed(string file, string east, string north) => new("axes-named",
        $"Column {east} is read as longitude or easting and column {north} as latitude or northing, as they are named; no number speaks against it.", 400,
        new(file));

    /// <summary>Said, never refused.</summary>
    public static Problem AxesNoSize(string file, string east, string north) => new("axes-no-size",
        $"Columns {east} and {north} are read as longitude and latitude, and not as length and width: their values are written as positions, or points are numbered.",
        400, new(file));

    /// <summary>Asked, never refused.</summary>
    public static Problem SizeOrPlace(string file, string column, string value) => new("size-or-place",
        $"'{column}' may be a latitude or longitude, or the width or length of the land; '{Short(value)}' can be either. Say what it is, or that it is to be left.",
        400, new(file));

    /// <summary>Asked, never refused: the file is read with X as longitude meanwhile.</summary>
    public static Problem AxesDegrees(string file, string x, string y) => new("axes-degrees",
        $"Columns {x} and {y} hold degrees: maps and programs give the longitude as X, surveyors often the latitude, and no number shows which it is here.", 400,
        new(file));

    /// <param name="isLatitude">By its letter.</param>
    public static Problem AxisLetter(string file, int row, string field, string value, bool isLatitude) => new("axis-letter", isLatitude
        ? $"'{Short(value)}' is a latitude by its letter, but stands where the longitude is read. Exchange the two in the file, or say in the import that they "
            + $"are exchanged."
        : (Phrase)($"'{Short(value)}' is a longitude by its letter, but stands where the latitude is read. Exchange the two in the file, or say in the import "
            + $"that they are exchanged."), 400, new(file, row, field)) { IsMendedByExchange = true };

    public const string AxesUnclearCode = "axes-unclear";

    public static Problem AxesUnclear(string file, string x, string y, Phrase why) =>
        new("axes-unclear", $"It is not clear which of the columns {x} and {y} is the northing: {why}. Say x-is-east or x-is-north.", 400, new(file));

    /// <summary>Said, never refused.</summary>
    /// <param name="registered">Its name in the registry.</param>
    /// <param name="shift">The operation that makes WGS 84 of it; null where there is nothing to do.</param>
    /// <param name="unmoved">Its way to WGS 84 is given as zeros, which cannot be.</param>
    public static Problem SystemRead(string file, string name, string registered, string? shift, string? method, double? accuracyMetres, bool unmoved) =>
        new("system-read", unmoved
            ? $"{name} ({registered}) is said to need no shift to WGS 84, though it stands on another ellipsoid: places may lie 100 m off. Name its datum shift."
            : shift is null ? $"{name} ({registered}) is on WGS 84."
            : accuracyMetres is { } metres ? (Phrase)$"{name} ({registered}) becomes WGS 84 by {shift} ({method}), good to {metres} m."
            : (Phrase)$"{name} ({registered}) becomes WGS 84 by the numbers of {shift} ({method}); how good they are is not known.", 400, new(file));

    public static Problem CoordinateOutsideArea(string file, int row, string value, string crs, string area, bool exchanged) =>
        new("coordinate-outside-area", exchanged
            ? $"The position {value} lies far outside the area of use of {crs} ({area}); easting and northing exchanged it lies inside."
            : (Phrase)$"The position {value} lies far outside the area of use of {crs} ({area}).", 400, new(file, row, "geometry"))
        {
            IsMendedByExchange = exchanged,
        };

    /// <summary>The number of the zone stands before the easting, or is missing there.</summary>
    /// <param name="zoned">The system it is in then.</param>
    public static Problem CoordinateOfAnotherZone(string file, int row, string value, string crs, string area, string zoned) => new("coordinate-other-zone",
        $"The position {value} lies far outside the area of use of {crs} ({area}): by the zone its easting begins with, or lacks, it is in {zoned}.", 400,
        new(file, row, "geometry"));

    public static Problem CoordinateInDegrees(string file, int row, string value, string crs) => new("coordinate-in-degrees",
        $"The position {value} reads as degrees, but {crs} is in metres. Say the coordinate system in which the numbers are.", 400,
        new(file, row, "geometry"));

    public static Problem CoordinateAtOrigin(string file, int row) =>
        new("coordinate-at-origin", $"The position is 0 0: what an empty cell or a receiver without a fix leaves behind, not a place. "
            + $"Leave it empty if it is not known.", 400, new(file, row, "geometry"));

    public static Problem ArchiveBroken(string file, Phrase why) =>
        new("archive-broken", $"The archive is refused because it cannot be trusted: {why}.", 400, new(file));

    public static Problem RowBroken(string file, int row, Phrase why, string? field = null) =>
        new("row-broken", why, 400, new(file, row, field));

    public static Problem GeometryBroken(string file, int row, Phrase why, string field = "geometry") =>
        new("geometry-broken", why, 400, new(file, row, field));

    public static Problem GeometryWithoutArea(string file, int row, Phrase kind) =>
        new("geometry-without-area", $"A {kind} encloses no land; a polygon or one point is needed.", 400, new(file, row, "geometry"));

    public static Problem CoordinateNotANumber(string file, int row, string value, string field = "geometry") =>
        new("coordinate-not-a-number", $"The coordinate '{value}' is not a finite number.", 400, new(file, row, field));

    public static Problem CoordinateOffEarth(string file, int row, string value, bool swapped, string field = "geometry") =>
        new("coordinate-off-earth", swapped
            ? $"The position {value} is not on the earth; with longitude and latitude exchanged it is. Exchange the two in the file, or say in the import that "
                + $"they are exchanged."
            : (Phrase)$"The position {value} is not on the earth.", 400, new(file, row, field)) { IsMendedByExchange = swapped };

    public static Problem CoordinateOutsideCrs(string file, int row, string value, string crs) =>
        new("coordinate-outside-crs", $"The position {value} is outside the area where {crs} can be used.", 400, new(file, row, "geometry"));

    public static Problem RingAroundPole(string file, int row) =>
        new("ring-around-pole", $"The ring runs once around a pole; such a polygon cannot be drawn in longitude and latitude.", 400, new(file, row, "geometry"));

    public static Problem RingJumps(string file, int row, string at) =>
        new("ring-jumps", $"The ring jumps more than 180 degrees of longitude at {at}; a polygon across the antimeridian must be cut there.", 400,
            new(file, row, "geometry"));

    public static Problem OutlineCrossesTooOften(int most) =>
        new("outline-crosses-too-often", $"The outline crosses itself more than {most} times: no real area looks like that. Draw it again, or clean the track first.", 422);

    public static Problem OutlineTooEntangled(long most) =>
        new("outline-too-entangled", $"The drawing is so entangled that to read it would take more than {most} steps. Draw it again, or in several parts.", 422);

    public static Problem OutlineTooLong() =>
        new("outline-too-long", $"The outline runs too far around the earth to be an area: its coordinates are mixed up.", 422);

    /// <summary>The code of a row that waits for a person's word, not for another file.</summary>
    public const string DrawingInDoubtCode = "drawing-in-doubt";

    /// <param name="difference">m² inside some reading but not inside all.</param>
    public static Problem DrawingInDoubt(string file, int row, string difference, string percent) =>
        new("drawing-in-doubt", $"The drawing can be read in several ways that differ by {difference} m², {percent} % of its land. The row waits until a "
            + $"person decides: correct the drawing, or take the row as it was repaired.", 422, new(file, row, "geometry"));

    public static Problem NoLandCertain(string file, int row, string difference) =>
        new("no-land-certain", $"No land lies inside all readings of the drawing, so nothing of it can be released; they differ by {difference} m².", 422,
            new(file, row, "geometry"));

    public const string FieldUnreadableCode = "field-unreadable";

    public static Problem FieldUnreadable(string file, int row, string field, string value, Phrase expected) =>
        new(FieldUnreadableCode, $"'{Short(value)}' is not {expected}.", 400, new(file, row, field));

    /// <param name="other">The other half of a place, where it has a value; null of any other field.</param>
    public static Problem FieldMissing(string file, int row, string field, string? other = null) =>
        new("field-missing", other is null ? $"The row has no value here, and the mapping gives none."
            : (Phrase)$"The row has no value here, but one in '{other}': a place needs both. Fill in the one that is missing, or empty the other.", 400,
            new(file, row, field));

    /// <param name="why">What to say: the columns that are missing.</param>
    public static Problem PlaceColumnsMissing(Phrase why) => new("place-columns-missing", why);

    public static Problem MappingUnreadable(string? file, Phrase why) =>
        new("mapping-unreadable", $"The mapping cannot be used: {why}", 400, new(file));

    public static Problem MappingContradicted(string file, Phrase what, Phrase mapping, Phrase stated) =>
        new("mapping-contradicted", $"The mapping says {what} {mapping}, but {stated} was stated. Leave out what is wrong.", 400, new(file));

    private static string Short(string value) => value.Length <= 80 ? value : string.Concat(value.AsSpan(0, 77), "...");
}
