using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Tables;

public sealed class PointHeadingTests
{
    private static readonly (string Code, int Number, string Lat, string Lon)[] Points =
        [("A-1", 1, "44", "18"), ("A-1", 2, "44", "18.1"), ("A-1", 3, "44.1", "18.1"), ("B-2", 1, "45", "18"), ("B-2", 2, "45", "18.1"), ("B-2", 3, "45.1", "18.1")];

    private static FileReading Open(string head, bool isNumbered = true)
    {
        var rows = Points.Select(p => string.Join(';', isNumbered ? [p.Code, $"{p.Number}", p.Lat, p.Lon] : new[] { p.Code, p.Lat, p.Lon }));
        return FormatDetector.Open(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(head + "\n" + string.Join('\n', rows) + "\n"))).Get();
    }

    [Theory]
    [InlineData("Šifra;Redni broj tačke;Şirina;Dužina")]
    [InlineData("Oznaka;Br. točke;Širina;Dužina")]
    [InlineData("ID površine;Tačka;Širina;Dužina")]
    [InlineData("Шифра површине;Број тачке;Latitude;Longitude")]
    [InlineData("Šifra minskog polja;Br. prelomne tačke;Latitude;Longitude")]
    [InlineData("Код участка;Номер точки;Широта;Долгота")]
    [InlineData("Код минного поля;№ поворотной точки;Широта;Долгота")]
    [InlineData("Sahə kodu;Nöqtə №;Enlik;Uzunluq")]
    [InlineData("Ərazinin kodu;Nöqtənin nömrəsi;Enlik;Uzunluq")]
    [InlineData("Saha kodu;Nokta no;Enlem;Boylam")]
    [InlineData("Alan kodu;Köşe nokta sırası;Enlem;Boylam")]
    [InlineData("علاقے کا کوڈ;نقطہ نمبر;عرض بلد;طول بلد")]
    [InlineData("Flächencode;Punkt-Nr.;Latitude;Longitude")]
    [InlineData("Code de la zone;N° du point;Latitude;Longitude")]
    [InlineData("Code;Point no;Latitude;Longitude")]
    public void A_code_and_the_number_of_a_point_are_known_by_the_words_their_names_are_made_of(string head)
    {
        var reading = Open(head);
        var rows = reading.Rows.ToList();
        Assert.Equal(["(18 44 18.1 44 18.1 44.1)", "(18 45 18.1 45 18.1 45.1)"], rows.Select(r => Reading.Text(r.Geometry)));
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.All(reading.Understood, u => Assert.Equal(Standing.Known, u.Standing));

        // The code of the record says what it is; the number of a point is that of no report.
        var fields = MappingProposal.For(rows, new ReadOptions { Geometry = reading.Geometry }).Mapping.Fields;
        Assert.Contains(fields, f => f.Column == head.Split(';')[0] && f.Field is "code" or "hazardousArea");
        Assert.DoesNotContain(fields, f => f.Column == head.Split(';')[1]);
    }

    [Theory]
    [InlineData("Номер точки")]
    [InlineData("Broj tačke")]
    [InlineData("Nokta numarası")]
    [InlineData("Point number")]
    public void The_number_of_a_point_is_never_the_code_of_a_report(string name)
    {
        // Of one polygon alone, which is proposed: its numbers tell its rows apart, as codes do.
        var rows = Reading.Of("a.csv", $"Ort;{name};Latitude;Longitude\nX;1;44;18\nX;2;44;18.1\nX;3;44.1;18.1\n").Rows;
        Assert.Equal(3, Assert.Single(rows).RowCount);
        Assert.DoesNotContain(MappingProposal.For(rows).Mapping.Fields, f => f.Field == "code");
    }
}
