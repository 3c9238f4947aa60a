using Furrow.Core;
using Furrow.Server.Programmes;
using Furrow.Server.Verbs;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>Verbs that write files, onto the kernel's own device that is always full: a sentence with its remedy and exit code 3, no half file, and nothing in
/// the ledger that says otherwise.</summary>
public sealed class OutputFaultTests : IDisposable
{
    private readonly Shell _shell = new();

    public OutputFaultTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, properties: """{"code":"A-1"}""")));
        _shell.Run(["import", "a.geojson", "--baseline", "--accept", "old archive", .. About]);
    }

    private static string[] About => ["--as", "suspected", "--on", "2026-01-15", "--organisation", "Survey office", "--apply"];

    public static TheoryData<string> Formats() => ["geojson", "gpkg", "shapefile", "kml", "csv", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_export_onto_a_full_disk_says_so_and_leaves_nothing(string format)
    {
        Fill("x.out.part");
        Assert.Equal(Verb.StorageFails, _shell.Run("export", "reports", "x.out", "--format", format));
        Assert.Contains("[storage-full]", _shell.Error, StringComparison.Ordinal);
        Assert.Contains("Free space", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("x.out") || _shell.Has("x.out.part"));
        Assert.Equal(0, _shell.Run("export", "reports", "x.out", "--format", format));
    }

    [Fact]
    public void A_figure_that_cannot_be_written_is_not_recorded_as_gone_out()
    {
        Fill("f.json.part");
        Assert.Equal(Verb.StorageFails, _shell.Run("figure", "publish", "f.json"));
        Assert.Equal(0, _shell.Json("figure", "list").GetProperty("figures").GetArrayLength());
        Assert.False(_shell.Has("f.json"));
        Assert.Equal(0, _shell.Run("figure", "publish", "f.json"));
        Assert.Equal(1, _shell.Json("figure", "list").GetProperty("figures").GetArrayLength());
    }

    [Fact]
    public void An_import_whose_mapping_cannot_be_saved_says_that_the_batch_is_in()
    {
        _shell.Write("b.geojson", Collection(Square(50, 0, properties: """{"code":"B-1"}""")));
        Fill("m.json.part");
        Assert.Equal(Verb.StorageFails, _shell.Run(["import", "b.geojson", "--save-mapping", "m.json", .. About]));
        Assert.Contains("the batch is in the ledger; not written: ", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(2, _shell.Json("batches").GetProperty("batches").GetArrayLength());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        Assert.Equal(Verb.Refused, _shell.Run("export", "land", Path.Combine("nowhere", "x.csv")));
        Assert.Contains("[file-missing]", _shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storage-full", 3)]
    [InlineData("storage-read-only", 3)]
    [InlineData("storage-no-permission", 3)]
    [InlineData("storage-busy", 3)]
    [InlineData("storage-broken", 4)]
    [InlineData("ledger-broken", 4)]
    [InlineData("ledger-in-use", 1)]
    public void Exit_codes_tell_what_passes_from_what_is_broken(string code, int exit) => Assert.Equal(exit, VerbRun.ExitCode(
        Catalogue().Single(p => p.Code == code)));

    private static IEnumerable<Problem> Catalogue() =>
    [
        Problems.StorageFull($"x"), Problems.StorageReadOnly($"x"), Problems.StorageNoPermission($"x"), Problems.StorageBusy($"x"),
        Problems.StorageBroken($"x", $"y."), Problems.LedgerBroken("x", $"y"), Problems.LedgerInUse("x", $"y"),
    ];

    [Fact]
    public void A_snapshot_that_could_not_be_written_is_when_what_hindered_it_is_gone()
    {
        var path = Path.Combine(_shell.Folder, "programme.furrow");
        using var programme = Programme.Open(path).Get();
        Directory.CreateDirectory(path + "-snapshot-new");
        Assert.ThrowsAny<Exception>(programme.SaveSnapshot);
        Directory.Delete(path + "-snapshot-new");
        programme.SaveSnapshot();
        Assert.Equal(programme.State.Position, programme.SnapshotPosition);
    }

    private void Fill(string file) => File.CreateSymbolicLink(Path.Combine(_shell.Folder, file), "/dev/full");

    public void Dispose() => _shell.Dispose();
}
