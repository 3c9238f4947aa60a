using System.Text;
using Furrow.Core;
using Furrow.Server.Pages.Import;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Pages;

/// <summary>Files on their way in hold what people said of them: none goes because others came, but for age and room, and its page says why it went.</summary>
public sealed class DraftKeepingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<int, int, long, UploadEnd[]> Files => new()
    {
        // How many, hours between them, bytes of each, and what becomes of them from the last touched to the first.
        { 30, 1, 1, [] },
        { 4, 60, 1, [UploadEnd.TooOld] },
        { 4, 1, 2L << 30, [UploadEnd.Room, UploadEnd.Room] },
        { 1, 1, 9L << 30, [] },
        { DraftKeeping.MostDrafts + 1, 0, 1, [UploadEnd.Room] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_first_go_when_they_are_too_old_or_take_the_room(int count, int hours, long bytes, UploadEnd[] ends)
    {
        IFileDraft[] drafts = [.. Enumerable.Range(0, count).Select(i => new File(Now.AddHours(-i * hours).AddMilliseconds(-i)))];
        var over = DraftKeeping.Over(drafts.Reverse(), Now, DraftKeeping.MostBytes, _ => bytes).ToList();
        Assert.Equal(drafts[^ends.Length..].Zip(ends, (d, end) => (d.Id, end)), over);
    }

    [Fact]
    public async Task What_was_said_of_a_file_is_there_when_somebody_comes_back_after_many_others()
    {
        using var server = FormServer.Empty();
        var first = await server.Upload("first.csv", "Code,Status,Lat,Lon\nA,Foo,44.1,17.5\nB,cleared,44.2,17.5\n"u8.ToArray(), "mapped");
        await server.Ready(first);
        Assert.Contains("Nothing is open", await server.Say(first, "mapping", ("entry-0", "refuse")), StringComparison.Ordinal);
        for (var i = 0; i < DraftKeeping.MostAwake + 1; i++)
        {
            await server.Ready(await server.Upload($"next{i}.csv", Encoding.UTF8.GetBytes($"Code,Lat,Lon\nN{i},44.1,17.5\n"), "suspected"));
        }

        Assert.Contains("Ready to apply", RowOf((await server.Get("/import", "en")).Html, first), StringComparison.Ordinal);
        Assert.Contains("Nothing is open", await server.Ready(first), StringComparison.Ordinal);
        Assert.Contains("Applied: 1 reports", await server.Say(first, "apply", ("by", "Ann")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_file_that_is_gone_says_why()
    {
        using var server = FormServer.Empty();
        var draft = await server.Upload("a.csv", "Code,Lat,Lon\nA,44.1,17.5\n"u8.ToArray(), "suspected");
        Assert.Contains("Kept, with all that was said of it", await server.Ready(draft), StringComparison.Ordinal);
        await server.Say(draft, "discard");
        var gone = await server.Get(draft, "en");
        Assert.Equal(410, (int)gone.Status);
        Assert.Contains("somebody discarded it", gone.Html, StringComparison.Ordinal);
        Assert.Contains("server was started anew", (await server.Get($"/import/draft/{Guid.NewGuid():D}", "en")).Html, StringComparison.Ordinal);
    }

    private static string RowOf(string list, string draft) => list[list.IndexOf(draft, StringComparison.Ordinal)..] is var row
        ? row[..row.IndexOf("</tr>", StringComparison.Ordinal)] : "";

    private sealed record File(DateTimeOffset TouchedAt) : IFileDraft
    {
        public Guid Id { get; } = Guid.NewGuid();

        public DateTimeOffset StartedAt => TouchedAt;

        public void Rest()
        {
        }
    }
}
