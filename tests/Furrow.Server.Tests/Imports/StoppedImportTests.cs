using System.Text;
using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>An import can be stopped at any step before its commit, and then nothing of it is there; from the commit on all of it is.</summary>
public sealed class StoppedImportTests : IDisposable
{
    private static readonly string[] Archive = ["--as", "suspected", "--on", "2015-12-31", "--organisation", "Mine action centre", "--baseline",
        "--accept", "old archive", "--apply"];

    private readonly TempFolder _folder = new();
    private readonly Programme _programme;
    private readonly CancellationTokenSource _stop = new();
    private readonly Shell _shell = new();

    public StoppedImportTests()
    {
        var file = _folder["p.furrow"];
        _programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();
        _shell.Write("a.geojson", Collection(Square(0, 0)));
        _shell.Write("b.geojson", Collection(Square(100, 0), Square(200, 0)));
    }

    public static TheoryData<string> Steps() => [.. ImportPlan.Steps];

    public void Dispose()
    {
        _programme.Dispose();
        _folder.Dispose();
        _shell.Dispose();
        _stop.Dispose();
    }

    private ImportPlan Prepare(Action<ImportProgress>? seen = null) => ImportPlan.Prepare(
        SourceFile.Of("a.geojson", Encoding.UTF8.GetBytes(Collection(Square(0, 0), Square(100, 0)))), OldArchive.Options, ProgrammeState.Empty,
        seen is null ? null : new Watcher(seen), stop: _stop.Token);

    [Theory]
    [MemberData(nameof(Steps))]
    public void Whichever_step_it_is_stopped_at_there_is_no_plan_and_nothing_to_apply(string step)
    {
        var later = new List<string>();
        var plan = Prepare(p =>
        {
            if (_stop.IsCancellationRequested && p.Step != step)
            {
                later.Add(p.Step);
            }
            else if (p.Step == step)
            {
                _stop.Cancel();
            }
        });
        Assert.Equal("stopped-before-commit", plan.Problem?.Code);
        Assert.Empty(later);
        Assert.Empty(plan.Rows);
        var before = _programme.State.Position;
        Assert.Equal("stopped-before-commit", plan.Apply(_programme).Problem?.Code);
        Assert.Equal(before, _programme.State.Position);
    }

    [Fact]
    public void A_plan_stopped_before_its_commit_writes_nothing_and_can_still_be_applied()
    {
        var plan = Prepare();
        var before = _programme.State.Position;
        _stop.Cancel();
        Assert.Equal("stopped-before-commit", plan.Apply(_programme, _stop.Token).Problem?.Code);
        Assert.Equal(before, _programme.State.Position);
        Assert.Equal(2, plan.Apply(_programme).Get().Reports);
    }

    [Fact]
    public void Stopping_after_the_commit_changes_nothing_of_it()
    {
        _programme.Committed += _ => _stop.Cancel();
        Assert.Equal(2, Prepare().Apply(_programme, _stop.Token).Get().Reports);
        Assert.Equal((true, 2), (_stop.IsCancellationRequested, _programme.State.Book.Count));
    }

    [Fact]
    public void The_verb_says_that_nothing_was_written_and_ends_with_an_error()
    {
        Assert.Equal(1, _shell.RunUntilServed(["import", "a.geojson", .. Archive]));
        Assert.Contains("Stopped as asked, before anything was written.", _shell.Error, StringComparison.Ordinal);
        Assert.False(_shell.Has("programme.furrow"), "a programme that was to begin with this import is not there");

        Assert.Equal(0, _shell.Run(["import", "a.geojson", .. Archive]));
        Assert.Equal(1, _shell.RunUntilServed(["import", "b.geojson", .. Archive]));
        Assert.Equal(1, _shell.Json("batches").GetProperty("batches").GetArrayLength());
    }

    [Fact]
    public void The_verb_says_what_was_written_when_it_is_asked_too_late()
    {
        Assert.Equal(0, _shell.RunStoppedAtFirstAnswer(["import", "b.geojson", .. Archive]));
        Assert.Contains("You asked to stop when this was written already: 2 reports, batch ", _shell.Error, StringComparison.Ordinal);
        Assert.Equal(2, _shell.Json("review", "list", "--status", "approved").GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task The_page_s_draft_is_stopped_and_looked_through_again()
    {
        using var gate = new SemaphoreSlim(0);
        var draft = new ImportDraft(Guid.NewGuid(), new SourceFile("a.geojson", () => new GatedStream(gate, Collection(Square(0, 0)))), OldArchive.Options);
        draft.Prepare(_programme.State);
        Assert.True(draft.IsWorking);
        draft.Stop();
        gate.Release();
        await Idle(draft);
        Assert.Equal("stopped-before-commit", draft.Plan?.Problem?.Code);
        gate.Release(int.MaxValue / 2);
        draft.Prepare(_programme.State);
        await Idle(draft);
        Assert.Null(draft.Plan?.Problem);
        draft.Stop();
        draft.Apply(_programme, Actor.Named("ann"), "old archive", OldArchive.Options.At);
        await Idle(draft);
        Assert.Equal(1, draft.Applied?.Get().Reports);
    }

    private static Task Idle(ImportDraft draft)
    {
        var idle = new TaskCompletionSource();
        draft.WhenIdle(idle.SetResult);
        return idle.Task;
    }

    private sealed class Watcher(Action<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen(value);
    }

    /// <summary>A file whose first byte waits until the test lets it come.</summary>
    private sealed class GatedStream(SemaphoreSlim gate, string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            gate.Wait();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            gate.Wait();
            return base.Read(buffer);
        }
    }
}
