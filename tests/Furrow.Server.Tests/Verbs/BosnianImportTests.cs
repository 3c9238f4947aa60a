using System.Text.Json;
using Xunit;

namespace Furrow.Server.Tests.Verbs;

/// <summary>The main job, as a person does it on the command line, on real and dirty data. The data has no licence: it is read where it lies and nothing
/// made from it is kept.</summary>
public sealed class BosnianImportTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_row_is_accounted_for_the_books_close_and_the_whole_can_be_taken_back()
    {
        var suspected = Import("suspect_areas.geojson", "suspected", "2015-12-31", 11_068);
        var before = Accounts(Balance());
        var cleared = Import("cleared_areas.geojson", "cleared", "2016-06-30", 8_329);
        Assert.InRange(suspected.GetProperty("groups").GetArrayLength() + cleared.GetProperty("groups").GetArrayLength(), 1, 50);

        var balance = Balance("--by", "municipality", "--places", PathOf("municipalities.geojson"));
        Assert.Equal(0m, balance.GetProperty("trialBalanceSquareMetres").GetDecimal());
        Assert.Equal(["suspected", "cleared"], balance.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("status").GetString()));
        foreach (var status in new[] { "suspected", "cleared" })
        {
            Assert.Equal(Accounts(balance)[status], balance.GetProperty("rows").EnumerateArray().Sum(row => Accounts(row).GetValueOrDefault(status)));
        }

        var again = _shell.Json([.. Line("cleared_areas.geojson", "cleared", "2016-06-30"), "--apply"]);
        Assert.Equal((8_329, JsonValueKind.Null), (again.GetProperty("account").GetProperty("alreadyHere").GetInt32(), again.GetProperty("batch").ValueKind));

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
        "import", PathOf(file), "--as", word, "--on", on, "--organisation", "Mine action centre", "--baseline", "--kind", "mines", "--accept", "old archive",
        "--take-in-doubt", "all",
    ];

    private JsonElement Balance(params string[] more) => _shell.Json(["balance", "--as-of", "2016-12-31", .. more]);

    private static Dictionary<string, decimal> Accounts(JsonElement of) => of.GetProperty("accounts").EnumerateArray()
        .ToDictionary(a => a.GetProperty("status").GetString()!, a => a.GetProperty("areaSquareMetres").GetDecimal());

    private static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "bih", file);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"The trial data is missing: no folder above {AppContext.BaseDirectory} holds shared/data/bih/{file}.");
    }
}
