using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Furrow.Core.Land;
using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Shapefile;

/// <summary>Writes a zipped shapefile: .shp, .shx, .dbf, .prj and .cpg. Says what the format cut.</summary>
public sealed class ShapefileWriter : IFormatWriter
{
    private const string Wgs84 = """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],"""
        + """UNIT["Degree",0.0174532925199433]]""";
    private const int Polygon = 5;
    private const int Point = 1;

    public string Format => "Shapefile";

    public string Extension => ".zip";

    public string ContentType => "application/zip";

    public bool HoldsAbout => false;

    /// <summary>A shapefile holds one kind of place: rows that have a point alone make a second one in the same archive.</summary>
    public IReadOnlyList<string> Write(ExportTable table, Stream to)
    {
        table = table.Marked();
        var isMixed = table.Geometry == ExportGeometry.Mixed;
        using var shapes = new Layer(table.Columns, table.Geometry == ExportGeometry.Points ? Point : Polygon);
        using var points = isMixed ? new Layer(table.Columns, Point) : null;
        foreach (var row in table.Rows)
        {
            (points is not null && row is { Point: not null, Shape: null or { IsEmpty: true } } ? points : shapes).Add(row);
        }

        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var stem = string.Concat(table.MarkedTitle.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (points is not { Rows: > 0 })
        {
            return shapes.WriteTo(zip, stem);
        }

        IReadOnlyList<string> told = [$"{points.Rows} records with a point alone stand in the shapefile {stem}_points of the same archive."];
        return shapes.Rows == 0 ? [.. told, .. points.WriteTo(zip, stem + "_points")]
            : [.. told, .. shapes.WriteTo(zip, stem).Union(points.WriteTo(zip, stem + "_points"))];
    }

    /// <summary>One shapefile while it is being made.</summary>
    private sealed class Layer : IDisposable
    {
        private readonly MemoryStream _shp = new(), _shx = new();
        private readonly DbfWriter _dbf;
        private readonly int _type;
        private GridBox _box = GridBox.Empty;
        private int _left;

        public Layer(IReadOnlyList<ExportColumn> columns, int type)
        {
            (_dbf, _type) = (new DbfWriter(columns), type);
            _shp.Write(new byte[100]);
            _shx.Write(new byte[100]);
        }

        public int Rows { get; private set; }

        public void Add(ExportRow row)
        {
            var content = Content(row, _type, ref _box);
            _left += content.Length == 4 && (row.Shape is { IsEmpty: false } || row.Point is not null) ? 1 : 0;
            var head = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(head, ++Rows);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), content.Length / 2);
            var index = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(index, (int)(_shp.Length / 2));
            BinaryPrimitives.WriteInt32BigEndian(index.AsSpan(4), content.Length / 2);
            _shx.Write(index);
            _shp.Write(head);
            _shp.Write(content);
            _dbf.Add(row.Values);
        }

        /// <summary>Returns in words what the format could not hold.</summary>
        public IReadOnlyList<string> WriteTo(ZipArchive zip, string stem)
        {
            Header(_shp, _type, _box);
            Header(_shx, _type, _box);
            Part(zip, stem + ".shp", _shp.ToArray());
            Part(zip, stem + ".shx", _shx.ToArray());
            Part(zip, stem + ".dbf", _dbf.ToArray());
            Part(zip, stem + ".prj", Encoding.ASCII.GetBytes(Wgs84));
            Part(zip, stem + ".cpg", "UTF-8"u8.ToArray());
            return _left == 0 ? _dbf.Losses : [.. _dbf.Losses, $"{_left} places are not of the one kind a shapefile can hold and were left out."];
        }

        public void Dispose()
        {
            _shp.Dispose();
            _shx.Dispose();
        }
    }

    private static byte[] Content(ExportRow row, int type, ref GridBox box)
    {
        if (type == Point && row.Point is { } point)
        {
            box = box.With(point);
            var bytes = new byte[20];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, Point);
            Put(bytes, 4, point);
            return bytes;
        }

        return type == Polygon && row.Shape is { IsEmpty: false } shape ? Polygons(shape, ref box) : new byte[4];
    }

    /// <summary>Shells clockwise and holes the other way: just the reverse of ours.</summary>
    private static byte[] Polygons(Shape shape, ref GridBox box)
    {
        var rings = shape.Polygons.SelectMany(p => p).ToList();
        var points = shape.PointCount + rings.Count;
        var bytes = new byte[44 + 4 * rings.Count + 16 * points];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Polygon);
        Box(bytes, 4, shape.Bounds);
        box = box.With(new GridPoint(shape.Bounds.MinLon, shape.Bounds.MinLat)).With(new GridPoint(shape.Bounds.MaxLon, shape.Bounds.MaxLat));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(36), rings.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), points);
        var at = 0;
        for (var i = 0; i < rings.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(44 + 4 * i), at);
            var ring = rings[i];
            for (var j = 0; j <= ring.Length; j++, at++)
            {
                Put(bytes, 44 + 4 * rings.Count + 16 * at, ring[(ring.Length - j) % ring.Length]);
            }
        }

        return bytes;
    }

    private static void Header(MemoryStream file, int type, GridBox box)
    {
        var head = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(head, 9994);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(24), (int)(file.Length / 2));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(32), type);
        if (!box.IsEmpty)
        {
            Box(head, 36, box);
        }

        file.Position = 0;
        file.Write(head);
    }

    private static void Box(byte[] bytes, int at, GridBox box)
    {
        Put(bytes, at, new GridPoint(box.MinLon, box.MinLat));
        Put(bytes, at + 16, new GridPoint(box.MaxLon, box.MaxLat));
    }

    private static void Put(byte[] bytes, int at, GridPoint p)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), p.LonDegrees);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at + 8), p.LatDegrees);
    }

    private static void Part(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }
}
