using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Tests.Imports;

/// <summary>What an import understood, how sure it is, and what holds it back.</summary>
public sealed class DictionaryTests
{
    private static ImportPlan Plan(string header, string[] rows, Func<ImportOptions, ImportOptions>? more = null) =>
        SquareRows.Plan("mapped", header, rows, more);

    private static string Told(ImportPlan plan) => string.Join("; ", plan.Dictionary.Open.Select(DictionaryText.Of));

    /// <summary>A square of the tests is 8,900 m²; the numbers are what is stated of it.</summary>
    [Theory]
    [InlineData("Status", "cleared", "")]
    [InlineData("Status", "Cleaered", "Status: 'Cleaered' = cleared (proposed)")]
    [InlineData("Status", "Not cleared", "Status: 'Not cleared' = ? (not known)")]
    [InlineData("Status", "Cleared (2016)", "Status: 'Cleared (2016)' = cleared (proposed)")]
    [InlineData("Status,Area", "cleared,8900", "")]
    [InlineData("Status,Area m2", "cleared,5", "")]
    [InlineData("Status,Area", "cleared,5000", "unit of Area = m2 (proposed)")]
    [InlineData("Status,Area", "cleared,0.89", "unit of Area = ? (not known)")]
    [InlineData("Status,Area", "cleared,5 ha", "")]
    [InlineData("Status,Area (feddan)", "cleared,5000", "unit of Area (feddan) = ? (not known)")]
    [InlineData("Status,Area", "cleared,2 feddan", "column of Area = statedArea (proposed); Area: 'feddan' = ? (not known)")]
    [InlineData("Status,Depth", "cleared,20", "")]
    [InlineData("Status,Depth", "cleared,5", "unit of Depth = cm (proposed)")]
    [InlineData("Status,Depth cm", "cleared,5", "")]
    [InlineData("Status,Depth of the work", "cleared,20 cm", "column of Depth of the work = depthSearched (proposed)")]
    [InlineData("Status,Date", "cleared,04/03/2015", "order of dates of Date = ? (not known)")]
    [InlineData("Status,Date", "cleared,24/03/2015", "")]
    [InlineData("Status,Contamination", "cleared,Other", "Contamination: 'Other' = ? (not known)")]
    [InlineData("Status,Team", "cleared,Alpha", "")]
    [InlineData("Status,Area (stremma)", "cleared,5", "unit of Area (stremma) = ? (not known)")]
    [InlineData("Status,Task status", "cleared,cleared", "")]
    [InlineData("Status,Task status", "cleared,suspected", "column of Task status = watched (proposed)")]
    [InlineData("Status,Task status", "cleared,Foo", "column of Task status = watched (proposed)")]
    [InlineData("Status,Task status", "suspected,cleared", "column of Task status = watched (proposed)")]
    public void What_is_open(string header, string row, string open) => Assert.Equal(open, Told(Plan(header, [row])));

    /// <summary>Dates a spreadsheet program took in part; what is said of them; the day the first row then has, "?" where it is asked.</summary>
    [Theory]
    [InlineData("2015-04-03 13/06/2015", "", "?")]
    [InlineData("2015-04-03T08:00:00 13/06/2015", "", "?")]
    [InlineData("2015-04-03 06/13/2015", "", "?")]
    [InlineData("2015-04-03 13.06.2015", "", "?")]
    [InlineData("2015-04-03 13/06/2015", "cells-right", "2015-04-03")]
    [InlineData("2015-04-03 13/06/2015", "cells-exchanged", "2015-03-04")]
    [InlineData("2015-04-23 13/06/2015", "", "2015-04-23")]
    [InlineData("2015-04-04 13/06/2015", "", "2015-04-04")]
    [InlineData("2015-04-03 13/06/2015 05/06/2015", "", "2015-04-03")]
    [InlineData("2015-04-03 2015-06-13", "", "2015-04-03")]
    [InlineData("2015-04-03 June/2015", "", "2015-04-03")]
    public void Dates_that_were_converted_in_part_are_asked_about(string dates, string said, string first)
    {
        var plan = Plan("Status,Date", [.. dates.Split(' ').Select(d => "cleared," + d)], o => said.Length == 0 ? o : o with { Columns = [("Date", said)] });
        Assert.Equal(first == "?" ? "order of dates of Date = ? (not known)" : "", Told(plan));
        Assert.Equal(first == "?" ? "2015-04-03" : first, IsoDay.Text(plan.Reports[0].End.Day));
    }

