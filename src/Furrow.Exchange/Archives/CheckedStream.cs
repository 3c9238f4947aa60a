using System.IO.Compression;
using Furrow.Core;

namespace Furrow.Exchange.Archives;

/// <summary>The unpacked bytes of a member, held against its limits while they come, and at their end against the size and the checksum the archive
/// states.</summary>
internal sealed class CheckedStream : Stream
{
    private readonly Stream _archive;
    private readonly Stream _inner;
    private readonly ZipEntry _entry;
    private readonly long _most;
    private readonly Phrase _limit;
    private uint _crc = Crc32.Start;
    private long _read;
    private bool _isAtEnd;

    /// <param name="archive">Let go with this stream.</param>
    /// <param name="most">Bytes it may give.</param>
    public CheckedStream(Stream archive, ZipEntry entry, long most, Phrase limit)
    {
        (_archive, _entry, _most, _limit) = (archive, entry, most, limit);
        var packed = new SliceStream(archive, entry.DataAt, entry.Packed);
        _inner = entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _isAtEnd ? 0 : _inner.Read(buffer);
        _read += read;
        if (_read > _most)
        {
            throw new ArchiveLimitException(_limit);
        }

        _crc = Crc32.Append(_crc, buffer[..read]);
        if (_read > _entry.Unpacked || read == 0 && buffer.Length > 0 && !_isAtEnd && _read != _entry.Unpacked)
        {
            throw new ArchiveFaultException($"its member '{ZipOrder.Shown(_entry.Name)}' is not of the size the archive states");
        }

        if (read == 0 && buffer.Length > 0 && !_isAtEnd)
        {
            _isAtEnd = true;
            if (Crc32.End(_crc) != _entry.Crc)
            {
                throw new ArchiveFaultException($"the checksum of its member '{ZipOrder.Shown(_entry.Name)}' does not fit; it was damaged or changed");
            }
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _archive.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A part of the archive, read from its first byte to its last.</summary>
    private sealed class SliceStream(Stream archive, long from, long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            archive.Seek(from + _at, SeekOrigin.Begin);
            var read = archive.Read(buffer[..(int)Math.Min(buffer.Length, length - _at)]);
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
