using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tables;

/// <summary>Finds the columns that hold the place of a row, from their names and the first values. English, Azerbaijani, Turkish, Russian and
/// Bosnian/Croatian/Serbian names, folded.</summary>
internal static class GeometryGuess
{
    private static readonly string[] TextNames = ["wkt", "geom", "geometry", "the geom", "shape", "polygon", "wkt geom", "coordinates", "geometriya",
        "геометрия"];
    private static readonly string[] MgrsNames = ["mgrs", "grid ref", "grid reference", "usng", "mgrs coordinate"];
    private static readonly string[] PositionNames = ["coordinates", "coordinate", "coords", "position", "gps", "gps coordinates", "gps position", "location",
        "lat lon", "lat long", "latitude longitude", "utm", "utm coordinates", "koordinate", "koordinata", "koordinatlar", "koordinat", "координаты"];

    /// <summary>Names that can mean nothing else: what cannot be read there is refused, not passed over.</summary>
    private static readonly string[] CertainNames = ["mgrs", "usng", "mgrs coordinate"];
    private static readonly string[] CertainText = ["wkt", "wkt geom"];
    private static readonly string[] XNames = ["lon", "long", "longitude", "lng", "x", "easting", "east", "e", "x coord", "coord x", "utm e", "utm x",
        "utm easting", "point x",
        "uzunluq", "boylam", "долгота", "duzina", "geografska duzina", "istok", "doğu"];
    private static readonly string[] YNames = ["lat", "latitude", "y", "northing", "north", "n", "y coord", "coord y", "utm n", "utm y", "utm northing",
        "point y",
        "enlik", "enlem", "широта", "sirina", "geografska sirina", "sjever", "kuzey"];
    private static readonly string[] DegreeNames = ["lon", "long", "longitude", "lng", "boylam", "долгота", "geografska duzina",
        "lat", "latitude", "enlem", "широта", "geografska sirina"];
    private static readonly string[] ZoneNames = ["zone", "utm zone", "zona", "dilim", "зона"];
    private static readonly string[] HemisphereNames = ["hemisphere", "hemi", "n s", "ns"];
    private static readonly string[] OrderNames = ["point no", "point number", "point id", "point", "pt", "vertex", "vertex no", "turning point",
        "turning point no", "tp", "tp no", "seq", "sequence",
        "order", "noqte", "noqte no", "nokta", "nokta no", "точка", "номер точки", "tacka", "tocka", "broj tacke", "pointno"];
    private static readonly string[] GroupNames = ["polygon id", "polygon", "area id", "hazard id", "hazard code", "area code", "sha id", "cha id", "id",
        "code", "kod", "код", "sifra", "report id", "local id", "area", "name"];
    private static readonly string[] BearingNames = ["bearing", "azimuth", "direction", "azimut", "istiqamet", "semt", "kerteriz", "азимут"];
    private static readonly string[] DistanceNames = ["distance", "dist", "length", "distance m", "mesafe", "расстояние", "udaljenost", "duljina"];

    /// <summary>Names with what they fold to, found out once; columns to leave fold to nothing.</summary>
    private sealed class ColumnNames(IReadOnlyList<string> names, IReadOnlyList<string> leave)
    {
        public int Count => names.Count;

        public string[] Folded { get; } = [.. names.Select(n => leave.Contains(n) ? "" : Words.Fold(n))];

        public string this[int i] => names[i];

        public int IndexOf(string name) => Enumerable.Range(0, names.Count).First(i => names[i] == name);
    }

