using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange;

/// <summary>A column and its value as text, exactly as it stood. Null is "no value" where the format knows that; an empty text stays empty.</summary>
/// <param name="IsNumber">The format itself says that the value is a number, written with a decimal point.</param>
public readonly record struct InputField(string Name, string? Value, bool IsNumber = false);

/// <summary>Why the value of a cell may not be what its row says.</summary>
/// <param name="IsShared">False: the rows of one polygon differ in it. True: the cell is merged over several rows: what they have in common is theirs,
/// but an area may be that of all of them.</param>
public sealed record CellDoubt(Phrase Why, bool IsShared);

/// <summary>One row of a file, read but not judged. Every row of the input becomes one of these, also the broken ones.</summary>
public sealed record InputRow
{
    public required string File { get; init; }

    /// <summary>From 1. A feature's place in its file; for tables the row as a spreadsheet numbers it, headings and
    /// blank rows counted. For a polygon given as several table rows, the
    /// first of them.</summary>
    public required int Row { get; init; }

    /// <summary>How many rows of the file this is made of: more than 1 only for polygons given point by point.</summary>
    public int RowCount { get; init; } = 1;

    public IReadOnlyList<InputField> Fields { get; init; } = [];

    public DrawnGeometry Geometry { get; init; } = DrawnGeometry.None;

    /// <summary>What the coordinates of <see cref="Geometry"/> mean.</summary>
    public CoordinateSystem Crs { get; init; } = CoordinateSystem.Wgs84;

    /// <summary>The coordinates as entered, where a text and not the file itself is the original: WKT, turning points, bearing and distance legs.</summary>
    public string? DrawnText { get; init; }

    /// <summary>For bearing and distance legs: how far the last leg missed the start.</summary>
    public double? MisclosureMetres { get; init; }

    /// <summary>For a grid reference: the side of the square it names, in metres. The position is good to no more than that.</summary>
    public double? SquareMetres { get; init; }

    /// <summary>Points of the record that are no corners of its polygons.</summary>
    public IReadOnlyList<RecordPoint> Points { get; init; } = [];

    /// <summary>Columns whose value may not be this row's own, with the reason.</summary>
    public IReadOnlyDictionary<string, CellDoubt>? Doubts { get; init; }

    /// <summary>What the reader mended or assumed, in words; for example the method of adjustment of a traverse.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    /// <summary>What the reader mended in the drawing, or saw in it that its sender should look at. Kept with the report for good.</summary>
    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    /// <summary>Why this row cannot be used, or null. Its fields are given as far as they could be read.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Lower-case hex SHA-256 of the row's content: fields and geometry, not its place in the file. The second and later rows of a file
    /// with the same content are numbered, so that the same file gives the same hashes again and no two of its rows share one.</summary>
    public string RowSha256 { get; internal set; } = "";

    /// <summary>Letters and coordinates it holds: what is held at once must not grow with what a row holds.</summary>
    public long Weight
    {
        get
        {
            long weight = 0;
            for (var i = 0; i < Fields.Count; i++)
            {
                weight += Fields[i].Value?.Length ?? 0;
            }

            for (var i = 0; i < Geometry.Polygons.Count; i++)
            {
                foreach (var ring in Geometry.Polygons[i])
                {
                    weight += ring.Length;
                }
            }

            return weight;
        }
    }

    /// <summary>The value of a column, by exact name; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = 0; i < Fields.Count; i++)
            {
                if (Fields[i] is var field && field.Name == name)
                {
                    return field.Value;
                }
            }

            return null;
        }
    }
}
