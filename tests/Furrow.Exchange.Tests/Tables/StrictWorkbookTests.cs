using System.IO.Compression;
using Furrow.Exchange.Tests.Hostile;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Workbooks in Strict Open XML are read as all others are; their dates are ISO texts.</summary>
public sealed class StrictWorkbookTests
{
    [Theory]
    [InlineData("strict")]
    [InlineData("td")]
    public void Each_case_has_its_date(string name)
    {
        var read = CaseFile.Read($"files/35-xlsx-strict/{name}.xlsx");
        Assert.Empty(read.Problems);
        Assert.All(read.Rows, r => Assert.Null(r.Problem));
        Assert.All(read.Rows, r => Assert.Contains(r.Fields, f => f.Value == "2014-05-06"));
    }

    /// <summary>Any workbook, its names made strict, gives the same rows; also where a name lies over the edge of a piece.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(65_480)]
    [InlineData(65_500)]
    [InlineData(131_000)]
    public void A_workbook_made_strict_reads_the_same(int padding)
    {
        var usual = Samples.All.First(s => s.Name == "sample.xlsx").Bytes;
        Assert.Equal(Reading.Of("a.xlsx", usual).ToString(), Reading.Of("a.xlsx", Strict(usual, padding)).ToString());
    }

    private static byte[] Strict(byte[] usual, int padding)
    {
        using var zip = new ZipArchive(new MemoryStream(usual));
        return Samples.Zip([.. zip.Entries.Select(e =>
        {
            using var text = new StreamReader(e.Open());
            var part = text.ReadToEnd()
                .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
                    StringComparison.Ordinal);
            var at = part.IndexOf("?>", StringComparison.Ordinal) + 2;
            var noise = string.Concat(Enumerable.Range(0, padding / 8).Select(i => $"{i * 7919L % 99_999_999:00000000}"));
            part = e.FullName.Contains("sheet", StringComparison.Ordinal) && at > 1 ? part.Insert(at, $"<!--{noise}-->") : part;
            return (e.FullName, System.Text.Encoding.UTF8.GetBytes(part));
        })]);
    }
}
