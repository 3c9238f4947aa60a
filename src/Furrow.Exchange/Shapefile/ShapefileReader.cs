using System.Buffers.Binary;
using Furrow.Core;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Shapefile;

/// <summary>Reads ESRI shapefiles (technical description, July 1998), plain or zipped. A shapefile without .dbf is read without fields,
/// with a warning; one without
/// .prj is refused unless the coordinate system is given. The index (.shx) says which records count, where it is there and sound; else they are read in
/// their order.</summary>
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

        // Two questions that do not hang together are asked at once.
        var crs = Crs(reading, parts);
        if (crs.Problem is { } unknown)
        {
            reading.Refuse(unknown);
        }

        using var table = Table(reading, parts);
        if (reading.Problems.Count > 0)
        {
            yield break;
        }

        using var shapes = new ShapeStream(parts.Shp, parts.Unpacked);
        if (Header(reading, shapes) is not { } end)
        {
            yield break;
        }

        var geometry = new ShapeRecord(reading.File.Name, reading.Options.Limits);
        var (row, deleted) = (0, 0);
        foreach (var _ in Index(reading, parts, shapes) is { } index ? ByIndex(geometry, shapes, index) : InOrder(geometry, shapes, end, table?.Rows ?? 0))
        {
            row++;
            var has = table?.Next() ?? false;
            if (has && table!.IsDeleted)
            {
                deleted++;
                continue;
            }

            yield return Row(reading, geometry, row, crs.Value!, has ? table : null, table is not null && !has);
        }

        Finish(reading, geometry, table, row, deleted);
    }

    private static InputRow Row(FileReading reading, ShapeRecord geometry, int row, CoordinateSystem crs, DbfTable? table, bool isMissing) => new()
    {
        File = reading.File.Name,
        Row = row,
        Crs = crs,
        Geometry = geometry.Geometry,
        Fields = table?.Fields() ?? [],
        Notes = table?.Cut is { } cut ? [Notes.LetterCut(cut)] : [],
        Problem = geometry.Fault ?? (isMissing ? Problems.RowBroken(reading.File.Name, row, $"The .dbf has no row for this shape.")
            : table?.Unread is { } memo ? Problems.RowBroken(reading.File.Name, row,
                $"The text of this column lies in a file beside the .dbf (.dbt or .fpt), which is not there or does not hold it.", memo) : null),
    };

    private static void Finish(FileReading reading, ShapeRecord geometry, DbfTable? table, int row, int deleted)
    {
        if (deleted > 0)
        {
            reading.Warn(Problems.RowsDeleted(reading.File.Name, deleted));
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

    /// <summary>The .shx where it is there and fits the .shp; it is then the truth about which records count.</summary>
    private static ShapeIndex? Index(FileReading reading, ShapefileParts parts, ShapeStream shapes)
    {
        if (parts.Shx is null)
        {
            return null;
        }

        var index = new ShapeIndex(parts.Shx);
        if (index.IsSound(shapes))
        {
            return index;
        }

        reading.Warn(Problems.IndexUnsound(reading.File.Name));
        return null;
    }

    private static IEnumerable<bool> ByIndex(ShapeRecord geometry, ShapeStream shapes, ShapeIndex index)
    {
        var row = 0;
        foreach (var place in index.Records())
        {
            if (!geometry.At(shapes, place, ++row))
            {
                yield break;
            }

            yield return true;
        }
    }

    /// <summary>One record behind the other to the end that the header states, or beyond it while the .dbf has rows.</summary>
    private static IEnumerable<bool> InOrder(ShapeRecord geometry, ShapeStream shapes, long end, int rows)
    {
        shapes.MoveTo(100);
        for (var row = 1; (shapes.At < end || row <= rows) && geometry.Next(shapes, row); row++)
        {
            yield return true;
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
            reading.Warn(Problems.FileBroken(reading.File.Name, Name, $"there is no .dbf, so the shapes come without fields"));
            return null;
        }

        var told = reading.Options.Encoding;
        var named = told ?? parts.Text(parts.Cpg)?.Trim('\uFEFF', '\0', ' ', '\r', '\n', '\t');
        var isNamed = told is not null || !TextEncodings.SaysNothing(named);
        var said = isNamed ? TextEncodings.Find(named!) : null;
        if (isNamed && said is null)
        {
            reading.Ask(ReadingTopic.Encoding, Problems.EncodingUnknown(reading.File.Name, named!));
            return null;
        }

        var memo = DbfMemo.Of(parts.Memo);
        if (DbfText.Decide(reading, parts.Dbf, memo, said) is not { } encoding)
        {
            return null;
        }

        var table = DbfTable.Open(parts.Dbf.Open(), encoding, out var fault, memo);
        if (table is null)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, fault));
        }

        return table;
    }

    /// <summary>Where the file ends as its header has it; null, with a complaint, when it is no shapefile.</summary>
    private static long? Header(FileReading reading, ShapeStream shapes)
    {
        var head = new byte[100];
        var length = shapes.Read(head);
        if (length == 0)
        {
            reading.Refuse(Problems.FileEmpty(reading.File.Name));
            return null;
        }

        if (length < 100 || BinaryPrimitives.ReadInt32BigEndian(head) != 9994)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, $"the .shp does not begin as a shapefile does"));
            return null;
        }

        return BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(24)) * 2L;
    }
}
