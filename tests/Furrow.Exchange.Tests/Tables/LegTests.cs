using System.Text;
using Furrow.Exchange.Formats;
using static Furrow.Exchange.Tests.Tables.HeadingTests;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Bearing and distance legs, from a point to a point, with what their headings say of north and unit.</summary>
public sealed class LegTests
{
    private static FileReading Open(string text, ReadOptions? options = null) =>
        FormatDetector.Open(SourceFile.Of("a.csv", Encoding.UTF8.GetBytes(text.Replace(' ', '\n').Replace('~', ' '))), options).Get();

    private static string Told(FileReading reading)
    {
        var rows = reading.Rows.ToList();
        return string.Join(' ', reading.Problems.Select(p => p.Code).Concat(reading.Problems.Count > 0 ? [] : rows.Select(r => r.Problem is { } p ? $"{p.Code}@{p.Where?.Row}"
            : string.Join(' ', r.Geometry.Polygons[0][0].Select(n => FormattableString.Invariant($"{n:0.0000}"))))));
    }

    private const string Legs = "A;SP;TP1;90;80;44;18 A;TP1;TP2;0;111;; A;TP2;TP3;270;80;; A;TP3;SP;180;111;;";
    private const string Ring = "18.0000 44.0000 18.0010 44.0000 18.0010 44.0010 18.0000 44.0010";

    [Theory]
    [InlineData("Polygon~ID;From;To;True~bearing;Distance;Lat;Long " + Legs, Ring)]
    [InlineData("Area~ID;From~point;To~point;Bearing~(true);Distance~(m);Lat;Long " + Legs, Ring)]
    [InlineData("Area~ID;From;To;Bearing;Distance;Lat;Long " + Legs, "north-unstated")]
    [InlineData("Area~ID;From;To;Magnetic~bearing;Distance;Lat;Long " + Legs, "north-unstated")]
    [InlineData("Area~ID;From;To;Bearing~(gon);Distance;Lat;Long " + Legs, "unit-unknown")]
    [InlineData("Area~ID;From;To;True~bearing;Distance~(paces);Lat;Long " + Legs, "unit-unknown")]
    [InlineData("Area~ID;From;To;True~bearing;Distance~(km);Lat;Long A;SP;TP1;90;0.08;44;18 A;TP1;TP2;0;0.111;; A;TP2;SP;216;0.137;;",
    "18.0000 44.0000 18.0010 44.0000 18.0010 44.0010")]
    // Out of order, from a benchmark that is no corner, and broken.
    [InlineData("Area~ID;From;To;True~bearing;Distance;Lat;Long A;TP1;TP2;0;111;; A;SP;TP1;90;80;44;18 A;TP3;SP;180;111;; A;TP2;TP3;270;80;;", Ring)]
    [InlineData("Area~ID;From;To;True~bearing;Distance;Lat;Long A;BM;SP;90;80;44;17.999 A;SP;TP1;90;80;; A;TP1;TP2;0;111;; A;TP2;TP3;270;80;; A;TP3;SP;180;111;;", Ring)]
    [InlineData("Area~ID;From;To;True~bearing;Distance;Lat;Long A;SP;TP1;90;80;44;18 A;TP1;TP2;0;111;; A;TP9;SP;270;80;;", "row-broken@4")]
    [InlineData("Area~ID;From;To;True~bearing;Distance;Lat;Long A;SP;TP1;90;80;44;18 A;TP1;TP2;0;111;44;18 A;TP2;SP;270;80;;", "row-broken@2")]
    public void Legs_lead_from_point_to_point(string text, string told) => Assert.Equal(told, Told(Open(text)));

    [Fact]
    public void A_person_says_north_and_a_misclosure_is_told()
    {
        var reading = Open("Area~ID;From;To;Magnetic~bearing;Distance;Lat;Long A;SP;TP1;85;80;44;18 A;TP1;TP2;355;111;; A;TP2;TP3;265;80;; A;TP3;SP;175;108;;",
            new ReadOptions { DeclinationDegrees = 5 });
        Assert.Equal(Ring, Told(reading));
        Assert.Equal(3, reading.Rows.Single().MisclosureMetres!.Value, 0.2);
        Assert.Equal("Area ID", reading.Geometry!.Group);
    }

    [Theory]
    [InlineData("09_legs.xlsx")]
    [InlineData("09b_legs_m_header.xlsx")]
    public void Cases_close_by_word_of_north(string name)
    {
        Assert.Equal("north-unstated", Told(FormatDetector.Open(Case(name)).Get()));
        var reading = FormatDetector.Open(Case(name), new ReadOptions { North = NorthReference.True }).Get();
        Assert.StartsWith(Ring, Told(reading), StringComparison.Ordinal);
        Assert.Equal(2, reading.Rows.Count(r => r.MisclosureMetres is < 1));
    }
}
