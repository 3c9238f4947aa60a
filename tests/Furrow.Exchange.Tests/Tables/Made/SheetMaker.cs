using System.Globalization;

namespace Furrow.Exchange.Tests.Tables.Made;

/// <summary>Makes workbooks as people send them from records that are known: titles, joined headings, merged cells, sums, hidden rows, several sheets, units,
/// orders of dates, points of records with their types. The same seed gives the same workbook.</summary>
internal sealed class SheetMaker(int seed)
{
    private static readonly (string Code, string Operator, string Date, string Area, string Lat, string Lon, string Place, string No, string Type, string Shape,
        string Total, string[] Points)[] Tongues =
    [
        ("Code", "Operator", "Completion date", "Area", "Latitude", "Longitude", "Location", "Point no", "Point type", "Polygon ID", "Total",
            ["Reference point", "Benchmark", "Start point", "Turning point", "End point"]),
        ("Kod", "Operatör", "Bitiş tarihi", "Alan", "Enlem", "Boylam", "Konum", "Nokta no", "Nokta türü", "Poligon no", "Toplam",
            ["Referans noktası", "Röper", "Başlangıç noktası", "Dönüş noktası", "Bitiş noktası"]),
        ("Kod", "Operator", "Bitmə tarixi", "Sahə", "Enlik", "Uzunluq", "Yerləşmə", "Nöqtə no", "Nöqtənin növü", "Poliqon no", "Cəmi",
            ["İstinad nöqtəsi", "Bençmark", "Başlanğıc nöqtəsi", "Dönüş nöqtəsi", "Son nöqtə"]),
        ("Код", "Оператор", "Дата окончания", "Площадь", "Широта", "Долгота", "Положение", "Номер точки", "Тип точки", "Полигон", "Итого",
            ["Опорная точка", "Репер", "Начальная точка", "Поворотная точка", "Конечная точка"]),
        ("Šifra", "Operator", "Datum završetka", "Površina", "Geografska širina", "Geografska dužina", "Položaj", "Broj tačke", "Tip tačke", "Poligon", "Ukupno",
            ["Referentna tačka", "Polazna tačka", "Početna tačka", "Prelomna tačka", "Krajnja tačka"]),
    ];

    private static readonly (string Unit, double Factor)[] Units = [("m2", 1), ("m²", 1), ("ha", 10_000), ("Ha", 10_000), ("sq m", 1),
        ("га", 10_000), ("dunam", 1_000),
        ("acre", 4_046.8564224), ("km2", 1_000_000), ("kanal", 0)];

    private readonly Random _random = new(seed);
    private readonly SheetXmlMaker _sheet = new();
    private readonly List<string> _traits = [];

    public MadeSheet Make()
    {
        var t = Tongues[_random.Next(Tongues.Length)];
        var (unit, factor) = Units[Chance(3) ? Units.Length - 1 : _random.Next(Units.Length - 1)];
        var (isPoints, isMonth, isZeros) = (Chance(35), Chance(10), Chance(15));
        var isParts = isPoints && Trait("several polygons", Chance(25));
        var records = Records(factor, isMonth, isZeros, isPoints, isParts);
        string[] date = isMonth ? t.Date == "Completion date" ? ["Completion year", "Completion month"] : ["Year", "Month"] : [t.Date];
        var area = $"{t.Area} ({unit})";
        string[] names = [t.Code, t.Operator, .. date, area,
            .. isPoints ? [t.No, t.Type] : Array.Empty<string>(), .. isParts ? [t.Shape] : Array.Empty<string>(), t.Lat, t.Lon];
        Titles(names.Length);
        Headings(names, t.Place);
        var order = Chance(60) ? 0 : _random.Next(1, 4);
        Trait($"dates {order}", !isMonth);
        var style = Chance(70) ? 0 : _random.Next(1, 3);
        Trait($"numbers {style}", true);
        if (isPoints)
        {
            Points(records, r => Fixed(r, isMonth, isZeros, order, style, factor), t.Points, isParts);
        }
        else
        {
            Rows(records, r => Fixed(r, isMonth, isZeros, order, style, factor));
        }

        Ending(t.Total, names.Length, records);
        return Book(records);
    }

