using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Furrow.Exchange;
using Furrow.Server.Tests.Forms;
using Furrow.Server.Tests.Imports;

namespace Furrow.Server.Tests.Pages;

/// <summary>What holds a whole file back is asked in the form in which every other reading is: each cause with what the file shows for its answer beside it,
/// all that can be known at once; and on the command line with the option beside it.</summary>
public sealed partial class FileQuestionPageTests(FileQuestionPageTests.Served served) : IClassFixture<FileQuestionPageTests.Served>, IDisposable
{
    private readonly Shell _shell = new();

    private readonly FormServer _server = served.Server;

    public void Dispose() => _shell.Dispose();

    /// <summary>One server for all that only look.</summary>
    public sealed class Served : IDisposable
    {
        public FormServer Server { get; } = FormServer.Empty();

        public void Dispose() => Server.Dispose();
    }

    /// <summary>The entries that are asked: topic, what of, and the field that answers with its choices.</summary>
    private static string Asked(string page) => string.Join("; ", Entry().Matches(page).Select(m => WebUtility.HtmlDecode(
        $"{m.Groups[1].Value.Trim()} {m.Groups[2].Value}: " + string.Join(" / ", Option().Matches(m.Groups[3].Value).Select(o => o.Groups[1].Value).Take(4)))));

    [Theory]
    [InlineData("sheets/10c_two_data_sheets.xlsx", "layer", "South")]
    [InlineData("sheets/12_hidden_rows.xlsx", "hidden", "leave")]
    [InlineData("sheets/09_legs.xlsx", "north", "true")]
    [InlineData("encodings/a/a.shp", "encoding", "windows-1250")]
    [InlineData("sheets/cp1251.csv", "encoding", "windows-1251")]
    [InlineData("files/44-gpkg-layers/a.gpkg", "layer", "areas")]
    [InlineData("files/70-prj/empty.shp", "crs", "EPSG:32634")]
    public async Task A_question_about_the_file_is_answered_where_it_is_asked(string file, string field, string answer)
    {
        var (name, bytes) = CaseFiles.Zipped(CaseFiles.Of(_shell, file));
        var draft = await _server.Upload(name, bytes, "suspected");
        var page = await _server.Ready(draft);
        Assert.DoesNotContain("class=\"notice bad\"", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, $"name=\"{field}\""));
        var shown = Regex.Match(page, $"(<select|<input) id=\"entry-[0-9]+\" name=\"{field}\".*?</td>", RegexOptions.Singleline).Value;
        Assert.True(shown.StartsWith("<input", StringComparison.Ordinal) || shown.Contains($"value=\"{answer}\"", StringComparison.Ordinal), shown);
        page = await _server.Say(draft, "mapping", (field, answer));
        Assert.Contains("id=\"rows\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_unclear_column_and_every_word_is_asked_at_once()
    {
        const string Table = "Code,Lat,Lon,Planned completion date,Main hazard type,Status\nA,44.1,17.5,2016-05-05,mines,Foo\n";
        var draft = await _server.Upload("a.csv", Encoding.UTF8.GetBytes(Table), "mapped");
        var page = await _server.Ready(draft);
        Assert.Equal(3, Regex.Count(page, "name=\"entry-key-[0-9]+\""));
        Assert.Contains("Column Planned completion date: end /", Asked(page), StringComparison.Ordinal);
        Assert.Contains("Column Main hazard type: kinds /", Asked(page), StringComparison.Ordinal);
        Assert.Contains("Word, Status Foo: ", Asked(page), StringComparison.Ordinal);
        Assert.Contains("The rows are judged once this is said.", page, StringComparison.Ordinal);

        page = await _server.Say(draft, "mapping", ("entry-0", "-"), ("entry-1", "kinds"), ("entry-2", "suspected"));
        Assert.Contains("Nothing is open", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_names_every_cause_with_its_option()
    {
        _shell.Write("a.csv", "Code,Lat,Lon,Planned completion date,Main hazard type,Status\nA,44.1,17.5,2016-05-05,mines,Foo\n");
        string[] import = ["import", "a.csv", "--as", "mapped", "--on", "2020-01-01", "--organisation", "EXERCISE"];
        Assert.NotEqual(0, _shell.Run(import));
        Assert.Equal(2, Regex.Count(_shell.Error, "column-unclear"));
        foreach (var option in new[] { "--column \"Planned completion date=end\"", "--leave \"Main hazard type\"", "--map \"Status:Foo=MEANING\"" })
        {
            Assert.Contains(option, Regex.Replace(_shell.Out, "\\s+", " "), StringComparison.Ordinal);
        }

        var told = _shell.Json(import);
        Assert.Equal(["Planned completion date", "Main hazard type", "Foo"], told.GetProperty("plan").GetProperty("dictionary").EnumerateArray()
            .Where(e => e.GetProperty("open").GetBoolean())
            .Select(e => e.GetProperty("value").GetString() is { Length: > 0 } word ? word : e.GetProperty("of").GetString()));
        Assert.Equal(0, _shell.Run([.. import, "--leave", "Planned completion date", "--column", "Main hazard type=kinds", "--map", "Status:Foo=suspected"]));
    }

    [Fact]
    public void Where_no_row_can_be_read_yet_that_is_said()
    {
        var file = CaseFiles.Of(_shell, "sheets/10c_two_data_sheets.xlsx");
        Assert.NotEqual(0, _shell.Run("import", file, "--as", "suspected"));
        Assert.Contains("No row can be read before this is said", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("--sheet NAME", _shell.Out, StringComparison.Ordinal);
    }

    [GeneratedRegex("<label for=\"entry-[0-9]+\"><span class=\"small muted\">([^<]*)</span> <bdi>([^<]*)</bdi></label>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex("<option value=\"([^\"-][^\"]*)\"")]
    private static partial Regex Option();
}
