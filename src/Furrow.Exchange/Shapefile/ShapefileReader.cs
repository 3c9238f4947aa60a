using System.Buffers.Binary;
using System.Text;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Shapefile;

/// <summary>Reads ESRI shapefiles (technical description, July 1998), plain or zipped. A shapefile without .dbf is read without fields,
/// with a warning; one without
/// .prj is refused unless the coordinate system is given. The index (.shx) is not needed.</summary>
public sealed class ShapefileReader : IFormatReader
{
    private const string Name = "Shapefile";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        if (ShapefileParts.Find(reading) is not { } parts)
        {
            yield break;
        }

        var crs = Crs(reading, parts);
        if (crs.Problem is { } unknown)
        {
            reading.Refuse(unknown);
            yield break;
        }

        using var shapes = parts.Shp.Open();
        using var table = Table(reading, parts);
        if (reading.Problems.Count > 0 || !Header(reading, shapes))
        {
            yield break;
        }

        var geometry = new ShapeRecord(reading.File.Name, reading.Options.Limits);
        var row = 0;
        while (geometry.Next(shapes, row + 1))
        {
            row++;
            var has = table?.Next() ?? false;
            yield return new InputRow
            {
                File = reading.File.Name,
                Row = row,
                Crs = crs.Value!,
                Geometry = geometry.Geometry,
                Fields = has ? table!.Fields() : [],
                Problem = geometry.Fault ?? (has && table!.IsDeleted ? Problems.RowBroken(reading.File.Name, row, $"The row is marked as deleted in the .dbf.")
                    : table is not null && !has ? Problems.RowBroken(reading.File.Name, row, $"The .dbf has no row for this shape.") : null),
            };
        }

        if (geometry.FileFault is { } broken)
        {
            reading.Refuse(broken);
        }
        else if (table is not null && table.Rows != row)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, $"the .shp has {row} shapes and the .dbf {table.Rows} rows"));
        }
    }

    private static Outcome<CoordinateSystem> Crs(FileReading reading, ShapefileParts parts)
    {
        var prj = parts.Text(parts.Prj)?.Trim('\uFEFF', '\0', ' ', '\r', '\n', '\t');
        return StatedSystem.Of(reading.File.Name, reading.Options.Crs).Against(string.IsNullOrEmpty(prj) ? null : prj,
            Problems.CrsMissing(reading.File.Name, $"The shapefile has no .prj."), reading.Warn);
    }

    private static DbfTable? Table(FileReading reading, ShapefileParts parts)
    {
        if (parts.Dbf is null)
        {
            reading.Warn(Problems.FileBroken(reading.File.Name, Name, "there is no .dbf, so the shapes come without fields"));
            return null;
        }

        var named = reading.Options.Encoding ?? parts.Text(parts.Cpg)?.Trim();
        var encoding = string.IsNullOrEmpty(named) ? null : TextEncodings.Find(named);
        if (!string.IsNullOrEmpty(named) && encoding is null)
        {
            reading.Refuse(Problems.EncodingUnknown(reading.File.Name, named));
            return null;
        }

        var table = DbfTable.Open(parts.Dbf.Open(), encoding, out var fault);
        if (table is null)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, fault));
        }
        else if (ReferenceEquals(table.Encoding, DbfEncodings.Unstated))
        {
            reading.Warn(Problems.EncodingAssumed(reading.File.Name, "UTF-8, or Windows-1252 where it is not,"));
        }

        return table;
    }

    private static bool Header(FileReading reading, Stream shapes)
    {
        var head = new byte[100];
        var length = shapes.ReadAtLeast(head, 100, false);
        if (length == 0)
        {
            reading.Refuse(Problems.FileEmpty(reading.File.Name));
            return false;
        }

        if (length < 100 || BinaryPrimitives.ReadInt32BigEndian(head) != 9994)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, "the .shp does not begin as a shapefile does"));
            return false;
        }

        return true;
    }
}

/// <summary>The files that make up one shapefile.</summary>
internal sealed record ShapefileParts(SourceFile Shp, SourceFile? Dbf, SourceFile? Prj, SourceFile? Cpg)
{
    private const int LongestText = 100_000;

    /// <summary>Beside a .shp, or the members of a zip; complains and gives null when it is not clear which.</summary>
    public static ShapefileParts? Find(FileReading reading)
    {
        var file = reading.File;
        if (file.Extension != ".zip")
        {
            return new(file, file.Beside(".dbf"), file.Beside(".prj"), file.Beside(".cpg"));
        }

        var limits = reading.Options.Limits;
        var members = Archive.Members(file, limits);
        var layers = members.Where(m => m.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).Select(m => m[..^4]).ToList();
        var layer = layers.Count == 1 ? layers[0]
            : layers.FirstOrDefault(l => l == reading.Options.Layer || Path.GetFileName(l) == reading.Options.Layer);
        if (layer is null)
        {
            reading.Refuse(reading.Options.Layer is { } wanted ? Problems.LayerUnknown(file.Name, wanted, layers) : Problems.LayerNotNamed(file.Name, layers));
            return null;
        }

        SourceFile? Part(string extension) =>
            members.FirstOrDefault(m => m.Equals(layer + extension, StringComparison.OrdinalIgnoreCase)) is { } member
                ? Archive.Member(file, member, limits) : null;

        return new(Part(".shp")!, Part(".dbf"), Part(".prj"), Part(".cpg"));
    }

    public string? Text(SourceFile? part)
    {
        if (part is null)
        {
            return null;
        }

        using var stream = part.Open();
        var bytes = new byte[LongestText];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, false));
    }
}
