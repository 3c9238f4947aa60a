using System.Text;
using Furrow.Core.Keeping;
using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>The fields in front of a packed report, as <see cref="ReportBytes"/> writes them: each is found by passing over those before it.</summary>
internal ref struct ReportFront(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public int PartCount() => (int)Next();

    public int SourceRow()
    {
        Pass(1);
        return (int)Signed();
    }

    public DateOnly EndDay()
    {
        Pass(2);
        return DateOnly.FromDayNumber((int)Signed());
    }

    public GridBox Bounds()
    {
        Pass(4);
        if (Next() == 0)
        {
            return GridBox.Empty;
        }

        long minLon = Signed(), minLat = Signed(), maxLon = Signed();
        return new GridBox(minLon, minLat, maxLon, Signed());
    }

    public string Code()
    {
        // It is the first text of the report, so it stands here itself and not as the number of another.
        Bounds();
        return Next() == 1 && (int)Next() is var length && length <= _bytes.Length - _at
            ? Encoding.UTF8.GetString(_bytes.Slice(_at, length)) : throw new FormatException("A report without a code.");
    }

    private void Pass(int numbers)
    {
        for (; numbers > 0; numbers--)
        {
            Next();
        }
    }

    private ulong Next() => VariableLength.Take(_bytes, ref _at);

    private long Signed() => VariableLength.UnZigZag(Next());
}
