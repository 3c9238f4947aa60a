using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;
using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.GeoPackage;

/// <summary>Reads a table of features or attributes from a GeoPackage (OGC 12-128r18). The file is opened read-only; only real tables are
/// read, never views, which could
/// compute without end.</summary>
public sealed class GeoPackageReader : IFormatReader
{
    private const string Name = "GeoPackage";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        using var database = GeoPackageFile.Open(reading);
        if (database is null)
        {
            yield break;
        }

        var layer = Try(reading, () => GeoPackageLayer.Find(database.Connection, reading));
        if (layer is null || layer.Crs.Problem is { } unknown && Refuse(reading, unknown))
        {
            yield break;
        }

        using var command = database.Connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {GeoPackageLayer.Quote(layer.Table)}";
        using var reader = Try(reading, command.ExecuteReader);
        var row = 0;
        while (reader is not null && Try(reading, () => reader.Read() ? Row(reading, reader, layer, row + 1) : null) is { } next)
        {
            row++;
            yield return next;
        }

        layer.Ranges.Tell(reading);
    }

    private static bool Refuse(FileReading reading, Problem problem)
    {
        reading.Refuse(problem);
        return true;
    }

    private static InputRow Row(FileReading reading, SqliteDataReader reader, GeoPackageLayer layer, int row)
    {
        var fields = new List<InputField>(reader.FieldCount);
        var builder = new DrawnBuilder(reading.File.Name, row, reading.Options.Limits.PointsPerRow);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var name = reader.GetName(i);
            if (string.Equals(name, layer.GeometryColumn, StringComparison.OrdinalIgnoreCase))
            {
                if (reader.GetValue(i) is byte[] blob)
                {
                    GeoPackageGeometry.Read(blob, builder, out _);
                }
                else if (!reader.IsDBNull(i))
                {
                    builder.Refuse($"The geometry is not binary.");
                }
            }
            else
            {
                var value = reader.GetValue(i);
                var text = Text(value);
                layer.Ranges.Look(name, value);
                var meaning = layer.Codes.Meaning(name, text);
                fields.Add(new InputField(name, meaning ?? text, meaning is null && value is long or double));
            }
        }

        var geometry = builder.Build();
        return new InputRow { File = reading.File.Name, Row = row, Fields = fields, Geometry = geometry, Crs = layer.Crs.Value ?? CoordinateSystem.Wgs84,
            Notes = builder.Left is { } left ? [left] : [], Problem = builder.Fault };
    }

    private static string? Text(object value) => value switch
    {
        DBNull => null,
        string text => text,
        byte[] blob => Convert.ToHexString(blob),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A damaged database complains wherever it is touched.</summary>
    private static T? Try<T>(FileReading reading, Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or ArgumentException or InvalidOperationException)
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, $"{e.Message}"));
            return null;
        }
    }
}
