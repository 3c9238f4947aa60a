using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Verbs;

/// <summary>Findings in groups, decided on the command line.</summary>
public sealed class FindingVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>Three rows with their dates exchanged wait for review; the group of these findings.</summary>
    private (string Key, string Batch) ExchangedDates()
    {
        string Row(int east) => Square(east, 0, 20, """{"start":"2016-09-01","end":"2016-06-01"}""");
        _shell.Write("exchanged.geojson", Collection(Row(0), Row(100), Row(200)));
        Assert.Equal(0, _shell.Run("import", "exchanged.geojson", "--as", "suspected", "--on", "2016-06-01", "--organisation", "Mine action centre", "--kind", "mines", "--apply",
            "--person", "eva"));
        var group = _shell.Json("findings", "list").GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("check").GetString() == "date-order");
        Assert.Equal(3, group.GetProperty("findings").GetInt32());
        return (group.GetProperty("key").GetString()!, group.GetProperty("batch").GetString()!);
    }

    private int Decide((string Key, string Batch) group, string decision, string reason) =>
        _shell.Run("findings", "decide", group.Key, "--batch", group.Batch, "--decision", decision, "--reason", reason);

    private string[] Reports() => [.. _shell.Json("review", "list").GetProperty("reports").EnumerateArray()
        .Select(r => $"{r.GetProperty("status").GetString()} {r.GetProperty("end").GetString()} {r.GetProperty("submittedBy").GetString()}").Distinct()];

    [Fact]
    public void A_group_sent_back_returns_its_reports_until_the_decision_is_reconsidered()
    {
        var group = ExchangedDates();
        Assert.Equal(0, Decide(group, "send-back", "look at the dates"));
        Assert.Contains("3 reports went back to their authors.", _shell.Out, StringComparison.Ordinal);
        Assert.Empty(Reports());
        var returned = _shell.Json("review", "list", "--status", "returned").GetProperty("reports").EnumerateArray().ToList();
        Assert.All(returned, r => Assert.Equal($"{group.Key}: look at the dates", r.GetProperty("reason").GetString()));
        Assert.Equal(1, Decide(group, "send-back", "once more"));
        Assert.Equal(0, Decide(group, "reconsider", "they are right"));
        Assert.Equal(["submitted 2016-06-01 eva"], Reports());
    }

    [Fact]
    public void A_group_is_repaired_by_software_where_it_can_and_the_repair_can_be_taken_back()
    {
        var group = ExchangedDates();
        Assert.Equal(0, Decide(group, "repair", "the form had the columns exchanged"));
        Assert.Contains("3 reports were mended and wait to be accepted by somebody else.", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(["submitted 2016-09-01 eva"], Reports());
        Assert.Equal(0, Decide(group, "reconsider", "they were right"));
        Assert.Equal(["submitted 2016-06-01 eva"], Reports());
        Assert.Equal(0, _shell.Run("verify"));
    }

    [Fact]
    public void What_was_decided_since_stays_and_is_named_when_the_decision_is_reconsidered()
    {
        var group = ExchangedDates();
        Assert.Equal(0, Decide(group, "repair", "the form had the columns exchanged"));
        var first = _shell.Json("review", "list").GetProperty("reports")[0];
        Assert.Equal(0, _shell.Run("review", "check", first.GetProperty("id").GetString()!, "--person", "cyn"));

        Assert.Equal(0, Decide(group, "reconsider", "they were right"));
        Assert.Contains($"1 reports stay as they are, because somebody has decided on them since: {first.GetProperty("code").GetString()}", _shell.Out,
            StringComparison.Ordinal);
        Assert.Equal(["checked 2016-09-01 eva", "submitted 2016-06-01 eva"], Reports());
    }

    [Fact]
    public void A_group_that_is_not_there_cannot_be_decided()
    {
        ExchangedDates();
        Assert.Equal(1, _shell.Run("findings", "decide", "date-order: nothing", "--decision", "accept-as-is", "--reason", "x"));
        Assert.Contains("finding-group-unknown", _shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_findings_is_decided_as_one()
    {
        var (key, batch) = ExchangedDates();
        Assert.Equal(0, _shell.Run("findings", "decide", key, "--batch", batch, "--decision", "accept-as-is", "--reason", "known"));
        var decided = _shell.Json("findings", "list").GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("key").GetString() == key
            && g.GetProperty("batch").GetString() == batch);
        Assert.Equal("accept-as-is", decided.GetProperty("decision").GetString());
    }
}
