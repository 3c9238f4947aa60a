using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Server.Listings;
using Furrow.Server.Lists;
using Furrow.Server.Pages;
using Furrow.Server.Tests.Forms;
using Furrow.Server.Tests.Leaks;
using Xunit;

namespace Furrow.Server.Tests.Listings;

/// <summary>Lists as files: what the page shows is what the file holds.</summary>
public sealed class DownloadTests(DownloadTests.Land land) : IClassFixture<DownloadTests.Land>
{
    public sealed class Land : IDisposable
    {
        internal FormServer Server { get; } = new();

        public void Dispose() => Server.Dispose();
    }

    public static TheoryData<string, string> Files => [.. AllLists.All.SelectMany(l => ListDownload.Formats(l).Select(f => (l.Name, f.Extension)))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_list_is_there_in_every_format(string name, string extension)
    {
        var reply = await land.Server.Get($"/lists/{name}.{extension}");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.NotEmpty(reply.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await land.Server.Get($"/lists/{name}.doc")).Status);
    }

    [Fact]
    public async Task A_file_keeps_the_filter_the_order_and_the_columns_of_the_page()
    {
        var page = await land.Server.Get("/areas?q=C-&sort=-code&columns=code,registered");
        Assert.Contains("2 hazardous areas", page.Html, StringComparison.Ordinal);
        Assert.Contains("/lists/areas.csv?q=C-&amp;sort=-code&amp;columns=code,registered", page.Html, StringComparison.Ordinal);
        var lines = (await land.Server.Get("/lists/areas.csv?q=C-&sort=-code&columns=code,registered")).Html.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("wkt,code,registered_square_metres", lines[0]);
        Assert.Equal(["C-2", "C-1", ""], lines.Skip(1).Select(l => l.Split("))\"").LastOrDefault()!.TrimStart(',').Split(',')[0]));
    }

    /// <summary>As of which day, as known at which acceptance, by which filter: where the format has a place for it, and in the name of the file.</summary>
    [Theory]
    [InlineData("json", "\"asOf\": \"2026-02-01\"", "\"knownAt\": \"1\"", "\"filter\": \"q=C-; state=open\"")]
    [InlineData("geojson", "\"as_of\":\"2026-02-01\"", "\"known_at\":\"1\"", "\"filter\":\"q=C-; state=open\"")]
    public async Task A_file_says_what_it_answers(string format, params string[] said)
    {
        var file = await land.Server.Get($"/lists/areas.{format}?date=2026-02-01&known=1&state=open&q=C-");
        Assert.All(said, text => Assert.Contains(text, file.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_and_its_name_say_what_it_answers()
    {
        var state = land.Server.Programme.State;
        var ask = new ListAsk(state, new DateOnly(2026, 3, 1)) { AsOf = new DateOnly(2026, 2, 1), Words = new Dictionary<string, string> { ["state"] = "open" } };
        var table = AreaLists.Areas.Export(ask);
        using var file = new MemoryStream();
        Writers.Find("xlsx")!.Write(table, file);
        using var book = SpreadsheetDocument.Open(file, false);
        Assert.Equal("as of: 2026-02-01; known at: 1; filter: state=open", book.PackageProperties.Description);
        Assert.Equal("areas-2026-02-01-known-1-open.xlsx", ListExport.FileName(table, "xlsx").Replace("state-", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/lists/areas.csv?state=gone", "state=gone")]
    [InlineData("/lists/areas.csv?sort=colour", "sort=colour")]
    [InlineData("/lists/areas.xlsx?date=tomorrow", "date=tomorrow")]
    public async Task A_word_that_cannot_be_read_is_refused_since_a_file_cannot_say_so(string address, string word)
    {
        var reply = await land.Server.Get(address);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(word, reply.Html, StringComparison.Ordinal);
        Assert.Contains("map-word-unknown", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_list_is_no_page() => Assert.Equal(HttpStatusCode.NotFound, (await land.Server.Get("/lists/moons")).Status);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_an_invented_programme_carries_its_mark(string name, string extension)
    {
        var table = AllLists.Find(name)!.Export(new ListAsk(ProgrammeState.Empty, new DateOnly(2026, 3, 1)));
        table = table with { Exercise = true, Rows = [new ExportRow([.. table.Columns.Select(_ => (object?)null)], null, new GridPoint(1, 1))] };
        using var bytes = new MemoryStream();
        (extension == "json" ? new JsonRows() : Writers.Find(extension)!).Write(table, bytes);
        Assert.Contains("EXERCISE", Unzipped(bytes.ToArray()), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What is written is let go: rows are not gathered before they go out.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public void Rows_go_out_as_they_come(string extension)
    {
        var (made, written, mostAhead) = (0, new CountingStream(), 0L);
        var rows = Enumerable.Range(0, 60_000).Select(i =>
        {
            mostAhead = Math.Max(mostAhead, ++made * 100L - written.Length * 40);
            return new ExportRow([i.ToString(CultureInfo.InvariantCulture).PadLeft(100, 'x'), i]);
        });
        var table = new ExportTable("rows", false, ExportGeometry.None, [new("code", ExportType.Text), new("number", ExportType.Whole)], rows);
        (extension == "json" ? new JsonRows() : Writers.Find(extension)!).Write(table, written);
        Assert.InRange(mostAhead, 1, 3_000_000);
    }

    [Fact]
    public void A_workbook_is_as_its_standard_has_it()
    {
        using var bytes = new MemoryStream();
        Writers.Find("xlsx")!.Write(new ExportTable("Land [1]", true, ExportGeometry.None,
            [new("code", ExportType.Text), new("on", ExportType.Date), new("n", ExportType.Number), new("open", ExportType.Truth)],
            [new(["=1+1", new DateOnly(2026, 1, 2), 1.5m, true]), new(["a\u0001b", null, null, false])]), bytes);
        using var book = SpreadsheetDocument.Open(bytes, false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => e.Description + " " + e.Path?.XPath));
        var cell = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(c => c.InnerText == "=1+1");
        Assert.True(book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>()
            .ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value);
    }

    private static string Unzipped(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    /// <summary>Forgets what it is given.</summary>
    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;
    }
}
