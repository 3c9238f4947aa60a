namespace Furrow.Exchange;

/// <summary>What the rows of a file hold against what the file holds. A short reference to a long text, a default value, a folder's name: each can make a
/// small file give rows without end.</summary>
internal sealed class RowWeight
{
    /// <summary>A small file may give this much, whatever its size.</summary>
    private const long Free = 32L << 20;
    private long _left;

    public RowWeight(SourceFile file, ReadLimits limits)
    {
        using var stream = file.Open();
        _left = Free + stream.Length * limits.RowBytesPerFileByte;
    }

    public bool IsTooMuch(InputRow row)
    {
        _left -= 64 + (row.DrawnText?.Length ?? 0) * 2L;
        foreach (var field in row.Fields)
        {
            _left -= field.Value is { } value ? 24 + value.Length * 2L : 2;
        }

        foreach (var polygon in row.Geometry.Polygons)
        {
            foreach (var ring in polygon)
            {
                _left -= ring.Length * 8L;
            }
        }

        return _left < 0;
    }
}
