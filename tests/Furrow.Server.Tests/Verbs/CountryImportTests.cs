using System.Text.Json;
using Furrow.Trials;
using Xunit;

namespace Furrow.Server.Tests.Verbs;

/// <summary>The main job, as a person does it on the command line, on the files of each country.</summary>
public sealed class CountryImportTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void Every_row_is_accounted_for_the_books_close_and_the_whole_can_be_taken_back(string country)
    {
        var files = TrialCountries.Open(country, _shell.Folder);
        var suspected = Import(files.Suspected, "suspected", "2015-12-31", TrialCountry.SuspectedRows);
        var before = Accounts(Balance());
        var cleared = Import(files.Cleared, "cleared", "2016-06-30", TrialCountry.ClearedRows);
        Assert.InRange(suspected.GetProperty("groups").GetArrayLength() + cleared.GetProperty("groups").GetArrayLength(), 1, 50);

        var balance = Balance("--by", "municipality", "--places", files.Municipalities);
        Assert.Equal(0m, balance.GetProperty("trialBalanceSquareMetres").GetDecimal());
        Assert.Equal(["suspected", "cleared"], balance.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("status").GetString()));
        foreach (var status in new[] { "suspected", "cleared" })
        {
            Assert.Equal(Accounts(balance)[status], balance.GetProperty("rows").EnumerateArray().Sum(row => Accounts(row).GetValueOrDefault(status)));
        }

        var again = _shell.Json([.. Line(files.Cleared, "cleared", "2016-06-30"), "--apply"]);
        Assert.Equal(TrialCountry.ClearedRows, again.GetProperty("account").GetProperty("alreadyHere").GetInt32());
        Assert.Equal(JsonValueKind.Null, again.GetProperty("batch").ValueKind);

        Assert.Equal(0, _shell.Run("undo", "last", "--reason", "a trial"));
        Assert.Equal(before, Accounts(Balance()));
        Assert.Equal(0, _shell.Run("verify"));
    }

    private JsonElement Import(string file, string word, string on, int rows)
    {
        var plan = _shell.Json([.. Line(file, word, on), "--apply"]);
        var account = plan.GetProperty("account");
        int Of(string verdict) => account.GetProperty(verdict).GetInt32();
        Assert.Equal(rows, Of("read"));
        Assert.Equal(rows, Of("accepted") + Of("repaired") + Of("withoutPolygon"));
        Assert.Equal(rows, plan.GetProperty("rows").GetArrayLength());
        Assert.True(Of("repaired") > 0 && Of("withoutPolygon") > 0);
        return plan;
    }

    private static string[] Line(string file, string word, string on) =>
    [
        "import", file, "--as", word, "--on", on, "--organisation", "Mine action centre", "--baseline", "--kind", "mines", "--accept", "old archive",
        "--take-in-doubt", "all",
    ];

    private JsonElement Balance(params string[] more) => _shell.Json(["balance", "--as-of", "2016-12-31", .. more]);

    private static Dictionary<string, decimal> Accounts(JsonElement of) => of.GetProperty("accounts").EnumerateArray()
        .ToDictionary(a => a.GetProperty("status").GetString()!, a => a.GetProperty("areaSquareMetres").GetDecimal());
}
