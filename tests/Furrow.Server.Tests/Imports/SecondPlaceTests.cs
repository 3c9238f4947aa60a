using System.Text;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>A row that gives its place twice gives one place, or is not taken: both columns are named, and how far they are apart.</summary>
public sealed class SecondPlaceTests
{
    private const string Land = "\"POLYGON((17 44,17.01 44,17.01 44.01,17 44.01,17 44))\"";

    private static ImportPlan Plan(string name, string text, Func<ImportOptions, ImportOptions>? more = null)
    {
        var options = new ImportOptions
        {
            As = ImportAs.Find("suspected")!,
            On = new ReportDate(new DateOnly(2018, 12, 31)),
            Organisation = "Survey office",
            By = Actor.Named("ann"),
            At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };
        return ImportPlan.Prepare(SourceFile.Of(name, Encoding.UTF8.GetBytes(text)), more?.Invoke(options) ?? options, ProgrammeState.Empty);
    }

    private static string Told(ImportPlan plan) => plan.Problem is { } whole ? whole.Code : string.Join(' ', plan.Rows.Select(r => r.Problem is { } p
        ? $"{p.Code}:{p.Where?.Field}" : "ok").Concat(plan.Warnings.Select(w => $"[{w.Code}]")));

    private static string Csv(string header, params string[] rows) => $"Code,{header}\n" + string.Concat(rows.Select((r, i) => $"A{i},{r}\n"));

    [Theory]
    [InlineData("WKT,Lat,Lon", Land + ",44.005,17.005", "ok [places-agree]")]
    [InlineData("WKT,Lat,Lon", Land + ",44.015,17.005", "ok [places-agree]")]
    [InlineData("WKT,Lat,Lon", Land + ",44.05,17.005", "places-differ:Lon, Lat")]
    [InlineData("WKT,Lat,Lon", Land + ",17.005,44.005", "places-differ:Lon, Lat")]
    [InlineData("WKT,Lat,Lon", Land + ",,", "ok")]
    [InlineData("WKT,Centroid Lat,Centroid Lon", Land + ",44.3,17.005", "places-differ:Centroid Lon, Centroid Lat")]
    [InlineData("WKT,MGRS", Land + ",33TXJ 60000 74000", "ok [places-agree]")]
    [InlineData("WKT,MGRS", Land + ",33TXJ 61000 94000", "places-differ:MGRS")]
    [InlineData("WKT,MGRS", Land + ",unknown 1234", "ok [places-not-compared]")]
    [InlineData("WKT,MGRS", Land + ",unknown", "ok")]
    [InlineData("WKT,geom", Land + "," + Land, "ok")]
    [InlineData("WKT,geom", Land + ",\"POLYGON((17.00001 44,17.01 44,17.01 44.01,17 44.01,17.00001 44))\"", "ok [places-agree]")]
    [InlineData("WKT,geom", Land + ",\"POLYGON((17 44,17.01 44,17.01 44.02,17 44.02,17 44))\"", "places-differ:geom")]
    [InlineData("WKT,geom", "POINT(17 44)," + Land, "polygon-beside-point:geom")]
    [InlineData("Lat,Lon,MGRS", "44.005,17.005,33TXJ 60737 74382", "ok [places-agree]")]
    [InlineData("Lat,Lon,Grid reference", "44.005,17.005,33TXJ 60 94", "places-differ:Lon, Lat")]
    [InlineData("Lat,Lon,Easting,Northing,Zone", "44.005,17.005,660737,4874382,33T", "ok [places-agree]")]
    [InlineData("Lat,Lon,Easting,Northing,Zone", "44.005,17.005,660737,4974382,33T", "places-differ:Easting, Northing")]
    [InlineData("Lat,Lon,Location", "44.005,17.005,\"the village, 12345\"", "ok")]
    [InlineData("Enlem,Boylam,MGRS", "44.005,17.005,33TXJ 60737 94382", "places-differ:Boylam, Enlem")]
    [InlineData("Широта,Долгота,MGRS", "44.005,17.005,33TXJ 60737 94382", "places-differ:Долгота, Широта")]
    public void Two_places_of_a_row_of_a_table_agree_or_refuse_it(string header, string row, string told) =>
        Assert.Equal(told, Told(Plan("a.csv", Csv(header, row))));

    [Fact]
    public void Both_columns_and_the_distance_are_named_and_one_may_be_left()
    {
        var text = Csv("WKT,Lat,Lon", Land + ",62.1,17.005");
        Assert.Equal("The row gives two places: 'WKT' and 'Lon, Lat' lie 2012 km apart. Correct the wrong one, or say which column is to be left.",
            Plan("a.csv", text).Rows[0].Problem!.Sentence);
        Assert.Equal("ok [column-left]", Told(Plan("a.csv", text, o => o with { Leave = ["Lon"] })));
        Assert.Equal("ok [column-left]", Told(Plan("a.csv", text, o => o with { Leave = ["WKT"] })));
    }

    [Theory]
    [InlineData("""{"Latitude":45.0005,"Longitude":10.0005}""", "ok [places-agree]")]
    [InlineData("""{"Latitude":46.0005,"Longitude":10.0005}""", "places-differ:Longitude, Latitude")]
    [InlineData("""{"MGRS":"32TQR 88"}""", "places-differ:MGRS")]
    [InlineData("""{"wkt":"POINT(10.0005 45.0005)"}""", "ok [places-agree]")]
    [InlineData("""{"x":12,"y":"north"}""", "ok [places-not-compared]")]
    [InlineData("""{"name":"32TQR 88"}""", "ok")]
    public void A_geometry_and_columns_of_one_row_agree_too(string properties, string told) =>
        Assert.Equal(told, Told(Plan("a.geojson", Collection(Square(0, 0, properties: properties)))));

    [Theory]
    [InlineData("""{"Latitude":45.0005,"Longitude":10.0005}""", "field-unreadable:Latitude")]
    [InlineData("""{"MGRS":"32TQR 88"}""", "field-unreadable:MGRS")]
    [InlineData("""{"Latitude":null,"Longitude":""}""", "ok")]
    public void A_place_in_columns_is_not_lost_where_the_geometry_is_empty(string properties, string told) =>
        Assert.Equal(told, Told(Plan("a.geojson", Collection(Square(0, 0), Nowhere(properties))))[3..]);

    [Theory]
    [InlineData("44.0005,17.0005", "ok [places-agree]")]
    [InlineData("44.3005,17.0005", "places-differ:Lon, Lat")]
    public void Points_of_one_polygon_may_each_give_a_second_place_or_share_one(string shared, string told)
    {
        const string Head = "Polygon ID,Point No,Easting,Northing,Zone,Lat,Lon\n";
        string[] grid = ["660349,4873817", "660430,4873819", "660427,4873930"];
        string[] own = ["44,17", "44.0000,17.0010", "44.0010,17.0010"];
        Assert.Equal(told, Told(Plan("a.csv", Head + string.Concat(grid.Select((g, i) => $"P,{i + 1},{g},33T,{shared}\n")))));
        Assert.Equal("ok [places-agree]", Told(Plan("a.csv", Head + string.Concat(grid.Select((g, i) => $"P,{i + 1},{g},33T,{own[i]}\n")))));
        own[2] = "45.1,17.001";
        Assert.Equal("places-differ:Easting, Northing [places-agree]", Told(Plan("a.csv", Head + string.Concat(grid.Select((g, i) =>
            $"P,{i + 1},{g},33T,{own[i]}\n")))));
    }
}
