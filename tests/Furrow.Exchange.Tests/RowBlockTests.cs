using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Exchange.Projections;
using Xunit;

namespace Furrow.Exchange.Tests;

/// <summary>Rows that lie on the stage of an import come back as their reader gave them.</summary>
public sealed class RowBlockTests
{
    private static readonly InputRow Full = new()
    {
        File = "in/a.csv",
        Row = 17,
        RowCount = 3,
        Fields = [new("Code", "A1"), new("Code", ""), new("", null), new("Area", "12.5", true)],
        Geometry = DrawnGeometry.Of([[[0, 1, double.NaN, -0.0, 5e-324, 7], []], [[1, 2]]], RingRoles.Declared),
        Crs = CoordinateSystems.Utm(33, false),
        DrawnText = "POLYGON ĐŽ کھیت",
        MisclosureMetres = 0,
        SquareMetres = 100,
        Points = [new RecordPoint(PointRole.Benchmark, null, 17.5, 44.25, "17.5 44.25"), new RecordPoint(PointRole.Left, "BM", -1, -2, "")],
        Doubts = new Dictionary<string, CellDoubt> { ["Area"] = new($"merged", true) },
        Notes = [$"one {1}", $"two"],
        Repairs = [new Repair("closed", $"closed {2}", 0.5)],
        Problem = Problems.FieldMissing("a.csv", 17, "end"),
    };

    private static readonly InputRow[] Rows =
    [
        Full,
        Full with { Problem = null, Notes = [], Repairs = [], Doubts = null, Points = [], Crs = CoordinateSystem.Wgs84,
            Geometry = DrawnGeometry.Point(17, 44) },
        new InputRow { File = "b.csv", Row = 1 },
        Full with { Fields = [new("Area", "1"), new("Code", "A2")], MisclosureMetres = null, SquareMetres = null, DrawnText = null },
    ];

    [Fact]
    public void Every_property_comes_back()
    {
        var identity = new RowIdentity();
        foreach (var row in Rows)
        {
            identity.Sign(row);
        }

        var back = RowBlock.Of(Rows, out var bytes).Rows(bytes);
        Assert.Equal(Rows.Select(Said), back.Select(Said));
        Assert.All(Rows.Zip(back), pair => Assert.Same(pair.First.Crs, pair.Second.Crs));
    }

    [Fact]
    public void No_property_of_a_row_is_forgotten() => Assert.Equal(
        ["Crs", "Doubts", "DrawnText", "Fields", "File", "Geometry", "Item", "MisclosureMetres", "Notes", "Points", "Problem", "Repairs", "Row", "RowCount",
            "RowSha256", "SquareMetres", "Weight"],
        typeof(InputRow).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    private static string Said(InputRow row)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"{row.File}|{row.Row}|{row.RowCount}|{row.RowSha256}|{row.DrawnText}|{row.MisclosureMetres}|{row.SquareMetres}|{row.Problem}"));
        text.AppendJoin(';', row.Fields.Select(f => $"{f.Name}={f.Value ?? "null"} {f.IsNumber}"))
            .AppendJoin(';', row.Points).AppendJoin(';', row.Notes).AppendJoin(';', row.Repairs);
        text.AppendJoin(';', row.Doubts?.Select(d => $"{d.Key} {d.Value.Why} {d.Value.IsShared}") ?? []);
        text.Append(CultureInfo.InvariantCulture, $"{row.Geometry.Kind} {row.Geometry.Roles} {row.Geometry.X} {row.Geometry.Y}");
        text.AppendJoin('/', row.Geometry.Polygons.Select(p => string.Join('|', p.Select(r => string.Join(' ', r.Select(BitConverter.DoubleToInt64Bits))))));
        return text.ToString();
    }

    [Fact]
    public void A_word_about_the_file_is_told_from_a_word_about_its_rows()
    {
        var one = ReadOptions.Default with { Only = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["x"] }, Leave = ["B"] };
        Assert.True(one.ReadsLike(one with { Only = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["x"] }, Leave = ["B"], Stop = new(true) }));
        Assert.All(
            new[]
            {
                one with { Leave = [] }, one with { Only = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["y"] } }, one with { Crs = "EPSG:4326" },
                one with { Encoding = "utf-8" }, one with { Layer = "x" }, one with { HeaderRow = new HeadingRows(2, 2) }, one with { Sums = SumRows.Leave },
                one with { Geometry = new GeometryColumns { Form = GeometryForm.Wkt, Text = "W" } }, one with { Hidden = HiddenCells.Read },
                one with { PointTypes = new Dictionary<string, PointRole> { ["bm"] = PointRole.Benchmark } },
            },
            other => Assert.False(one.ReadsLike(other) || other.ReadsLike(one)));
    }
}