    [Theory]
    [InlineData("Status,Area", "cleared,5000", "Area=m2")]
    [InlineData("Status,Area", "cleared,0.89", "Area=ha")]
    [InlineData("Status,Area (feddan)", "cleared,8900", "Area (feddan)=m2")]
    [InlineData("Status,Depth", "cleared,5", "Depth=cm")]
    [InlineData("Status,Date", "cleared,04/03/2015", "Date=day-month-year")]
    [InlineData("Status,Depth of the work", "cleared,20 cm", "Depth of the work=depthSearched")]
    [InlineData("Status,Area (stremma)", "cleared,5", "Area (stremma)=ha")]
    public void It_is_said_of_a_column(string header, string row, string said)
    {
        var plan = Plan(header, [row], o => o with { Columns = [(said.Split('=')[0], said.Split('=')[1])] });
        Assert.Equal(("", 1), (Told(plan), plan.Account.Taken));
    }

    [Fact]
    public void Columns_that_only_look_like_a_place_are_said_once_and_known_the_next_time()
    {
        using var shell = new Shell();
        shell.Write("a.csv", "Code,Wert A,Wert B\nA1,44.1234,18.2345\nA2,44.1334,18.2445\n");
        string[] import = ["import", "a.csv", "--as", "suspected", "--on", "2020-05-01", "--organisation", "EXERCISE team"];
        shell.Run([.. import, "--apply"]);
        Assert.Contains("--column \"Wert A=latitude\"", shell.Out + shell.Error, StringComparison.Ordinal);
        Assert.Contains("open: 2.", shell.Out, StringComparison.Ordinal);
        shell.Run([.. import, "--column", "Wert A=latitude", "--column", "Wert B=longitude", "--confirm", "next.json"]);
        Assert.Contains("(2 with a point", shell.Out, StringComparison.Ordinal);
        shell.Run([.. import, "--mapping", "next.json"]);
        Assert.Contains("(2 with a point", shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not known", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_of_a_word_or_its_rows_are_left_out()
    {
        string[] rows = ["cleared", "Foo", "Foo", "Bar"];
        var plan = Plan("Status", rows, o => o with { Meanings = [("Status", "Foo", "refuse"), ("Status", "Bar", "suspected")] });
        Assert.Equal(("", 2, 2), (Told(plan), plan.Account.Taken, plan.Account.Refused));
        Assert.Equal("word-left-out", Assert.Single(plan.Causes).Code);
    }

    [Fact]
    public void A_proposed_word_is_read_and_counted_as_it_would_be()
    {
        var plan = Plan("Status", ["Cleaered", "Cleaered", "cleared"]);
        Assert.Equal(3, plan.Account.Accepted);
        var entry = Assert.Single(plan.Dictionary.Open);
        Assert.Equal(("cleared", 2, Standing.Proposed), (entry.Meaning, entry.Rows, entry.Standing));
        Assert.Equal("One letter differs from the known word 'cleared'.", entry.Why!.ToString());
        Assert.Equal("--map \"Status:Cleaered=MEANING\"", entry.Say);
    }

    [Fact]
    public void A_saved_proposal_is_no_confirmation_and_a_confirmed_one_is_silent()
    {
        string[] rows = ["Cleaered,5000,5", "cleared,4000,7"];
        var asked = Plan("Status,Area,Depth", rows);
        Assert.Equal(3, asked.Dictionary.Open.Count);
        var saved = Plan("Status,Area,Depth", rows, o => o with { Mapping = Mapping.FromJson(asked.Mapping.ToJson()).Value });
        Assert.Equal(Told(asked), Told(saved));

        var confirmed = Plan("Status,Area,Depth", rows, o => o with { Confirms = true });
        Assert.Empty(confirmed.Dictionary.Open);
        var mapping = Mapping.FromJson(confirmed.ConfirmedMapping.ToJson()).Value!;
        Assert.Equal("utf-8", mapping.Encoding);
        Assert.Equal(["cm", "m2"], mapping.Fields.Where(f => f.Unit is not null).Select(f => f.Unit));
        Assert.Empty(Plan("Status,Area,Depth", rows, o => o with { Mapping = mapping }).Dictionary.Open);
    }

    [Fact]
    public void A_status_nobody_reads_is_watched_once_that_is_said_and_the_mapping_keeps_it()
    {
        string[] rows = ["cleared,suspected", "cleared,cleared"];
        foreach (var said in new Func<ImportOptions, ImportOptions>[] { o => o with { Columns = [("Task status", "watched")] }, o => o with { Confirms = true } })
        {
            var plan = Plan("Status,Task status", rows, said);
            Assert.Equal(("", 1, 1), (Told(plan), plan.Account.Taken, plan.Account.Refused));
            Assert.Equal(["Task status"], plan.ConfirmedMapping.Watch!);
            Assert.Empty(Plan("Status,Task status", rows, o => o with { Mapping = Mapping.FromJson(plan.ConfirmedMapping.ToJson()).Value }).Dictionary.Open);
        }

        Assert.Equal(2, Plan("Status,Task status", rows, o => o with { Leave = ["Task status"] }).Account.Taken);
    }

    [Fact]
    public void A_confirmation_is_of_what_was_shown_and_of_nothing_else()
    {
        var shown = Assert.Single(Plan("Status", ["Cleaered"]).Dictionary.Open);
        ImportPlan With(string claim) => Plan("Status", ["Cleaered"], o => o with { Confirmed = new HashSet<string> { claim } });
        Assert.Empty(With(shown.Claim).Dictionary.Open);
        Assert.Single(With(DictionaryEntry.ClaimOf(shown.Key, "suspected")).Dictionary.Open);
    }

    [Fact]
    public void All_that_refuses_a_row_is_told_at_once_each_cause_once()
    {
        var plan = Plan("Status,Contamination,Date", ["Foo,Bar,04/03/2015", "Foo,Bar,"], o => o with { On = null, Organisation = null });
        Assert.Equal(["status-unknown Status 2", "kinds-unknown Contamination 2", "field-missing organisation 2", "field-unreadable Date 1", "field-missing end 1"],
            plan.Causes.Select(c => $"{c.Code} {c.Field} {c.Rows}"));
        Assert.Equal((2, 0, true), (plan.Rows.Count(r => r.Further.Count == 3), plan.Causes.Count(c => c is { Field: "Status", IsField: true }),
            plan.Causes.Single(c => c.Field == "end").IsField));
    }

    /// <summary>Where the headings were found, and the system with the shift that was named, stand in the mapping that is confirmed.</summary>
    [Theory]
    [InlineData("National list\n\n", "3")]
    [InlineData("", null)]
    public void A_confirmed_mapping_says_where_the_headings_stand_and_the_shift_of_the_system(string titles, string? headings)
    {
        const string Told = "EPSG:23036 via EPSG:1784";
        using var shell = new Shell();
        shell.Write("a.csv", titles + "Code,Date,Easting,Northing\nA,2016-05-06,516008.61,4883088.70\nB,2016-05-06,516108.61,4883088.70\n");
        shell.Run("import", "a.csv", "--as", "suspected", "--organisation", "EXERCISE", "--crs", Told, "--confirm", "m.json");
        var mapping = Mapping.FromJson(shell.Read("m.json")).Value!;
        Assert.Equal((headings, Told), (mapping.HeaderRow, mapping.Crs));
        Assert.Equal(0, shell.Run("import", "a.csv", "--as", "suspected", "--organisation", "EXERCISE", "--mapping", "m.json", "--apply"));
    }

    [Fact]
    public void Names_beyond_a_thousand_are_counted()
    {
        var words = Plan("Method", [.. Enumerable.Range(0, 1_003).Select(i => $"way {i}")]).Dictionary.Entries.Where(e => e.Topic == ReadingTopic.Word).ToList();
        Assert.Equal((1_001, 3, "3 more words of this column are not listed."), (words.Count, words[^1].Rows, words[^1].Why!.ToString()));
        Assert.Equal(201, Plan("Status", [.. Enumerable.Range(0, 201).Select(i => $"Foo {(char)('a' + i / 26)}{(char)('a' + i % 26)}")]).Dictionary.Open.Count);
    }

    [Theory]
    [InlineData("EPSG:32633", "")]
    [InlineData("EPSG:3908 via EPSG:3964", "Shift EPSG:3964 ±1 m ")]
    [InlineData("EPSG:28408 via TOWGS84[25,-141,-78.5,0,0.35,0.736,0]", "Shift TOWGS84 Nobody states how exact this shift is.")]
    public void The_datum_shift_is_told_with_its_accuracy(string crs, string told)
    {
        var easting = crs.Contains("28408", StringComparison.Ordinal) ? 8_500_000 : crs.Contains("3908", StringComparison.Ordinal) ? 8_500_000 : 500_000;
        var text = $"Code,Easting,Northing\nA,{easting},4500000\n";
        var options = new ImportOptions
        {
            As = ImportAs.Find("suspected")!, On = new Core.Reports.ReportDate(new DateOnly(2018, 12, 31)), Organisation = "Office",
            By = Furrow.Server.Programmes.Actor.Named("ann"), At = DateTimeOffset.UnixEpoch, Reading = new ReadOptions { Crs = crs },
        };
        var plan = ImportPlan.Prepare(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text)), options, Core.Programmes.ProgrammeState.Empty);
        Assert.Equal(told, string.Join("; ", plan.Dictionary.Entries.Where(e => e.Topic == ReadingTopic.Shift).Select(e => $"{e.Topic} {e.Meaning} {e.Why}")));
    }