    public static GeometryColumns For(IReadOnlyList<string> names, IReadOnlyList<TableRow> sample, IReadOnlyList<string> leave)
    {
        var columns = new ColumnNames(names, leave);
        var text = Find(columns, TextNames, sample, GeometryText.LooksLike) ?? ByValue(columns, sample, GeometryText.LooksLike)
            ?? Find(columns, PlaceNames.Whole, sample, GeometryText.LooksLike, 0);
        if (text is not null)
        {
            return new GeometryColumns { Form = GeometryForm.Wkt, Text = text };
        }

        var order = Find(columns, OrderNames, sample, _ => true);
        var group = order is null ? null : Group(columns, sample, order);
        var mgrs = Find(columns, MgrsNames, sample, v => Mgrs.Parse(v) is not null) ?? Find(columns, CertainNames, sample, _ => true);
        string? x = Find(columns, XNames, sample, IsNumberOrAngle), y = Find(columns, YNames, sample, IsNumberOrAngle);
        if (mgrs is null && (x is null || y is null) && Find(columns, PositionNames, sample, IsPosition) is { } position)
        {
            return new GeometryColumns { Form = GeometryForm.Position, Text = position, Group = group, Order = group is null ? null : order };
        }

        (x, y) = mgrs is null && (x is null || y is null) ? ByName(columns, sample, x, y) : (x, y);
        if (mgrs is null && (x is null || y is null) && Find(columns, PlaceNames.Whole, sample, IsPosition, 0) is { } some)
        {
            // By its name a place: one row that can be read is enough, the others are refused by themselves.
            return new GeometryColumns { Form = GeometryForm.Position, Text = some };
        }

        if (group is not null && mgrs is null && x is not null && y is not null && IsShared(columns, sample, group, x, y)
            && For(names, sample, [.. leave, x, y]) is { Form: not GeometryForm.None, Group: not null } points)
        {
            return points;
        }

        return Found(columns, sample, mgrs, x, y, group, order);
    }

    private static GeometryColumns Found(ColumnNames columns, IReadOnlyList<TableRow> sample, string? mgrs, string? x, string? y, string? group, string? order)
    {
        string? bearing = Find(columns, BearingNames, sample, IsNumberOrAngle), distance = Find(columns, DistanceNames, sample, IsNumberOrAngle);

        // Beside latitude and longitude a zone belongs to another place in the row.
        var isDegrees = x is not null && y is not null && DegreeNames.Contains(Words.Fold(x)) && DegreeNames.Contains(Words.Fold(y));
        var found = new GeometryColumns
        {
            Form = bearing is not null && distance is not null && group is not null && (mgrs is not null || x is not null && y is not null) ? GeometryForm.Legs
                : mgrs is not null ? GeometryForm.Mgrs
                : x is not null && y is not null ? GeometryForm.Coordinates
                : GeometryForm.None,
            Text = mgrs,
            X = mgrs is null ? x : null,
            Y = mgrs is null ? y : null,
            Zone = mgrs is null && !isDegrees ? Find(columns, ZoneNames, sample, v => v.Length <= 8) : null,
            Hemisphere = mgrs is null && !isDegrees ? Find(columns, HemisphereNames, sample, v => v.Length <= 5) : null,
            Group = group,
            Order = group is null ? null : order,
        };
        if (found.Form == GeometryForm.None && Named(columns, sample, PlaceNames.Drawn) is { } unseen
            && sample.All(r => string.IsNullOrWhiteSpace(r.Values[columns.IndexOf(unseen)])))
        {
            // No value yet: the name alone says where it will stand.
            return new GeometryColumns { Form = GeometryForm.Wkt, Text = unseen };
        }

        return found.Form switch
        {
            GeometryForm.Legs => found with { Bearing = bearing, Distance = distance },
            // None of the first rows has a place. What this name holds in later rows can be nothing else.
            GeometryForm.None => Empty(columns, sample, CertainText) is { } later ? new GeometryColumns { Form = GeometryForm.Wkt, Text = later } : new(),
            _ => found,
        };
    }

    /// <summary>Rows make up polygons only when an id repeats from row to row.</summary>
    private static string? Group(ColumnNames columns, IReadOnlyList<TableRow> sample, string order)
    {
        foreach (var name in GroupNames)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == order || columns.Folded[i] != name)
                {
                    continue;
                }

