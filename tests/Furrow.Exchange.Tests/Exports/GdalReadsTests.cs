using System.Diagnostics;
using Furrow.Core.Land;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;

namespace Furrow.Exchange.Tests.Exports;

/// <summary>What we write, GDAL reads (gdal-bin, installed by ./test).</summary>
public sealed class GdalReadsTests
{
    public static TheoryData<string> Formats => RoundTripTests.Formats;

    [Theory]
    [MemberData(nameof(Formats))]
    public void Ogrinfo_finds_every_row_and_every_value(string format)
    {
        var square = new Shape([[[new(45_000_000_000, 40_000_000_000), new(45_100_000_000, 40_000_000_000), new(45_100_000_000, 40_100_000_000),
            new(45_000_000_000, 40_100_000_000)]]]);
        var rows = new[]
        {
            new ExportRow(["A-1", 12.5, 3, new DateOnly(2020, 2, 29), true], square),
            new ExportRow(["Şuşa", null, null, null, null]),
        };
        var path = Path.Combine(Path.GetTempPath(), $"furrow-test-{Guid.NewGuid():N}{Writers.Find(format)!.Extension}");
        File.WriteAllBytes(path, RoundTripTests.Written(format, rows, exercise: true));
        try
        {
            var info = Run("ogrinfo", "-ro", "-al", format == "Shapefile" ? "/vsizip/" + path : path);
            Assert.Contains("Feature Count: 2", info);
            Assert.Contains("A-1", info);
            Assert.Contains("Şuşa", info);
            Assert.Contains("12.5", info);
            Assert.Contains("EXERCISE", info);
            Assert.Contains("40.1", info);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(errors.Result);
    }
}
