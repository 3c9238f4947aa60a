using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Furrow.Server.Serve;

/// <summary>The memory that requests and answers pass through. Each block is overwritten when it is given back, so that a name which stood in a form or on a
/// page is not there any more when it is erased. The server's own pool keeps what was last written.</summary>
internal sealed class ClearedMemory : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    /// <summary>As the server's own pool has them.</summary>
    private const int BlockBytes = 4096;

    /// <summary>More blocks than these are left to the collector.</summary>
    private const int MostKept = 4096;

    private readonly ConcurrentBag<byte[]> _free = [];

    public override int MaxBufferSize => BlockBytes;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new ClearedMemory();

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);

        // Pinned, because the system reads and writes there.
        return new Block(this, _free.TryTake(out var free) ? free : GC.AllocateArray<byte>(BlockBytes, pinned: true));
    }

    private void Return(byte[] block)
    {
        block.AsSpan().Clear();
        if (_free.Count < MostKept)
        {
            _free.Add(block);
        }
    }

    protected override void Dispose(bool disposing) => _free.Clear();

    private sealed class Block(ClearedMemory pool, byte[] bytes) : IMemoryOwner<byte>
    {
        private byte[]? _bytes = bytes;

        public Memory<byte> Memory => _bytes;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _bytes, null) is { } own)
            {
                pool.Return(own);
            }
        }
    }
}
