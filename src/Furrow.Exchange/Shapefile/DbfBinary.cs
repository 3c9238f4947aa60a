using System.Buffers.Binary;
using System.Globalization;

namespace Furrow.Exchange.Shapefile;

/// <summary>Values that newer dBASE and FoxPro tables keep in binary.</summary>
internal static class DbfBinary
{
    private const double MillisecondsPerDay = 86_400_000;

    /// <summary>The day before 0001-01-01 as these tables count days.</summary>
    private const int DayBeforeFirst = 1_721_425;

    /// <summary>As text; null where nothing is stored.</summary>
    public static string? Value(char type, ReadOnlySpan<byte> bytes) => (type, bytes.Length) switch
    {
        _ when !bytes.ContainsAnyExcept((byte)0, (byte)' ') => null,
        ('I' or '+', 4) => BinaryPrimitives.ReadInt32LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
        ('O' or 'B', 8) => BinaryPrimitives.ReadDoubleLittleEndian(bytes).ToString("R", CultureInfo.InvariantCulture),
        ('T' or '@', 8) => Moment(BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..])),
        _ => Convert.ToHexString(bytes),
    };

    private static string? Moment(int day, int milliseconds)
    {
        var days = day - (long)DayBeforeFirst - 1;
        return days is < 0 or > 3_652_058 || milliseconds is < 0 or >= (int)MillisecondsPerDay ? $"{day}:{milliseconds}"
            : new DateTime(days * TimeSpan.TicksPerDay + milliseconds * TimeSpan.TicksPerMillisecond, DateTimeKind.Unspecified)
                .ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