    private MadeSheet Book(List<KnownRecord> records)
    {
        var answer = new ReadOptions { Hidden = HiddenCells.Leave, Sums = SumRows.Leave };
        var sheets = new List<(string, string, string)> { ("Data", "visible", _sheet.ToString()) };
        if (Trait("two sheets", Chance(6)))
        {
            var other = Chance(50) ? Workbook.Data(["Value", "Meaning"], ["1", "Suspected"], ["2", "Cleared"])
                : Workbook.Data(["Code", "Completion date", "Latitude", "Longitude"], ["OLD-1", "2010-01-01", "10", "10"]);
            sheets.Insert(_random.Next(2), ("Other", Chance(30) ? "hidden" : "visible", other));
            answer = answer with { Layer = "Data" };
        }

        return new MadeSheet(Workbook.With(SheetXmlMaker.Styles, "", [.. sheets]), records, answer, $"seed {seed}: {string.Join(", ", _traits)}");
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private bool Trait(string name, bool isSo)
    {
        if (isSo)
        {
            _traits.Add(name);
        }

        return isSo;
    }

    private List<KnownRecord> Records(double factor, bool isMonth, bool isZeros, bool isPoints, bool isParts)
    {
        var hides = !isPoints && Trait("hidden rows", Chance(5));
        return [.. Enumerable.Range(1, _random.Next(3, 12)).Select(i =>
        {
            var day = new DateOnly(2005 + _random.Next(12), 1 + _random.Next(12), 1 + _random.Next(28));
            var corners = isPoints
                ? Enumerable.Range(0, isParts && Chance(50) ? 2 : 1).Select(p => Ring(17 + i * 0.05 + p * 0.01, 44 + _random.Next(40) * 0.01)).ToArray()
                : [[17 + i * 0.05, 44 + _random.Next(400) * 0.001]];
            return new KnownRecord(isZeros ? i.ToString("0000", CultureInfo.InvariantCulture) : $"SHA-{i:000}", "Team " + (char)('A' + i % 3),
                isMonth ? new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) : day, isMonth,
                Size(factor) * Math.Max(factor, 1), corners)
            {
                IsHidden = hides && i == 2,
            };
        })];
    }

    /// <summary>Of a unit; with what its text could be taken for.</summary>
    private double Size(double factor) => factor >= 1_000 ? _random.Next(1, 4_000) / 1_000.0 : _random.Next(500, 90_000) + (Chance(30) ? 0.5 : 0);

    private double[] Ring(double lon, double lat)
    {
        double Round(double value) => Math.Round(value, 4);
        var size = 0.001 * (1 + _random.Next(4));
        return [Round(lon), Round(lat), Round(lon + size), Round(lat), Round(lon + size), Round(lat + size), Round(lon), Round(lat + size)];
    }

    private void Titles(int width)
    {
        if (!Trait("titles", Chance(45)))
        {
            return;
        }

        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            _sheet.Add([i == 1 ? "As of 31 December 2016" : "National list of hazardous areas", .. Chance(20) ? new object?[] { null, "Annex 3" } : []]);
            if (Chance(50))
            {
                _sheet.Merge(0, _sheet.Row, width - 1, _sheet.Row);
            }
        }

