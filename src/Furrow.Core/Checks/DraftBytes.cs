using System.Buffers;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>A draft of a report, with what was drawn for it, as bytes and back: on its way through an import, in no log yet. Its sealed texts are among them,
/// open, so they may lie only where the file they come from may lie, and no longer.</summary>
public static class DraftBytes
{
    [ThreadStatic]
    private static ByteWriter? _ofThisThread;

    /// <param name="report">A new one, of a row: none of its sealed values stands in a log.</param>
    /// <param name="land">Of its one part, with the shape of that; null without a polygon.</param>
    public static byte[] Write(Report report, CheckedPart? land) => Written(report, land).ToArray();

    /// <summary>The same behind what stands in a buffer already.</summary>
    /// <returns>How many bytes.</returns>
    public static int Write(Report report, CheckedPart? land, IBufferWriter<byte> to)
    {
        var bytes = Written(report, land);
        to.Write(bytes);
        return bytes.Length;
    }

    private static ReadOnlySpan<byte> Written(Report report, CheckedPart? land)
    {
        var to = _ofThisThread ??= new ByteWriter();
        to.Clear();
        to.Put(ReportBytes.Written(ReportSeals.Placed(report)));
        foreach (var value in ReportSeals.Of(report))
        {
            if (value is Sealed text)
            {
                to.Put(text.Text);
                continue;
            }

            to.PutAll(((SealedTexts)value).Texts, static (to, pair) =>
            {
                to.Put(pair.Key);
                to.Put(pair.Value);
            });
        }

        to.Put(land is not null);
        if (land is not null)
        {
            to.Put(land.Drawn is not null);
            if (land.Drawn is { } drawn)
            {
                Put(to, drawn);
            }

            to.Put(land.AreaMicro);
            to.Put(land.IsPlain);
        }

        return to.Written;
    }

    /// <summary>Throws <see cref="FormatException"/> on anything else.</summary>
    /// <param name="bytes">What <see cref="Write(Report, CheckedPart?)"/> gave. What is read holds none of them.</param>
    /// <param name="withLand">False: nobody asks what was drawn for it, and that half is not read.</param>
    public static (Report Report, CheckedPart? Land) Read(ReadOnlyMemory<byte> bytes, bool withLand = true)
    {
        var from = new ByteReader(bytes);
        var report = ReportBytes.Read(from.Bytes(), keepsBytes: false);
        if (ReportSeals.Of(report).Count > 0)
        {
            report = ReportSeals.With(report, _ => from.RequiredText(), _ => SealedTexts.Of(Texts(from)));
        }

        return (report, withLand && from.Bool() ? Land(from, report.Parts[0].Shape) : null);
    }

    private static CheckedPart Land(ByteReader from, Shape? shape)
    {
        var drawn = from.Bool() ? Drawn(from) : null;
        return new CheckedPart(0, drawn, shape, from.Long()) { IsPlain = from.Bool() };
    }

    private static Dictionary<string, string> Texts(ByteReader from)
    {
        var texts = new Dictionary<string, string>();
        for (var left = from.Count(); left > 0; left--)
        {
            var name = from.RequiredText();
            texts.Add(name, from.RequiredText());
        }

        return texts;
    }

    private static void Put(ByteWriter to, IReadOnlyList<GridPoint[][]> drawn)
    {
        long lon = 0, lat = 0;
        to.Put((ulong)drawn.Count);
        foreach (var polygon in drawn)
        {
            to.Put((ulong)polygon.Length);
            foreach (var ring in polygon)
            {
                to.Put((ulong)ring.Length);
                foreach (var point in ring)
                {
                    unchecked
                    {
                        to.Put(point.Lon - lon);
                        to.Put(point.Lat - lat);
                    }

                    (lon, lat) = (point.Lon, point.Lat);
                }
            }
        }
    }

    private static GridPoint[][][] Drawn(ByteReader from)
    {
        long lon = 0, lat = 0;
        var polygons = new GridPoint[from.Count()][][];
        for (var i = 0; i < polygons.Length; i++)
        {
            polygons[i] = new GridPoint[from.Count()][];
            for (var j = 0; j < polygons[i].Length; j++)
            {
                polygons[i][j] = Ring(from, ref lon, ref lat);
            }
        }

        return polygons;
    }

    private static GridPoint[] Ring(ByteReader from, ref long lon, ref long lat)
    {
        var ring = new GridPoint[from.Count()];
        for (var k = 0; k < ring.Length; k++)
        {
            unchecked
            {
                lon += from.Long();
                lat += from.Long();
            }

            ring[k] = new GridPoint(lon, lat);
        }

        return ring;
    }
}
