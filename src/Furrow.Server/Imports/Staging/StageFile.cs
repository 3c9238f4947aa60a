using Furrow.Store;

namespace Furrow.Server.Imports.Staging;

/// <summary>Bytes on their way through an import: appended, read again in any order, and gone with the import. A small file's bytes stay in memory, those of
/// a large one go to a file that has no name (<see cref="OwnerFiles.Unnamed"/>): whatever ends the import, or the program, nothing of it is left.</summary>
/// <param name="folder">Where the file is made when there is too much to keep; a folder that takes no file gives way to the one for temporary files.</param>
internal sealed class StageFile(string? folder) : IDisposable
{
    /// <summary>Up to here nothing is written to a disk.</summary>
    public const int MostInMemory = 1 << 20;

    private byte[] _memory = [];
    private FileStream? _file;

    public long Length { get; private set; }

    public bool IsOnDisk => _file is not null;

    public bool IsClosed { get; private set; }

    /// <summary>By one thread at a time; others may read what stands before.</summary>
    /// <returns>Where the bytes begin.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var at = Length;
        if (_file is null && at + bytes.Length > MostInMemory)
        {
            _file = Make();
            RandomAccess.Write(_file.SafeFileHandle, _memory.AsSpan(0, (int)at), 0);
            _memory = [];
        }

        if (_file is not null)
        {
            RandomAccess.Write(_file.SafeFileHandle, bytes, at);
        }
        else
        {
            if (at + bytes.Length > _memory.Length)
            {
                Array.Resize(ref _memory, Math.Clamp(_memory.Length * 2, (int)at + bytes.Length, MostInMemory));
            }

            bytes.CopyTo(_memory.AsSpan((int)at));
        }

        Length = at + bytes.Length;
        return at;
    }

    /// <summary>By any number of threads.</summary>
    public void Read(long at, Span<byte> into)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var (file, memory) = (_file, _memory);
        if (file is null)
        {
            ObjectDisposedException.ThrowIf(at + into.Length > memory.Length, this);
            memory.AsSpan((int)at, into.Length).CopyTo(into);
            return;
        }

        while (into.Length > 0)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, into, at);
            into = read > 0 ? into[read..] : throw new EndOfStreamException("The stage of the import ends early.");
            at += read;
        }
    }

    /// <summary>Gives all bytes up; it can be filled again.</summary>
    public void Clear()
    {
        _file?.Dispose();
        (_file, _memory, Length) = (null, [], 0);
    }

    public void Dispose()
    {
        IsClosed = true;
        Clear();
    }

    private FileStream Make()
    {
        try
        {
            return OwnerFiles.Unnamed(folder ?? Path.GetTempPath());
        }
        catch (Exception e) when (folder is not null && e is IOException or UnauthorizedAccessException)
        {
            return OwnerFiles.Unnamed(Path.GetTempPath());
        }
    }
}
