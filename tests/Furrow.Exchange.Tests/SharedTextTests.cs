using System.Globalization;
using Xunit;

namespace Furrow.Exchange.Tests;

/// <summary>A long text that many rows repeat is held once, whichever reader made it; others stay as they are.</summary>
public sealed class SharedTextTests
{
    [Fact]
    public void Rows_that_repeat_a_long_text_share_one_string()
    {
        var folder = new string('f', 50_000);
        var rows = Reading.Of("a.csv", "Code,Folder,Remarks\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"A{i},{folder},{new string('r', 3_000)}{i % 3}\n")))).Rows;
        Assert.Single(rows.Select(r => r["Folder"]!).Distinct(ReferenceEqualityComparer.Instance));
        Assert.Equal(3, rows.Select(r => r["Remarks"]!).Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(rows.Select((_, i) => $"A{i} {i % 3}"), rows.Select(r => $"{r["Code"]} {r["Remarks"]![^1]}"));
        Assert.Equal(200, rows.Select(r => r.RowSha256).Distinct().Count());
    }
}
