using System.Globalization;
using CsCheck;
using Furrow.Exchange.Formats;
using Furrow.Laws;
using Xunit;

namespace Furrow.Server.Tests.Exports;

/// <summary>Whatever reports there are, located or not: out in any format and in again they are the same.</summary>
public sealed class ReportRoundTripLawTests
{
    private static readonly string[] Columns =
        ["Code", "Status", "Start date", "End date", "Organisation", "Team", "Contamination", "Hazardous area", "Place", "Stated area m2", "Accuracy", "Remarks",
            "Sheet", "wkt"];

    /// <summary>Letters of several scripts, what formats mark or escape, and no word of any language.</summary>
    private static readonly Gen<string> AnyText = Gen.Char["xqжşغĐ7_&<>\"';,=+-@|{} \n"].Array[0, 12].Select(c => new string(c).Trim());

    /// <summary>Names that things are found by: one of letters of two scripts that look alike is asked about, so each is of one.</summary>
    private static readonly Gen<string> AnyName = AnyText.Select(text => text.Replace("ж", "", StringComparison.Ordinal).Trim());

    private static readonly Gen<string> AnyDay = Gen.Select(Gen.Int[2001, 2015], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 2]).Select((y, m, d, precision) =>
        precision switch { 0 => $"{y}", 1 => $"{y}-{m:00}", _ => $"{y}-{m:00}-{d:00}" });

    private static readonly Gen<string> AnyPlace = Gen.Select(Gen.Int[0, 3], Gen.Long[17_000_000_000, 17_500_000_000], Gen.Long[44_000_000_000, 44_500_000_000],
        Gen.Long[100_000, 9_000_000]).Select((kind, lon, lat, size) =>
    {
        string At(long x, long y) => string.Create(CultureInfo.InvariantCulture, $"{(lon + x) / 1e9m:0.#########} {(lat + y) / 1e9m:0.#########}");
        return kind switch
        {
            0 => "",
            1 => $"POINT ({At(0, 0)})",
            2 => $"POLYGON (({At(0, 0)}, {At(size, 3)}, {At(size - 1, size)}, {At(0, 0)}))",
            _ => $"MULTIPOLYGON ((({At(0, 0)}, {At(size, 0)}, {At(size, size)}, {At(0, size)}, {At(0, 0)})), (({At(2 * size, 0)}, {At(3 * size, 0)}, "
                + $"{At(3 * size, size)}, {At(2 * size, 0)})))",
        };
    });

    private static readonly Gen<string[]> AnyRow = Gen.Select(
        Gen.Select(Gen.OneOfConst("suspected", "confirmed", "cleared"), AnyDay, AnyName, AnyText),
        Gen.Select(Gen.OneOfConst("ap-mines", "mines", "other-erw", ""), AnyName, Gen.Int[0, 500_000], Gen.Int[0, 300], AnyText, AnyText), AnyPlace)
        .Select((who, what, where) => new[]
        {
            "", who.Item1, "", who.Item2, "Office " + who.Item3, who.Item4, what.Item1, "", what.Item2, what.Item3 == 0 ? "" : $"{what.Item3}.5",
            what.Item4 == 0 ? "" : $"{what.Item4}", what.Item5, what.Item6, where,
        });

    [Fact]
    public void In_every_format_the_same_reports_come_back() => AnyRow.Array[3, 25].Obeys(rows =>
    {
        using var shell = new Shell();
        var lines = rows.Select((row, i) => string.Join(',', row.Select((cell, c) => c == 0 ? $"R-{i}" : Quoted(cell))));
        shell.Write("all.csv", string.Join(',', Columns) + "\n" + string.Join('\n', lines));
        Import(shell, "all.csv", "", "programme.furrow");
        var told = ReportsTold.Of(Path.Combine(shell.Folder, "programme.furrow"));
        Assert.Equal(rows.Length, told.Count);
        foreach (var format in Writers.All)
        {
            var file = "out" + format.Extension;
            var lost = shell.Json("export", "reports", file, "--restricted").GetProperty("lost").ToString();
            foreach (var layer in lost.Contains("_points of the same archive", StringComparison.Ordinal) ? (string[])["reports", "reports_points"] : [""])
            {
                Import(shell, file, layer, format.Format + ".furrow");
            }

            Assert.Equal(told, ReportsTold.Of(Path.Combine(shell.Folder, format.Format + ".furrow")));
        }
    }, seed: "0000KOwEx5s1", samples: 2);

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Import(Shell shell, string file, string layer, string ledger)
    {
        shell.Run(["import", file, "--as", "mapped", "--baseline", "--take-in-doubt", "all", "--accept", "a copy", "--apply", "--programme", ledger,
            .. layer.Length > 0 ? (string[])["--layer", layer] : []]);
        Assert.True(shell.Error.Length == 0, $"{file} {layer}: {shell.Error} {shell.Out}");
    }
}
