using System.Text;
using Furrow.Server.Imports;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Imports;

/// <summary>Every number of an import has one meaning, and they add up: rows read are the rows that become reports and those that stay out, on the page, on the
/// command line and in what is recorded.</summary>
public sealed class RowAccountTests : IDisposable
{
    /// <summary>Two polygons of four corners, one of them here before, a row that states nothing, one that is refused.</summary>
    private const string Corners = "Code,Status,Point,Lat,Lon\nP-1,suspected,1,44.1,17.5\nP-1,suspected,2,44.1,17.501\nP-1,suspected,3,44.101,17.501\nP-1,suspected,4,44.101,17.5\n";

    private const string More = "P-2,suspected,1,44.2,17.5\nP-2,suspected,2,44.2,17.501\nP-2,suspected,3,44.201,17.501\nP-2,suspected,4,44.201,17.5\n";

    private const string Others = "P-3,no such status,1,44.3,17.5\nP-3,no such status,2,44.3,17.501\nP-3,no such status,3,44.301,17.501\n";

    private readonly FormServer _server = FormServer.Empty();

    public void Dispose() => _server.Dispose();

    public static TheoryData<string, string, int, int, int> Files => new()
    {
        { "", Corners + More, 8, 2, 0 },
        { Corners, Corners + More, 4, 1, 4 },
        { Corners, Corners + More + Others, 4, 1, 7 },
        { "", Corners + Others, 4, 1, 3 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Rows_read_are_those_that_become_reports_and_those_that_stay_out(string before, string text, int taken, int reports, int outside)
    {
        if (before.Length > 0)
        {
            var first = await _server.Upload("points.csv", Encoding.UTF8.GetBytes(before), "mapped");
            await _server.Ready(first);
            await _server.Say(first, "apply", ("by", "Ann"));
        }

        var draft = await _server.Upload("points.csv", Encoding.UTF8.GetBytes(text), "mapped");
        var page = await _server.Ready(draft);
        page = page.Contains("name=\"entry-0\"", StringComparison.Ordinal) ? await _server.Say(draft, "mapping", ("entry-0", "refuse")) : page;
        Assert.Contains($"Reports that would be written as one batch: {reports}, from {taken} rows. Rows that stay out: {outside}.", page, StringComparison.Ordinal);
        Assert.Contains($"Applied: {reports} reports came in", await _server.Say(draft, "apply", ("by", "Ann")), StringComparison.Ordinal);
        var received = _server.Programme.State.Batches.Last().Received;
        Assert.Equal((taken + outside, outside), (received.RowsRead, received.RowsStayedOut));
        page = (await _server.Get($"/import/{received.Batch:D}", "en")).Html;
        Assert.Contains($"<dt>Rows that stayed out</dt><dd class=\"num\">{outside}</dd>", page, StringComparison.Ordinal);
    }

    /// <summary>The law over accounts of any rows.</summary>
    [Fact]
    public void The_numbers_of_an_account_add_up_for_any_rows() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, 5], CsCheck.Gen.Int[1, 9]).List[0, 30], rows =>
    {
        var verdicts = rows.Select((r, i) => new RowVerdict(i, r.Item2, (Verdict)r.Item1, null, null, [], [], null, 0, 0)).ToList();
        var account = RowAccount.Of(verdicts.Sum(v => v.Rows), verdicts);
        Assert.Equal(account.Read, account.Taken + account.StaysOut);
        Assert.Equal(account.StaysOut, account.AlreadyHere + account.NoReport + account.Refused);
        Assert.Equal(account.Taken, verdicts.Where(v => v.ComesIn).Sum(v => v.Rows));
        Assert.Equal(account.Reports, verdicts.Count(v => v.ComesIn));
        Assert.InRange(account.Reports, 0, account.Taken);
    });
}