    /// <summary>How rows make up records is told once, also where it is asked.</summary>
    [Fact]
    public void The_structure_of_rows_is_one_entry()
    {
        using var shell = new Shell();
        shell.Write("a.csv", "Parzelle,Lfd,Lat,Lon\nA,1,44.1001,17.5001\nA,2,44.1001,17.5011\nA,3,44.1011,17.5011\n"
            + "B,1,44.2001,17.5001\nB,2,44.2001,17.5011\nB,3,44.2011,17.5011\n");
        string Told(params string[] more) => string.Join("; ", shell.Json(["import", "a.csv", "--as", "suspected", "--on", "2020-05-01", "--organisation", "O", .. more])
            .GetProperty("dictionary").EnumerateArray().Where(e => e.GetProperty("topic").GetString() == "structure")
            .Select(e => $"{e.GetProperty("meaning").GetString()} {e.GetProperty("standing").GetString()}"));
        Assert.Equal("Parzelle > Lfd proposed", Told());
        Assert.Equal("Parzelle > Lfd known", Told("--confirm", "m.json"));
        Assert.Equal("Parzelle > Lfd known", Told("--mapping", "m.json"));
    }

    [Fact]
    public void What_nobody_knows_is_not_confirmed_with_the_rest() =>
        Assert.Equal("Status: 'Foo' = ? (not known)", Told(Plan("Status", ["Foo", "Cleaered"], o => o with { Confirms = true })));

    [Fact]
    public void The_dictionary_tells_of_encoding_system_columns_words_and_defaults()
    {
        var told = Plan("Status,Method,Colour", ["cleared,manual,red", "cleared,manual,red"]).Dictionary.Entries
            .Select(e => $"{e.Topic} {e.Of} {e.Value} {e.Meaning} {e.Rows}");
        Assert.Superset(new HashSet<string>
        {
            "Encoding   utf-8 0", "System   EPSG:4326 2", "Column Status  effect 0", "Column WKT  wkt 0", "Column Colour   0",
            "Word Status cleared cleared 2", "Word Method manual manual 2", "Default kinds  all 2", "Default end  2018-12-31 2",
        }, told.ToHashSet());
    }
}
