using Furrow.Core.Land;

namespace Furrow.Exchange.Exports;

public enum ExportType : byte
{
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,
    Number,
    Date,
    Truth,
}

public enum ExportGeometry : byte
{
    None,
    Polygons,
    Points,

    /// <summary>Polygons, and points where a record has no polygon.</summary>
    Mixed,
}

/// <param name="Name">In the words of the field, units last: "area_square_metres".</param>
/// <param name="Short">At most ten letters, for formats that hold no more; null: the name is cut.</param>
public sealed record ExportColumn(string Name, ExportType Type, string? Short = null);

/// <param name="Values">One for each column: string, int, long, double, decimal, DateOnly, bool or null.</param>
public sealed record ExportRow(IReadOnlyList<object?> Values, Shape? Shape = null, GridPoint? Point = null);

/// <summary>What goes out, in no format yet: land, hazardous areas, postings or any other list. Rows are enumerated once.</summary>
/// <param name="Title">Name of the layer, sheet or document.</param>
/// <param name="Exercise">Every row and the title are then marked, so that no part of an invented programme can be taken for real ground.</param>
public sealed record ExportTable(string Title, bool Exercise, ExportGeometry Geometry, IReadOnlyList<ExportColumn> Columns, IEnumerable<ExportRow> Rows)
{
    internal const string Mark = "EXERCISE";

    /// <summary>What the rows answer: as of which day, as known at which acceptance, by which filter. It stands in a file whose format has a place for it
    /// outside the rows: JSON and GeoJSON as members, GeoPackage and KML in the description of the table, XLSX in that of the workbook; CSV and shapefiles
    /// have none (<see cref="IFormatWriter.HoldsAbout"/>).</summary>
    public IReadOnlyList<(string Name, string Value)> About { get; init; } = [];

    /// <summary>The same in one line.</summary>
    internal string AboutText => string.Join("; ", About.Select(a => $"{a.Name.Replace('_', ' ')}: {a.Value}"));

    /// <summary>The title as it is printed.</summary>
    public string MarkedTitle => Exercise ? $"{Mark} {Title}" : Title;

    /// <summary>With the mark as a column of its own in front, when this is an exercise.</summary>
    internal ExportTable Marked() => !Exercise ? this : this with
    {
        Columns = [new ExportColumn("exercise", ExportType.Text), .. Columns],
        Rows = Rows.Select(r => r with { Values = [Mark, .. r.Values] }),
    };
}

/// <summary>A format Furrow writes. Coordinates are WGS 84 longitude and latitude.</summary>
public interface IFormatWriter
{
    string Format { get; }

    /// <summary>With its dot; what the file should be called.</summary>
    string Extension { get; }

    string ContentType { get; }

    /// <summary>The format has a place for <see cref="ExportTable.About"/>.</summary>
    bool HoldsAbout => true;

    /// <summary>Writes the whole table; returns in words what the format could not hold. The stream stays open and need not seek.</summary>
    IReadOnlyList<string> Write(ExportTable table, Stream to);
}
