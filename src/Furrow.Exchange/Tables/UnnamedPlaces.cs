using System.Text.RegularExpressions;
using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>Where no column of a table is read as a place, asks about those whose values look like one under a name that nobody knows: their rows would come in
/// as land that lies nowhere.</summary>
internal static partial class UnnamedPlaces
{
    /// <summary>Of the values of a column that has any.</summary>
    private const double Most = 0.9;

    /// <summary>Names of numbers that are as long as eastings.</summary>
    private static readonly HashSet<string> Numbers = ["id", "no", "nr", "number", "code", "phone", "tel", "telephone", "mobile", "serial", "imsma", "kod", "nomre",
        "telefon", "broj", "номер", "телефон", "код"];

    public static void Ask(FileReading reading, TableSource table, GeometryColumns read, IReadOnlyList<TableRow> sample)
    {
        if (read.Form != GeometryForm.None)
        {
            return;
        }

        SizeOrPlace.Ask(reading, table, sample);
        var columns = Enumerable.Range(0, table.Columns.Count).Where(i => !reading.Options.Leave.Contains(table.Columns[i]) && !IsField(table.Columns[i]))
            .Select(i => (Name: table.Columns[i], Values: Values(sample, i))).Where(c => c.Values.Count > 0).ToList();
        var whole = columns.Where(c => Share(c.Values, IsWhole) >= Most).ToList();
        var folded = HeadingNames.Folded(table.Columns);
        foreach (var (name, values) in whole.Count > 0 ? whole : Halves(columns, folded.Any(f => AxisNames.IsHalf(f, folded))))
        {
            reading.Understand(new(ReadingTopic.Column, name, "", Standing.NotKnown, Problems.PlaceUnread(reading.File.Name, name, values[0])));
        }
    }

    /// <summary>Two columns of numbers of one sort, or more.</summary>
    /// <param name="isNamed">A heading says that one of them is half of a place: then also numbers with few decimals may be the other.</param>
    private static IEnumerable<(string Name, List<string> Values)> Halves(List<(string Name, List<string> Values)> columns, bool isNamed)
    {
        var degrees = columns.Where(c => Share(c.Values, v => (isNamed ? Coarse() : Degrees()).IsMatch(v) || IsAngle(v)) >= Most).ToList();
        var plane = columns.Where(c => Share(c.Values, v => Plane().IsMatch(v)) >= Most && !Words.Fold(c.Name).Split(' ').Any(Numbers.Contains)).ToList();
        return degrees.Count > 1 ? degrees : plane.Count > 1 ? plane : [];
    }

    private static bool IsField(string column) => ReportFields.All.Any(f => FieldNames.Score(f.Name, column) >= 50);

    private static List<string> Values(IReadOnlyList<TableRow> sample, int column) =>
        [.. sample.Where(r => r.Fault is null && column < r.Values.Length).Select(r => r.Values[column]?.Trim()).OfType<string>().Where(v => v.Length > 0)];

    private static double Share(List<string> values, Func<string, bool> fits) => (double)values.Count(fits) / values.Count;

    private static bool IsWhole(string value) => CoordinateText.Position(value) is not null || Drawn.GeometryText.LooksLike(value);

    /// <summary>With a sign of degrees, or a letter for a quarter of the world.</summary>
    private static bool IsAngle(string value) => value.Any(c => !char.IsAsciiDigit(c) && !"+-., ".Contains(c)) && AngleText.Parse(value, out _) is not null;

    [GeneratedRegex(@"^[+-]?\d{1,3}[.,]\d{3,}$")]
    private static partial Regex Degrees();

    [GeneratedRegex(@"^[+-]?\d{1,3}([.,]\d+)?$")]
    private static partial Regex Coarse();

    /// <summary>Metres of an easting or northing.</summary>
    [GeneratedRegex(@"^\d{6,7}([.,]\d+)?$")]
    private static partial Regex Plane();
}
