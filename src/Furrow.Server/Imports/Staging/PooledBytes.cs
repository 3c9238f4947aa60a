using System.Buffers;

namespace Furrow.Server.Imports.Staging;

/// <summary>Bytes on their way to the stage or back, in an array that goes back to where it came from: pieces are too large to be made anew each time, since
/// the runtime takes such arrays back only when it collects everything.</summary>
internal sealed class PooledBytes : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Room for so many bytes, from the beginning; what was there before is gone.</summary>
    public Memory<byte> Take(int length)
    {
        Length = 0;
        GetSpan(length);
        return _bytes.AsMemory(0, Length = length);
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - Length < Math.Max(sizeHint, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + Math.Max(sizeHint, 1 << 12)));
            Written.CopyTo(larger);
            GiveBack();
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }

    public void Dispose()
    {
        GiveBack();
        (_bytes, Length) = ([], 0);
    }

    private void GiveBack()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
