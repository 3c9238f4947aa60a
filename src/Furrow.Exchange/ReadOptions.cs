namespace Furrow.Exchange;

/// <summary>What a person says of hidden rows and columns of a sheet.</summary>
public enum HiddenCells : byte
{
    /// <summary>A sheet that has some with values is refused, and they are named.</summary>
    Ask,
    Read,
    Leave,
}

/// <summary>What a person says of rows that sum up others or are remarks.</summary>
public enum SumRows : byte
{
    /// <summary>Each is refused by name: it is no record before somebody says so.</summary>
    Ask,
    Read,
    Leave,
}

/// <summary>What the person importing says about a file beyond what the file says itself.</summary>
public sealed record ReadOptions
{
    public static readonly ReadOptions Default = new();

    /// <summary>"EPSG:32633", "UTM 33N" or WKT. A file that says otherwise is refused, unless both are named: "EPSG:32634 instead of EPSG:32633".</summary>
    public string? Crs { get; init; }

    /// <summary>Which of two columns called X and Y is the northing.</summary>
    public PlaneAxes Axes { get; init; }

    /// <summary>"utf-8", "windows-1251" ...: used instead of what the bytes suggest (CSV, Shapefile).</summary>
    public string? Encoding { get; init; }

    /// <summary>Table of a GeoPackage, sheet of a workbook, or member of an archive, where there is more than one.</summary>
    public string? Layer { get; init; }

    /// <summary>What stands before the name of a sheet or layer where several files of one archive may have such: "north.xlsx/".</summary>
    internal string LayerPrefix { get; init; } = "";

    /// <summary>What is done with rows and columns of a sheet that are hidden.</summary>
    public HiddenCells Hidden { get; init; }

    /// <summary>The rows of a table that name its columns; found when null.</summary>
    public HeadingRows? HeaderRow { get; init; }

    /// <summary>What is done with rows of a table that sum up others or are remarks.</summary>
    public SumRows Sums { get; init; }

    /// <summary>Only rows that have one of these values in a column are read: column → values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Only { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What words for points mean that are not known here.</summary>
    public IReadOnlyDictionary<string, PointRole> PointTypes { get; init; } = new Dictionary<string, PointRole>();

    /// <summary>From which north bearings count, where neither the mapping nor the heading says so.</summary>
    public NorthReference North { get; init; }

    /// <summary>Degrees that magnetic north lies east of true north.</summary>
    public double? DeclinationDegrees { get; init; }

    /// <summary>"m", "ft" ...: in what legs are measured, whatever their heading says.</summary>
    public string? DistanceUnit { get; init; }

    /// <summary>Which columns of a table hold its geometry; proposed from their names when null.</summary>
    public GeometryColumns? Geometry { get; init; }

    /// <summary>Columns of a table that say no place, though they are called so.</summary>
    public IReadOnlyList<string> Leave { get; init; } = [];

    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>Ends the reading wherever it is.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether a file gives the same rows by both.</summary>
    public bool ReadsLike(ReadOptions other) => Scalars(this) == Scalars(other) && Leave.SequenceEqual(other.Leave)
        && IsSame(PointTypes, other.PointTypes) && IsSame(Geometry?.PointTypes, other.Geometry?.PointTypes)
        && Only.Count == other.Only.Count && Only.All(o => other.Only.TryGetValue(o.Key, out var values) && values.SequenceEqual(o.Value));

    private static ReadOptions Scalars(ReadOptions of) => of with
    {
        Stop = default,
        Leave = Default.Leave,
        PointTypes = Default.PointTypes,
        Only = Default.Only,
        Geometry = of.Geometry is { } columns ? columns with { PointTypes = null } : null,
    };

    private static bool IsSame(IReadOnlyDictionary<string, PointRole>? one, IReadOnlyDictionary<string, PointRole>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one?.All(t => other!.TryGetValue(t.Key, out var role) && role == t.Value) ?? true);
}

/// <summary>Bounds that keep time and memory finite whatever the file holds. Beyond one, the file is refused with the limit's name.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public int Rows { get; init; } = 20_000_000;

    public int RowBytes { get; init; } = 64 << 20;

    public int FieldsPerRow { get; init; } = 10_000;

    public int PointsPerRow { get; init; } = 10_000_000;

    /// <summary>Rows in a sequence that are no features at all, after which the file is not worth reading.</summary>
    public int BrokenRowsInSequence { get; init; } = 10_000;

    public int JsonDepth { get; init; } = 64;

    public int XmlDepth { get; init; } = 256;

    public int ArchiveEntries { get; init; } = 10_000;

    public long ArchiveBytes { get; init; } = 4L << 30;

    /// <summary>Uncompressed bytes for one compressed byte. Ordinary text packs 5 to 30 times.</summary>
    public int ArchiveRatio { get; init; } = 100;

    /// <summary>The same for members that are full of blanks by their nature: tables with columns of fixed width, parts of a workbook.</summary>
    public int ArchivePaddedRatio { get; init; } = 250;

    /// <summary>Characters in one element of XML or one field of a text table.</summary>
    public int TextLength { get; init; } = 16 << 20;

    /// <summary>Bytes that rows may hold for each byte of their file: what repeats a long text from a short reference does not go on for ever.</summary>
    public int RowBytesPerFileByte { get; init; } = 200;
}
