using Microsoft.Data.Sqlite;
using Xunit;

namespace Furrow.Store.Tests.Faults;

/// <summary>Exceptions of files and of SQLite in, one of five problems out.</summary>
public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(28, "storage-full")] // ENOSPC
    [InlineData(27, "storage-full")] // EFBIG
    [InlineData(30, "storage-read-only")] // EROFS
    [InlineData(13, "storage-no-permission")] // EACCES
    [InlineData(1, "storage-no-permission")] // EPERM
    [InlineData(16, "storage-busy")] // EBUSY
    [InlineData(24, "storage-busy")] // EMFILE
    [InlineData(5, "storage-broken")] // EIO
    [InlineData(unchecked((int)0x80070070), "storage-full")] // ERROR_DISK_FULL
    [InlineData(unchecked((int)0x80070013), "storage-read-only")] // ERROR_WRITE_PROTECT
    [InlineData(unchecked((int)0x80070005), "storage-no-permission")] // ERROR_ACCESS_DENIED
    [InlineData(unchecked((int)0x80070020), "storage-busy")] // ERROR_SHARING_VIOLATION
    [InlineData(unchecked((int)0x8007045D), "storage-broken")] // ERROR_IO_DEVICE
    [InlineData(2, null)] // ENOENT
    [InlineData(104, null)] // ECONNRESET
    public void The_number_of_the_system_tells_them_apart(int error, string? code)
    {
        Assert.Equal(code, CodeOf(new IOException("x", error)));
        Assert.Equal(code, CodeOf(new InvalidOperationException("around it", new IOException("x", error))));
    }

    [Theory]
    [InlineData(13, "storage-full")]
    [InlineData(8, "storage-read-only")]
    [InlineData(3, "storage-no-permission")]
    [InlineData(5, "storage-busy")]
    [InlineData(6, "storage-busy")]
    [InlineData(10, "storage-broken")]
    [InlineData(11, "storage-broken")]
    [InlineData(26, "storage-broken")]
    [InlineData(1, null)] // SQLITE_ERROR: a bug
    [InlineData(19, null)] // SQLITE_CONSTRAINT
    public void The_code_of_SQLite_tells_them_apart(int sqlite, string? code) => Assert.Equal(code, CodeOf(new SqliteException("x", sqlite)));

    [Fact]
    public void What_is_no_fault_of_a_medium_is_none()
    {
        Assert.Equal("storage-no-permission", CodeOf(new UnauthorizedAccessException("x")));
        Assert.Equal("storage-broken", CodeOf(new LogBrokenException(3, "x")));
        Assert.Null(CodeOf(new InvalidOperationException("a bug")));
        Assert.Null(CodeOf(new FileNotFoundException("x")));
        Assert.Null(CodeOf(new EndOfStreamException("x")));
    }

    [Fact]
    public void Five_codes_have_five_sentences_and_five_remedies()
    {
        var problems = Enum.GetValues<StorageFault>().Select(f => f.ToProblem($"the ledger", "why")).ToList();
        Assert.Equal([507, 503, 500, 503, 500], problems.Select(p => p.HttpStatus));
        Assert.Equal(5, problems.Select(p => p.Code).Distinct().Count());
        Assert.Equal(5, problems.Select(p => p.Sentence).Distinct().Count());
        Assert.Equal(5, problems.Select(p => p.Remedy).OfType<string>().Distinct().Count());
        Assert.All(problems, p => Assert.Contains(p.Remedy!, p.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The kernel's own answers, from files that give them to anybody.</summary>
    [Fact]
    public void A_device_that_is_always_full_is_full()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        Assert.Equal("storage-full", CodeOf(Assert.ThrowsAny<IOException>(() => full.Write(new byte[1]))));
    }

    private static string? CodeOf(Exception wrong) => StorageFaults.ProblemOf(wrong, $"the file")?.Code;
}
