using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange;

/// <summary>Rows of a file as bytes and back, some at a time: a file that is interpreted more than once is read once. What is rare and has no text of its own
/// to keep apart (problems, notes, repairs, doubts) stays as it is, since whoever interprets the row holds it anyway.</summary>
public sealed class RowBlock
{
    /// <summary>Letters from which on a text is looked for among those before it.</summary>
    private const int Long = 64;

    /// <summary>A buffer that grew beyond this is not kept for the next block.</summary>
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static MemoryStream? _memory;

    private readonly List<object> _kept = [];
    private readonly List<CoordinateSystem> _systems = [];
    private readonly int _count;

    private RowBlock(int count) => _count = count;

    /// <param name="bytes">What <see cref="Rows"/> needs to give the same rows again.</param>
    public static RowBlock Of(IReadOnlyList<InputRow> rows, out byte[] bytes)
    {
        var to = new ArrayBufferWriter<byte>();
        var block = Of(rows, to);
        bytes = to.WrittenSpan.ToArray();
        return block;
    }

    /// <summary>The same, the bytes behind what stands in a buffer.</summary>
    public static RowBlock Of(IReadOnlyList<InputRow> rows, IBufferWriter<byte> into)
    {
        var block = new RowBlock(rows.Count);
        var memory = _memory ?? new MemoryStream(1 << 16);
        _memory = null;
        memory.SetLength(0);
        using (var to = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            var names = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                block.Write(to, row, names);
            }
        }

        into.Write(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        _memory = memory.Capacity <= MostKept ? memory : null;
        return block;
    }

    public IReadOnlyList<InputRow> Rows(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var names = new List<string>();
        var rows = new InputRow[_count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Read(from, names);
        }

        return rows;
    }

    private void Write(BinaryWriter to, InputRow row, Dictionary<string, int> names)
    {
        Name(to, row.File, names);
        to.Write(row.Row);
        to.Write7BitEncodedInt(row.RowCount);
        to.Write(row.RowSha256);
        to.Write7BitEncodedInt(row.Fields.Count);
        foreach (var field in row.Fields)
        {
            Name(to, field.Name, names);
            to.Write(field.IsNumber);
            Text(to, field.Value, names);
        }

        Write(to, row.Geometry);
        var system = _systems.FindLastIndex(s => ReferenceEquals(s, row.Crs));
        if (system < 0)
        {
            _systems.Add(row.Crs);
            system = _systems.Count - 1;
        }

        to.Write7BitEncodedInt(system);
        Text(to, row.DrawnText, names);
        Number(to, row.MisclosureMetres);
        Number(to, row.SquareMetres);
        to.Write7BitEncodedInt(row.Points.Count);
        foreach (var point in row.Points)
        {
            to.Write((byte)point.Role);
            Text(to, point.Label, names);
            to.Write(point.Lon);
            to.Write(point.Lat);
            to.Write(point.Text);
        }

        Keep(to, row.Doubts);
        Keep(to, row.Notes.Count == 0 ? null : row.Notes);
        Keep(to, row.Repairs.Count == 0 ? null : row.Repairs);
        Keep(to, row.Problem);
    }

    private InputRow Read(BinaryReader from, List<string> names) => new()
    {
        File = Name(from, names),
        Row = from.ReadInt32(),
        RowCount = from.Read7BitEncodedInt(),
        RowSha256 = from.ReadString(),
        Fields = Fields(from, names),
        Geometry = Geometry(from),
        Crs = _systems[from.Read7BitEncodedInt()],
        DrawnText = Text(from, names),
        MisclosureMetres = Number(from),
        SquareMetres = Number(from),
        Points = Points(from, names),
        Doubts = (IReadOnlyDictionary<string, CellDoubt>?)Kept(from),
        Notes = (IReadOnlyList<Phrase>?)Kept(from) ?? [],
        Repairs = (IReadOnlyList<Repair>?)Kept(from) ?? [],
        Problem = (Problem?)Kept(from),
    };

    private static InputField[] Fields(BinaryReader from, List<string> names)
    {
        var fields = new InputField[from.Read7BitEncodedInt()];
        for (var i = 0; i < fields.Length; i++)
        {
            var (name, isNumber) = (Name(from, names), from.ReadBoolean());
            fields[i] = new InputField(name, Text(from, names), isNumber);
        }

        return fields;
    }

