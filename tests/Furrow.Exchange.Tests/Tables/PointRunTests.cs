using Furrow.Exchange.Formats;

namespace Furrow.Exchange.Tests.Tables;

/// <summary>Points of polygons under names that nobody knows are asked about by their values.</summary>
public sealed class PointRunTests
{
    private static FileReading Open(string text, ReadOptions? options = null) =>
        FormatDetector.Open(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(text.Replace(' ', '\n').Replace('~', ' ') + "\n")), options).Get();

    private static string Asked(FileReading reading) => string.Join(' ', reading.Understood.Where(u => u.Topic == ReadingTopic.Structure)
        .Select(u => $"{u.Standing}: {u.Reading} ({u.Why?.Code})"));

    [Theory]
    [InlineData("Parcela~X;Pika;lat;lon A;1;44;18 A;2;44;18.1 A;3;44.1;18.1 B;1;45;18 B;2;45;18.1 B;3;45.1;18.1", "Parcela X > Pika (rows-like-points)")]
    [InlineData("Ort;k;lat;lon A;0;44;18 A;1;44;18.1 A;2;44.1;18.1 B;0;45;18 B;1;45;18.1 B;2;45.1;18.1", "Ort > k (rows-like-points)")]
    [InlineData("Status;Ort;k;lat;lon c;A;T1;44;18 c;A;T2;44;18.1 c;A;T3;44.1;18.1 c;B;T1;45;18 c;B;T2;45;18.1 c;B;T3;45.1;18.1",
        "Ort > k (rows-like-points)")]
    [InlineData("Code;lat;lon A;44;18 A;44;18.1 A;44.1;18.1 B;45;18 B;45;18.1 B;45.1;18.1", "Code (rows-share-code)")]
    [InlineData("Šifra;Površina;lat;lon A;5;44;18 A;5;44;18.1 A;5;44.1;18.1 B;6;45;18 B;6;45;18.1 B;6;45.1;18.1", "Šifra (rows-share-code)")]
    [InlineData("Code;lat;lon A;44;18 A;44;18.1 A;44.1;18.1", "Code (rows-share-code)")]
    [InlineData("Parcela~X;Pika;lat;lon A;1;44;18 A;2;44;18.1 A;3;44.1;18.1", "Parcela~X > Pika (rows-like-points)")]
    [InlineData("Parcela~X;Pika;lat;lon A;1;44;18 B;1;45;18 A;2;44;18.1 B;2;45;18.1 A;3;44.1;18.1 B;3;45.1;18.1", "Parcela~X > Pika (rows-like-points)")]
    [InlineData("Code;lat;lon A;44;18 B;45;18 A;44;18.1 B;45;18.1 A;44.1;18.1 B;45.1;18.1", "Code (rows-share-code)")]
    [InlineData("Parcela~X;Pika;lat;lon A;1;44;18 ;2;44;18.1 ;3;44.1;18.1 B;1;45;18 ;2;45;18.1 ;3;45.1;18.1", "Parcela~X > Pika (ids-go-on)")]
    public void Runs_of_one_value_with_positions_that_differ_are_proposed_as_polygons(string text, string asked)
    {
        var reading = Open(text);
        var rows = reading.Rows.ToList();
        Assert.Equal("(18 44 18.1 44 18.1 44.1)", Reading.Text(rows[0].Geometry));
        Assert.Contains(asked.EndsWith("(ids-go-on)", StringComparison.Ordinal) ? "Proposed: as the row above (ids-go-on)" : $"Proposed: {asked.Replace('~', ' ')}", Asked(reading));
        Assert.NotNull(reading.Geometry!.Group);

        // Said as it was found, or that each row is a place of its own, it is no question.
        Assert.DoesNotContain("Proposed", Asked(Read(text, reading.Geometry)));
        Assert.Equal("", Asked(Read(text, reading.Geometry with { Group = null, Order = null })));
    }

    private static FileReading Read(string text, GeometryColumns columns)
    {
        var reading = Open(text, new ReadOptions { Geometry = columns });
        _ = reading.Rows.Count();
        return reading;
    }

    [Theory]
    [InlineData("No;Municipality;lat;lon 1;A;44;18 2;A;44;18.1 3;A;44.1;18.1 4;B;45;18 5;B;45;18.1 6;B;45.1;18.1")]
    [InlineData("Report~ID;Hazard~ID;lat;lon R1;A;44;18 R2;A;44;18.1 R3;A;44.1;18.1 R4;B;45;18 R5;B;45;18.1 R6;B;45.1;18.1")]
    [InlineData("Hazard~ID;Date;lat;lon A;2020-01-01;44;18 A;2020-01-02;44;18.1 A;2020-01-03;44.1;18.1 B;2020-01-04;45;18 B;2020-01-05;45;18.1")]
    [InlineData("Code;n;lat;lon A;1;44;18 A;2;44;18 A;3;44;18 B;1;45;18 B;2;45;18 B;3;45;18")]
    [InlineData("Code;lat;lon A;44;18 B;44;18.1 C;44.1;18.1 D;45;18 D;45;18.1")]
    [InlineData("n;Programme;lat;lon 1;A;44;18 2;A;44;18.1 3;A;44.1;18.1")]
    [InlineData("Code;Province;n;lat;lon K1;A;1;44;18 K2;A;2;44;18.1 K3;A;3;44.1;18.1")]
    [InlineData("Municipality;n;Date;lat;lon A;1;2020-01-01;44;18 A;2;2020-01-02;44;18.1 A;3;2020-01-03;44.1;18.1")]
    public void Records_of_their_own_are_not_asked_about(string text)
    {
        var reading = Open(text);
        Assert.All(reading.Rows.ToList(), r => Assert.Equal(1, Math.Max(1, r.RowCount)));
        Assert.Equal("", Asked(reading));
    }
}
