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
    private static readonly string[] ZoneNames = ["zone", "utm zone", "zona", "dilim", "зона"];
    private static readonly string[] HemisphereNames = ["hemisphere", "hemi", "n s", "ns"];
    private static readonly string[] OrderNames = ["point no", "point number", "point id", "point", "pt", "vertex", "vertex no", "turning point",
        "turning point no", "tp", "tp no", "seq", "sequence",
        "order", "noqte", "noqte no", "nokta", "nokta no", "точка", "номер точки", "tacka", "tocka", "broj tacke", "pointno"];
    private static readonly string[] GroupNames = ["polygon id", "polygon", "area id", "hazard id", "hazard code", "area code", "sha id", "cha id", "id",
        "code", "kod", "код", "sifra", "report id", "local id", "area", "name"];
    private static readonly string[] WeakOrderNames = ["no", "nr", "num", "number", "point label", "label", "point name", "tp label", "tp name",
        "vertex id", "corner",
        "corner no", "station", "s no", "sr no", "sl no", "rb", "br", "redni broj", "sira", "sira no", "n п п", "п п", "nomre", "nomresi", "№"];

    /// <summary>Names of what a point is called beside its number.</summary>
    internal static readonly string[] PointNames = ["point label", "label", "point name", "tp label", "tp name", "point local id", "pointlocal id",
        "local point id", "point localid", "noqte adi", "nokta adi", "nokta etiketi", "название точки", "имя точки", "метка точки", "naziv tacke", "oznaka tacke"];

    private static readonly string[] ShapeNames = ["polygon id", "shape id", "polygon", "polygon no", "polygon number", "polygon name", "shape",
        "shape no", "part",
        "part no", "part id", "ring", "ring id", "poliqon", "poliqon no", "poligon", "poligon no", "poligon id", "полигон", "номер полигона", "контур",
        "poligon broj"];

    private static readonly string[] RecordNames = ["record id", "record", "record no", "hazard id", "hazard code", "hazard", "hazardous area",
        "hazardous area id",
        "hazardous area code", "area id", "area code", "sha id", "sha code", "cha id", "cha code", "sha", "cha", "minefield id", "minefield code",
        "minefield no",
        "dangerous area", "dangerous area id", "task id", "task code", "report id", "report code", "report no", "local id", "unique id", "object id",
        "code", "kod",
        "kodu", "код", "sifra", "id"];

    private static readonly string[] TypeNames = ["point type", "type of point", "point kind", "pt type", "kind of point", "point description",
        "point category", "point class",
        "noqtenin novu", "noqte novu", "nokta turu", "nokta tipi", "тип точки", "вид точки", "tip tacke", "tip tocke", "vrsta tacke", "vrsta tocke",
        "نقطے کی قسم", "نقطہ کی قسم"];

    private static readonly string[] FromNames = ["from", "from point", "leg from", "point from", "start of leg", "noqteden", "noktadan", "от точки", "от",
        "od", "od tacke", "od tocke",
        "سے"];

    private static readonly string[] ToNames = ["to", "to point", "leg to", "point to", "end of leg", "noqteye", "noktaya", "до точки", "к точке", "до",
        "do", "do tacke", "do tocke",
        "تک"];

    private static readonly string[] BearingNames = ["bearing", "azimuth", "direction", "azimut", "istiqamet", "semt", "kerteriz", "азимут"];
    private static readonly string[] DistanceNames = ["distance", "dist", "length", "distance m", "mesafe", "расстояние", "udaljenost", "duljina"];

    private static readonly HashSet<string> All = [.. TextNames, .. MgrsNames, .. PositionNames, .. AxisNames.East,
        .. AxisNames.North, .. ZoneNames, .. HemisphereNames,
        .. OrderNames, .. GroupNames, .. RecordNames, .. ShapeNames, .. TypeNames, .. BearingNames, .. DistanceNames];

    /// <summary>A name of a column that says where, or which point of which polygon.</summary>
    public static bool IsListed(string folded) => All.Contains(folded) || PointHeadings.NumbersPoint(folded) || PointHeadings.NamesCode(folded);

    public static bool IsAxis(string folded) => AxisNames.Find(folded) is not null;

    /// <summary>A name under which a point has a value of its own: a sum of rows has none there.</summary>
    public static bool IsPoint(string folded) =>
        IsListed(folded) && !GroupNames.Contains(folded) && !RecordNames.Contains(folded) && !PointHeadings.NamesCode(folded);

    /// <summary>Names with what they fold to, found out once; columns to leave fold to nothing.</summary>
    private sealed class ColumnNames(IReadOnlyList<string> names, IReadOnlyList<string> leave)
    {
        public int Count => names.Count;

        public string[] Folded { get; } = [.. HeadingNames.Folded(names).Select((n, i) => leave.Contains(names[i]) ? "" : n)];

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

        var structure = PointStructure.Of(columns.Folded, names, sample);
        var (order, group) = (structure.Order, structure.Group);
        var mgrs = Find(columns, MgrsNames, sample, v => Mgrs.Parse(v) is not null) ?? Find(columns, CertainNames, sample, _ => true);
        string? x = Find(columns, AxisNames.East, sample, IsNumberOrAngle), y = Find(columns, AxisNames.North, sample, IsNumberOrAngle);
        if (mgrs is null && (x is null || y is null) && Find(columns, PositionNames, sample, IsPosition) is { } position)
        {
            return structure.On(new GeometryColumns { Form = GeometryForm.Position, Text = position });
        }

        (x, y) = mgrs is null && (x is null || y is null) ? ByName(columns, sample, x, y) : (x, y);
        if (mgrs is null && (x is null || y is null) && Find(columns, PlaceNames.Whole, sample, IsPosition, 0) is { } some)
        {
            // By its name a place: one row that can be read is enough, the others are refused by themselves.
            return new GeometryColumns { Form = GeometryForm.Position, Text = some };
        }

        if (x is not null && y is not null && order is null && SizeOrPlace.IsOpen(x, y, columns.IndexOf(x), columns.IndexOf(y), sample))
        {
            (x, y) = (null, null);
        }

        if (group is not null && mgrs is null && x is not null && y is not null && IsShared(columns, sample, group, x, y)
            && For(names, sample, [.. leave, x, y]) is { Form: not GeometryForm.None, Group: not null } points)
        {
            return points;
        }

        return structure.On(Found(columns, sample, mgrs, x, y, structure));
    }

    private static GeometryColumns Found(ColumnNames columns, IReadOnlyList<TableRow> sample, string? mgrs, string? x, string? y,
        PointStructure structure)
    {
        string? bearing = Leg(columns, BearingNames, sample), distance = Leg(columns, DistanceNames, sample), group = structure.Group;

        // Beside latitude and longitude a zone belongs to another place in the row.
        var isDegrees = x is not null && y is not null && AxisNames.IsDegrees(Words.Fold(x)) && AxisNames.IsDegrees(Words.Fold(y));
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

    /// <summary>"Magnetic bearing (deg)", "Distance to next (m)".</summary>
    private static string? Leg(ColumnNames columns, string[] names, IReadOnlyList<TableRow> sample) => Enumerable.Range(0, columns.Count)
        .Where(i => (names.Contains(columns.Folded[i]) || names.Contains(LegHeadings.Bare(columns.Folded[i]))) && Share(sample, i, IsNumberOrAngle) > 0.499)
        .Select(i => columns[i]).FirstOrDefault();

    /// <summary>The names by which the columns of points and records are known.</summary>
    internal static (string[] Order, string[] Weak, string[] Group, string[] Shape, string[] Type, string[] From, string[] To) Structure =>
        (OrderNames, WeakOrderNames, [.. GroupNames, .. RecordNames], ShapeNames, TypeNames, FromNames, ToNames);

    /// <summary>One place for all points of a polygon is that of the polygon, not theirs.</summary>
    private static bool IsShared(ColumnNames columns, IReadOnlyList<TableRow> sample, string group, string x, string y)
    {
        int at = columns.IndexOf(group), first = columns.IndexOf(x), second = columns.IndexOf(y);
        return sample.Where(r => !string.IsNullOrWhiteSpace(r.Values[at])).GroupBy(r => r.Values[at]!.Trim()).Where(g => g.Count() > 2)
            .All(g => g.Select(r => (r.Values[first]?.Trim(), r.Values[second]?.Trim())).Distinct().Count() == 1);
    }

    /// <summary>Where both are there by name, what cannot be read in them is refused row by row, not passed over.</summary>
    private static (string? X, string? Y) ByName(ColumnNames columns, IReadOnlyList<TableRow> sample, string? x, string? y) =>
        Named(columns, sample, LongNames(AxisNames.East)) is { } named
            && Named(columns, sample, LongNames(AxisNames.North)) is { } beside ? (x ?? named, y ?? beside) : (x, y);

    /// <summary>One letter may be the name of anything.</summary>
    private static string[] LongNames(IEnumerable<string> names) => [.. names.Where(n => n.Length > 2)];

    /// <summary>By its name alone, a column with values first.</summary>
    private static string? Named(ColumnNames columns, IReadOnlyList<TableRow> sample, string[] names) =>
        Enumerable.Range(0, columns.Count).Where(i => names.Contains(columns.Folded[i]))
            .OrderBy(i => sample.All(r => string.IsNullOrWhiteSpace(r.Values[i]))).Select(i => columns[i]).FirstOrDefault();

    /// <summary>One of these names under which none of the rows has anything.</summary>
    private static string? Empty(ColumnNames columns, IReadOnlyList<TableRow> sample, string[] names) =>
        Enumerable.Range(0, columns.Count).Where(i => names.Contains(columns.Folded[i]) && sample.All(r => string.IsNullOrWhiteSpace(r.Values[i])))
            .Select(i => columns[i]).FirstOrDefault();

    private static string? Find(ColumnNames columns, IEnumerable<string> names, IReadOnlyList<TableRow> sample, Func<string, bool> fits, double over = 0.499)
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
