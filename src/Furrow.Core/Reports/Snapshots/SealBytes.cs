using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>What is sealed in a report, as bytes: the entry once for all of them, and for each its index in the restricted part.</summary>
internal static class SealBytes
{
    /// <summary>The entry they stand in; 0 when there are none.</summary>
    public static long PositionOf(Report report)
    {
        long? position = null;
        var values = ReportSeals.Of(report);
        for (var i = 0; i < values.Count; i++)
        {
            var place = values[i].Place!.Value;
            position = place.Tier == Tier.Restricted && (position ?? place.Position) == place.Position ? place.Position
                : throw new InvalidOperationException($"The sealed values of report {report.Id} stand in several parts.");
        }

        return position ?? 0;
    }

    public static void Put(ByteWriter to, SealedValue? value) => to.Put((ulong)(value?.Place is { } place ? place.Index + 1 : 0));

    public static Sealed? Text(ByteReader from, long position) => Place(from, position) is { } place ? Sealed.At(place) : null;

    /// <summary>The first of a report, which hands the entry on to the others.</summary>
    public static Sealed? Text(ByteReader from, long position, out long sealedIn) => Text(from, sealedIn = position);

    public static SealedTexts Texts(ByteReader from, long position) => Place(from, position) is { } place ? SealedTexts.At(place) : SealedTexts.None;

    private static SealPlace? Place(ByteReader from, long position) =>
        from.ULong() is var number && number == 0 ? null
        : number <= int.MaxValue ? new SealPlace(position, Tier.Restricted, (int)number - 1) : throw new FormatException("A number too large.");
}