                var values = sample.Select(r => r.Values[i]).Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
                if (values.Count > 2 && values.Distinct().Count() * 2 <= values.Count)
                {
                    return columns[i];
                }
            }
        }

        return null;
    }

    /// <summary>One place for all points of a polygon is that of the polygon, not theirs.</summary>
    private static bool IsShared(ColumnNames columns, IReadOnlyList<TableRow> sample, string group, string x, string y)
    {
        int at = columns.IndexOf(group), first = columns.IndexOf(x), second = columns.IndexOf(y);
        return sample.Where(r => !string.IsNullOrWhiteSpace(r.Values[at])).GroupBy(r => r.Values[at]!.Trim()).Where(g => g.Count() > 2)
            .All(g => g.Select(r => (r.Values[first]?.Trim(), r.Values[second]?.Trim())).Distinct().Count() == 1);
    }

    /// <summary>Where both are there by name, what cannot be read in them is refused row by row, not passed over.</summary>
    private static (string? X, string? Y) ByName(ColumnNames columns, IReadOnlyList<TableRow> sample, string? x, string? y) =>
        Named(columns, sample, LongNames(XNames)) is { } named && Named(columns, sample, LongNames(YNames)) is { } beside ? (x ?? named, y ?? beside) : (x, y);

    /// <summary>One letter may be the name of anything.</summary>
    private static string[] LongNames(string[] names) => [.. names.Where(n => n.Length > 2)];

    /// <summary>By its name alone, a column with values first.</summary>
    private static string? Named(ColumnNames columns, IReadOnlyList<TableRow> sample, string[] names) =>
        Enumerable.Range(0, columns.Count).Where(i => names.Contains(columns.Folded[i]))
            .OrderBy(i => sample.All(r => string.IsNullOrWhiteSpace(r.Values[i]))).Select(i => columns[i]).FirstOrDefault();

    /// <summary>One of these names under which none of the rows has anything.</summary>
    private static string? Empty(ColumnNames columns, IReadOnlyList<TableRow> sample, string[] names) =>
        Enumerable.Range(0, columns.Count).Where(i => names.Contains(columns.Folded[i]) && sample.All(r => string.IsNullOrWhiteSpace(r.Values[i])))
            .Select(i => columns[i]).FirstOrDefault();

    private static string? Find(ColumnNames columns, string[] names, IReadOnlyList<TableRow> sample, Func<string, bool> fits, double over = 0.499)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns.Folded[i] == name && Share(sample, i, fits) > over)
                {
                    return columns[i];
                }
            }
        }

        return null;
    }

    private static string? ByValue(ColumnNames columns, IReadOnlyList<TableRow> sample, Func<string, bool> fits) =>
        Enumerable.Range(0, columns.Count).Where(i => columns.Folded[i].Length > 0 && Share(sample, i, fits) >= 0.9)
            .OrderBy(i => Share(sample, i, IsPointText) >= 0.5).Select(i => columns[i]).FirstOrDefault();

    /// <summary>Beside an outline, a point is the place of something else.</summary>
    private static bool IsPointText(string text) =>
        text.AsSpan().TrimStart().StartsWith("POINT", StringComparison.OrdinalIgnoreCase) || OdkText.LooksLike(text) && !text.Contains(';');

    private static double Share(IReadOnlyList<TableRow> sample, int column, Func<string, bool> fits)
    {
        var values = sample.Select(r => r.Values[column]).Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
        return values.Count == 0 ? 0 : (double)values.Count(v => fits(v!)) / values.Count;
    }

    private static bool IsPosition(string value) => CoordinateText.Position(value) is not null || Mgrs.IsWholeSquare(value);

    private static bool IsNumberOrAngle(string value) =>
        AngleText.Parse(value, out _) is not null || NumberText.Parse(value, true) is not null || NumberText.Parse(value, false) is not null;
}
