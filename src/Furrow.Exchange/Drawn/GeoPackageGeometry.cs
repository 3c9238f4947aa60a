using System.Buffers.Binary;

namespace Furrow.Exchange.Drawn;

/// <summary>The binary geometry of a GeoPackage: a header with an envelope, then well-known binary (OGC 12-128r18, 2.1.3).</summary>
internal static class GeoPackageGeometry
{
    /// <param name="srs">The number of the system as the package lists them.</param>
    public static void Read(ReadOnlySpan<byte> blob, DrawnBuilder into, out int? srs)
    {
        srs = null;
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P')
        {
            into.Refuse($"The geometry does not begin as one of a GeoPackage does.");
            return;
        }

        var flags = blob[3];
        srs = (flags & 1) == 1 ? BinaryPrimitives.ReadInt32LittleEndian(blob[4..]) : BinaryPrimitives.ReadInt32BigEndian(blob[4..]);
        var envelope = (flags >> 1 & 7) switch { 0 => 0, 1 => 32, 2 or 3 => 48, 4 => 64, _ => -1 };
        if (envelope < 0 || (flags & 0x20) != 0 || blob.Length < 8 + envelope)
        {
            into.Refuse($"The header of the geometry is broken or of an extended kind.");
            return;
        }

        if ((flags & 0x10) == 0)
        {
            new WkbReader(blob[(8 + envelope)..], into).Read();
        }
    }
}
