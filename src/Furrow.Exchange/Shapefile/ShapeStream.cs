namespace Furrow.Exchange.Shapefile;

/// <summary>The bytes of a .shp, read forward as they lie and moved back only where the index says so: a member of an archive, which cannot go back, is then
/// unpacked into memory.</summary>
internal sealed class ShapeStream(SourceFile file, Func<SourceFile> unpacked) : IDisposable
{
    private readonly byte[] _skipped = new byte[1 << 12];
    private Stream _stream = file.Open();

    /// <summary>From the beginning of the file.</summary>
    public long At { get; private set; }

    /// <summary>Null as long as nobody has gone back in a member of an archive.</summary>
    public long? Length => _stream.CanSeek ? _stream.Length : null;

    /// <summary>Reads as much as there is; less than asked for at the end of the file.</summary>
    public int Read(Span<byte> into)
    {
        var read = _stream.ReadAtLeast(into, into.Length, false);
        At += read;
        return read;
    }

    /// <summary>False when the file ends before that.</summary>
    public bool MoveTo(long at)
    {
        if (at < At && !_stream.CanSeek)
        {
            _stream.Dispose();
            _stream = unpacked().Open();
            At = 0;
        }

        if (at != At && _stream.CanSeek)
        {
            // A stream in memory refuses places beyond what it can ever hold.
            At = at <= _stream.Length ? _stream.Seek(at, SeekOrigin.Begin) : At;
            return At == at;
        }

        while (At < at && Read(_skipped.AsSpan(0, (int)Math.Min(_skipped.Length, at - At))) > 0)
        {
        }

        return At == at;
    }

    public void Dispose() => _stream.Dispose();
}
