using System.Text.Json;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Tests.Imports;

/// <summary>What was confirmed of a file is known of the next one of the same form; of another form it is not, and what the next file contradicts is asked.
/// </summary>
public sealed class RecalledFormTests : IDisposable
{
    private const string Headings = "Ident,Zustand,Datum,Groesse,Lat,Lon\n";

    private const string First = Headings + "E-1,geraeumt,03/04/2015,0.4,44.1,17.5\nE-2,geraeumt,05/06/2015,0.5,44.2,17.5\nTotal EXERCISE,,,,,\n";

    private static readonly string[] Columns = ["--column", "Ident=code", "--column", "Zustand=effect", "--column", "Datum=end,day-month-year",
        "--column", "Groesse=statedArea,ha", "--map", "Zustand:geraeumt=cleared", "--confirm", "next.json"];

    private static readonly string[] Answers = ["--organisation", "EXERCISE team", "--kind", "ap", .. Columns];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private int Import(string file, string text, params string[] more)
    {
        _shell.Write(file, text);
        return _shell.Run(["import", file, "--as", "mapped", "--baseline", "--accept", "EXERCISE", "--apply", .. more]);
    }

    /// <summary>Status, day, organisation, kinds and m² stated, as they came to stand in the ledger.</summary>
    private string Row(string code)
    {
        Assert.Equal(0, _shell.Run("export", "reports", "out.geojson", "--restricted"));
        using var written = JsonDocument.Parse(_shell.Read("out.geojson"));
        var row = written.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))
            .Single(p => p.GetProperty("code").GetString() == code);
        return string.Join(' ', new[] { "effect", "end_date", "organisation", "kinds", "stated_area_square_metres" }.Select(name => row.GetProperty(name)));
    }

    private string Open()
    {
        _shell.Run("import", "may.csv", "--as", "mapped", "--json");
        return string.Join("; ", JsonDocument.Parse(_shell.Out).RootElement.GetProperty("dictionary").EnumerateArray()
            .Where(e => e.GetProperty("open").GetBoolean()).Select(e => $"{e.GetProperty("topic")} {e.GetProperty("of")} {e.GetProperty("value")}".Trim()));
    }

    /// <summary>The second file; what is added to say; the codes that come in, or what is asked.</summary>
    [Theory]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5|Total EXERCISE,,,,,", "", "cleared 2016-08-07 EXERCISE team ap-mines 15000")]
    [InlineData("Lat,Lon,Groesse,Ident,Zustand,Datum|44.3,17.5,1.5,F-1,geraeumt,07/08/2016", "", "cleared 2016-08-07 EXERCISE team ap-mines 15000")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5|F-2,geraeumt,07/13/2016,1,44.4,17.5", "",
        "order of dates of Datum = ? (not known)")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5|F-2,geraeumt,07/13/2016,1,44.4,17.5",
        "--column Datum=month-day-year", "cleared 2016-07-08 EXERCISE team ap-mines 15000")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,halb geraeumt,07/08/2016,1.5,44.3,17.5", "", "Zustand: 'halb geraeumt' = ? (not known)")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5", "--organisation Other", "cleared 2016-08-07 Other ap-mines 15000")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5", "--kind ied", "cleared 2016-08-07 EXERCISE team ied 15000")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon,Trupp|F-1,geraeumt,07/08/2016,1.5,44.3,17.5,A", "", "Default organisation")]
    [InlineData("Ident,Zustand,Datum,Flaeche,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5", "", "Default organisation")]
    [InlineData("Ident,Zustand,Datum,Groesse,Lat,Lon|F-1,geraeumt,07/08/2016,1.5,44.3,17.5", "--afresh", "Default organisation")]
    public void What_was_confirmed_is_known_of_the_same_form_alone(string file, string more, string right)
    {
        Assert.Equal(0, Import("april.csv", First, [.. Answers, "--totals", "leave"]));
        var exit = Import("may.csv", file.Replace('|', '\n') + "\n", more.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (right.StartsWith("cleared", StringComparison.Ordinal))
        {
            Assert.Equal((0, right), (exit, Row("F-1")));
        }
        else
        {
            Assert.Equal(1, exit);
            Assert.Contains(right.StartsWith("Default", StringComparison.Ordinal) ? "organisation" : right, _shell.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_recalled_is_told_with_its_file_and_a_batch_taken_back_teaches_nothing()
    {
        Assert.Equal(0, Import("april.csv", First, [.. Answers, "--totals", "leave"]));
        var batch = _shell.Json("list", "batches").GetProperty("rows")[0].GetProperty("batch").GetString()!;
        _shell.Write("may.csv", First.Replace("E-", "F-", StringComparison.Ordinal).Replace("44.", "45.", StringComparison.Ordinal));
        Assert.Equal("", Open());
        var from = JsonDocument.Parse(_shell.Out).RootElement.GetProperty("dictionary").EnumerateArray()
            .Where(e => e.GetProperty("from").GetString() == "As in april.csv of 2026-03-01.").Select(e => $"{e.GetProperty("topic")} {e.GetProperty("of")}".Trim());
        Assert.Superset(new HashSet<string> { "date-order Datum", "unit Groesse", "column Zustand", "totals", "default organisation", "default kinds" }, from.ToHashSet());
        Assert.Equal(0, _shell.Run("undo", batch, "--reason", "EXERCISE read wrongly"));
        Assert.NotEqual("", Open());
    }

    /// <summary>Two senders may use one form: whose the third file is, a person says.</summary>
    [Fact]
    public void Two_organisations_of_one_form_are_asked_about()
    {
        Assert.Equal(0, Import("april.csv", First, [.. Answers, "--totals", "leave"]));
        Assert.Equal(0, Import("b.csv", First.Replace("E-", "G-", StringComparison.Ordinal).Replace("44.", "46.", StringComparison.Ordinal), "--organisation", "Other"));
        _shell.Write("may.csv", First.Replace("E-", "F-", StringComparison.Ordinal).Replace("44.", "45.", StringComparison.Ordinal));
        Assert.Equal("default organisation", Open());
    }

    /// <summary>A day said for all rows of one file is proposed for the next one, never taken unseen.</summary>
    [Fact]
    public void A_mapping_file_keeps_all_that_was_said_and_proposes_the_day()
    {
        const string Undated = "Ident,Zustand,Lat,Lon,Akte\nE-1,geraeumt,44.1,17.5,offen\n";
        string[] said = ["--column", "Ident=code", "--column", "Zustand=effect", "--map", "Zustand:geraeumt=cleared", "--team", "T1", "--on", "2015-05-06"];
        Assert.Equal(0, Import("april.csv", Undated, ["--organisation", "EXERCISE team", "--kind", "ap", "--only", "Akte=offen", "--confirm", "next.json", .. said]));
        var mapping = Mapping.FromJson(_shell.Read("next.json")).Value!;
        Assert.Equal(["EXERCISE team", "ap-mines", "2015-05-06", "T1"],
            new[] { "organisation", "kinds", "end", "team" }.Select(n => mapping.Fields.Single(f => f.Field == n).Constant));
        Assert.Equal(("Default end", "CSV", "Akte"), (Assert.Single(mapping.Unconfirmed!), mapping.Form!.Format, mapping.Only!.Keys.Single()));

        foreach (var by in new string[][] { [], ["--mapping", "next.json", "--afresh"] })
        {
            _shell.Write("may.csv", Undated.Replace("E-", "F-", StringComparison.Ordinal).Replace("44.", "45.", StringComparison.Ordinal));
            Assert.Equal(1, _shell.Run(["import", "may.csv", "--as", "mapped", "--apply", .. by]));
            Assert.Contains("= 2015-05-06 (proposed)", _shell.Error, StringComparison.Ordinal);
            Assert.Equal(0, _shell.Run(["import", "may.csv", "--as", "mapped", "--on", "2016-01-02", .. by]));
            Assert.Equal(0, _shell.Run(["import", "may.csv", "--as", "mapped", "--confirm", "again.json", .. by]));
        }
    }
}