    private static RecordPoint[] Points(BinaryReader from, List<string> names)
    {
        var points = new RecordPoint[from.Read7BitEncodedInt()];
        for (var i = 0; i < points.Length; i++)
        {
            var (role, label, lon) = ((PointRole)from.ReadByte(), Text(from, names), from.ReadDouble());
            points[i] = new RecordPoint(role, label, lon, from.ReadDouble(), from.ReadString());
        }

        return points;
    }

    private static void Write(BinaryWriter to, DrawnGeometry geometry)
    {
        to.Write((byte)geometry.Kind);
        if (geometry.Kind == DrawnKind.Point)
        {
            to.Write(geometry.X);
            to.Write(geometry.Y);
        }
        else if (geometry.Kind == DrawnKind.Polygons)
        {
            to.Write((byte)geometry.Roles);
            to.Write7BitEncodedInt(geometry.Polygons.Count);
            foreach (var polygon in geometry.Polygons)
            {
                to.Write7BitEncodedInt(polygon.Length);
                foreach (var ring in polygon)
                {
                    to.Write7BitEncodedInt(ring.Length);
                    to.Write(MemoryMarshal.AsBytes(ring.AsSpan()));
                }
            }
        }
    }

    private static DrawnGeometry Geometry(BinaryReader from)
    {
        var kind = (DrawnKind)from.ReadByte();
        if (kind != DrawnKind.Polygons)
        {
            return kind == DrawnKind.None ? DrawnGeometry.None : DrawnGeometry.Point(from.ReadDouble(), from.ReadDouble());
        }

        var roles = (RingRoles)from.ReadByte();
        var polygons = new double[from.Read7BitEncodedInt()][][];
        for (var i = 0; i < polygons.Length; i++)
        {
            polygons[i] = new double[from.Read7BitEncodedInt()][];
            for (var j = 0; j < polygons[i].Length; j++)
            {
                polygons[i][j] = new double[from.Read7BitEncodedInt()];
                from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(polygons[i][j].AsSpan()));
            }
        }

        return DrawnGeometry.Of(polygons, roles);
    }

    /// <summary>A name that many rows repeat: in full where it comes first.</summary>
    private static void Name(BinaryWriter to, string name, Dictionary<string, int> names)
    {
        if (names.TryGetValue(name, out var number))
        {
            to.Write7BitEncodedInt(number + 1);
            return;
        }

        names.Add(name, names.Count);
        to.Write7BitEncodedInt(0);
        to.Write(name);
    }

    private static string Name(BinaryReader from, List<string> names)
    {
        var number = from.Read7BitEncodedInt();
        if (number > 0)
        {
            return names[number - 1];
        }

        names.Add(from.ReadString());
        return names[^1];
    }

    /// <summary>A long text stands in full where it comes first: a folder around thousands of places, or the default of a column, is one text in a small
    /// file and must not become one a row here.</summary>
    private static void Text(BinaryWriter to, string? text, Dictionary<string, int> names)
    {
        to.Write((byte)(text is null ? TextForm.None : text.Length < Long ? TextForm.Here : TextForm.Once));
        if (text?.Length < Long)
        {
            to.Write(text);
        }
        else if (text is not null)
        {
            Name(to, text, names);
        }
    }

    private static string? Text(BinaryReader from, List<string> names) => (TextForm)from.ReadByte() switch
    {
        TextForm.Here => from.ReadString(),
        TextForm.Once => Name(from, names),
        _ => null,
    };

    private static void Number(BinaryWriter to, double? number) => to.Write(number ?? double.NaN);

    private static double? Number(BinaryReader from) => from.ReadDouble() is var number && double.IsNaN(number) ? null : number;

    private void Keep(BinaryWriter to, object? value)
    {
        to.Write7BitEncodedInt(value is null ? 0 : _kept.Count + 1);
        if (value is not null)
        {
            _kept.Add(value);
        }
    }

    private object? Kept(BinaryReader from) => from.Read7BitEncodedInt() is > 0 and var number ? _kept[number - 1] : null;

    private enum TextForm : byte
    {
        None,
        Here,
        Once,
    }
}
