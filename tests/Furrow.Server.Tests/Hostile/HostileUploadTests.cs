using Furrow.Core;
using System.Text;
using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Furrow.Server.Tests.Hostile;

/// <summary>The same files as uploads: kept on disk, looked through beside the page that asked, thrown away with all they began.</summary>
[Collection(nameof(Alone))]
public sealed class HostileUploadTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private readonly TempFolder _folder = new();
    private readonly Programme _programme;
    private readonly ImportDrafts _desk;

    public HostileUploadTests()
    {
        var file = _folder["p.furrow"];
        _programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();
        _desk = new ImportDrafts(_programme);
    }

    public void Dispose()
    {
        _desk.Dispose();
        _programme.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_upload_ends_in_the_same_problem_and_writes_nothing()
    {
        foreach (var file in HostileFile.All)
        {
            var draft = await Upload(file.Name, file.Bytes);
            Assert.True(SpinWait.SpinUntil(() => !draft.IsWorking, Long), file.Trait);
            Assert.Null(draft.Failure);
            Assert.True(file.Code == draft.Plan!.Problem?.Code, $"{file.Trait}: {draft.Plan.Problem}");
            _desk.Discard(draft.Id, UploadEnd.Discarded);
        }

        Assert.Equal(3, _programme.State.Position);
        Assert.True(SpinWait.SpinUntil(() => Directory.GetFiles(_folder[""], "*", SearchOption.AllDirectories).All(f => !f.Contains("hostile-upload-",
            StringComparison.Ordinal)), Long), "an upload that was thrown away still lies there");
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_ends_its_work()
    {
        var draft = await Upload("long.csv", Encoding.ASCII.GetBytes("code,lat,lon\n" + HostileFile.Many("A,44.123456789,18.123456789\n", 1_000_000)));
        _desk.Discard(draft.Id, UploadEnd.Discarded);
        Assert.True(SpinWait.SpinUntil(() => !draft.IsWorking, Long));
        Assert.Equal("stopped-before-commit", draft.Plan!.Problem!.Code);
    }

    private Task<ImportDraft> Upload(string name, byte[] bytes) => _desk.Receive(
        new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", "hostile-upload-" + name), new ImportOptions
        {
            As = ImportAs.Find("suspected")!,
            On = new ReportDate(new DateOnly(2015, 12, 31)),
            Organisation = "EXERCISE office",
            By = Actor.Named("ann"),
            At = DateTimeOffset.UnixEpoch,
        }, CancellationToken.None);
}
