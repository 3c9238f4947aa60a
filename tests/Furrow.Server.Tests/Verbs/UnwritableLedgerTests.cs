using Furrow.Store.Tests.Faults.Disk;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>Verbs that only ask, on a ledger in a folder that this account may not write.</summary>
public sealed class UnwritableLedgerTests : IDisposable
{
    private readonly Shell _shell = new();

    public UnwritableLedgerTests()
    {
        _shell.Write("a.geojson", Collection(Square(0, 0, 20, """{"code":"A"}"""), Square(100, 0, 20, """{"code":"B"}""")));
        _shell.Run("import", "a.geojson", "--as", "suspected", "--on", "2016-01-15", "--organisation", "Survey office", "--baseline", "--accept", "old", "--apply");
    }

    public void Dispose()
    {
        OtherAccount.Open(_shell.Folder);
        _shell.Dispose();
    }

    public static TheoryData<string> Asking =>
    [
        "balance", "balance --json", "areas", "areas A", "effort", "spot --lat 45.0005 --lon 10.0005", "restate --after 0", "verify", "batches", "acceptances",
        "review list", "findings list", "versions list", "time-zone show", "profile show", "figure list",
    ];

    [Theory]
    [MemberData(nameof(Asking))]
    public void A_verb_that_only_asks_answers_as_ever_and_says_that_nothing_can_be_recorded(string line)
    {
        var args = line.Split(' ');
        Assert.Equal(0, _shell.Run(args));
        var (told, error) = (_shell.Out, _shell.Error);
        OtherAccount.Close(_shell.Folder);
        var files = Directory.GetFiles(_shell.Folder);
        Assert.Equal(0, OtherAccount.Do(() => _shell.Run(args)));
        Assert.Equal((told, ""), (_shell.Out, error));
        Assert.StartsWith("read only: nothing can be recorded in ", _shell.Error, StringComparison.Ordinal);
        Assert.EndsWith("[storage-no-permission]", _shell.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(_shell.Folder));
    }

    [Fact]
    public void An_export_goes_to_where_it_may_and_a_verb_that_records_is_refused_with_the_fault()
    {
        using var elsewhere = new TempFolder();
        OtherAccount.Share(elsewhere.Path);
        OtherAccount.Close(_shell.Folder);
        foreach (var what in (string[])["land", "areas", "reports", "postings"])
        {
            Assert.Equal(0, OtherAccount.Do(() => _shell.Run("export", what, elsewhere[what + ".geojson"])));
            Assert.True(new FileInfo(elsewhere[what + ".geojson"]).Length > 100);
        }

        Assert.Equal(3, OtherAccount.Do(() => _shell.Run("undo", "last", "--reason", "why")));
        Assert.Contains("[storage-no-permission]", _shell.Error, StringComparison.Ordinal);
    }
}