        if (Chance(60))
        {
            _sheet.Blank();
        }
    }

    private void Headings(string[] names, string place)
    {
        if (!Trait("two rows of headings", Chance(25)))
        {
            _sheet.Add(names);
            return;
        }

        var (first, isMerged) = (names.Length - 2, Chance(70));
        _sheet.Add([.. names.Select((n, i) => i < first ? n : i == first ? place : null)]);
        _sheet.Add([.. names.Select((n, i) => i < first ? null : n)]);
        if (isMerged)
        {
            _sheet.Merge(first, _sheet.Row - 1, first + 1, _sheet.Row - 1);
            for (var i = 0; i < first; i++)
            {
                _sheet.Merge(i, _sheet.Row - 1, i, _sheet.Row);
            }
        }
    }

    private static object?[] Fixed(KnownRecord r, bool isMonth, bool isZeros, int order, int style, double factor)
    {
        object?[] date = isMonth ? [(double)r.Date.Year, (double)r.Date.Month] : order switch
        {
            0 => [r.Date],
            1 => [r.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)],
            2 => [r.Date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture)],
            _ => [r.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)],
        };
        var size = Math.Round(r.SquareMetres / Math.Max(factor, 1), 6);
        object area = style switch
        {
            0 => size,
            1 => size.ToString("#,##0.###", CultureInfo.InvariantCulture),
            _ => size.ToString("#,##0.###", CultureInfo.GetCultureInfo("de-DE")),
        };
        return [isZeros ? int.Parse(r.Code, CultureInfo.InvariantCulture) : r.Code, r.Operator, .. date, area];
    }

    private void Rows(List<KnownRecord> records, Func<KnownRecord, object?[]> texts)
    {
        var merges = Trait("merged operators", Chance(20));
        for (var i = 0; i < records.Count; i++)
        {
            var cells = texts(records[i]);
            if (merges && i > 0 && records[i].IsHidden is false && !records[i - 1].IsHidden && i % 3 == 1)
            {
                // The operator of the row above stands for this one too.
                records[i] = records[i] with { Operator = records[i - 1].Operator };
                cells[1] = null;
                _sheet.Merge(1, _sheet.Row, 1, _sheet.Row + 1);
            }

            _sheet.Add([.. cells, records[i].Rings[0][1], records[i].Rings[0][0]], records[i].IsHidden);
        }
    }

    private void Points(List<KnownRecord> records, Func<KnownRecord, object?[]> texts, string[] words, bool isParts)
    {
        var (isMerged, isTyped) = (Trait("merged ids", Chance(40)), Trait("typed points", Chance(80)));
        Trait("points", true);
        foreach (var record in records)
        {
            var (from, number, fixedCells) = (_sheet.Row + 1, 0, texts(record));
            void Point(string type, int? part, double lon, double lat) => _sheet.Add([
                .. _sheet.Row < from || !isMerged ? fixedCells : fixedCells.Select((c, i) => i == 0 ? null : c),
                (double)++number, isTyped ? type : null, .. isParts ? new object?[] { part is { } p ? $"P{p}" : null } : [], lat, lon]);
            if (isTyped && Chance(60))
            {
                Point(words[_random.Next(2)], null, record.Rings[0][0] - 0.02, record.Rings[0][1] + 0.01);
            }

            for (var part = 0; part < record.Rings.Length; part++)
            {
                var ring = record.Rings[part];
                for (var i = 0; i < ring.Length / 2; i++)
                {
                    Point(words[i == 0 ? 2 : i == ring.Length / 2 - 1 ? 4 : 3], part + 1, ring[2 * i], ring[2 * i + 1]);
                }
            }

            if (isMerged)
            {
                _sheet.Merge(0, from, 0, _sheet.Row);
            }
        }
    }

    private void Ending(string total, int width, List<KnownRecord> records)
    {
        if (Trait("sum", Chance(30)))
        {
            if (Chance(30))
            {
                _sheet.Blank();
            }

            var at = Array.FindIndex([.. Enumerable.Range(0, width)], i => i == (records[0].IsMonth ? 4 : 3));
            _sheet.Add([.. Enumerable.Range(0, width).Select(i => i == 0 && Chance(80) ? total : i == at ? (object)records.Sum(r => r.SquareMetres) : null)]);
        }

        if (Trait("remark", Chance(10)))
        {
            _sheet.Blank();
            _sheet.Add(["Prepared by the information office"]);
        }
    }
}
