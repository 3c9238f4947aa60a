using System.Buffers;
using Furrow.Server.Imports.Staging;
using Xunit;

namespace Furrow.Server.Tests.Imports;

/// <summary>A piece for the stage holds what was written, however it grew, and what is read into it lies at its beginning.</summary>
public sealed class PooledBytesTests
{
    [Fact]
    public void What_is_written_stays_while_it_grows_and_goes_when_it_is_given_back()
    {
        byte[] all = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31 >> 3 & 0xFF))];
        var bytes = new PooledBytes();
        for (var at = 0; at < all.Length; at += 700)
        {
            bytes.Write(all.AsSpan(at, Math.Min(700, all.Length - at)));
        }

        Assert.Equal(all, bytes.Written.ToArray());
        var taken = bytes.Take(5);
        taken.Span.Fill(7);
        Assert.Equal([7, 7, 7, 7, 7], bytes.Written.ToArray());
        bytes.Dispose();
        bytes.Dispose();
        Assert.Equal(0, bytes.Written.Length);
    }
}
