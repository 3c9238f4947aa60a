using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tables;

/// <summary>How the rows of a table make up records: which column has the id of the record, which that of a polygon within it, which the number, label or type
/// of a point. Found by names and by how values repeat; a table of single records has none of it.</summary>
internal sealed record PointStructure(string? Group, string? Shape, string? Order, string? Type, string? From, string? To)
{
    /// <summary>Columns whose values are looked at.</summary>
    private const int MostColumns = 100;

    public static PointStructure Of(string[] folded, IReadOnlyList<string> names, IReadOnlyList<TableRow> sample)
    {
        var known = Known(folded);
        var type = ByName(folded, sample, known.Type) is >= 0 and var named ? named : ByValue(folded, sample, known.Group);
        int from = ByName(folded, sample, known.From), to = ByName(folded, sample, known.To);
        (from, to) = from >= 0 && to >= 0 ? (from, to) : (-1, -1);
        var order = ByName(folded, sample, known.Order, type);
        var group = Best(folded, sample, known.Group, order, type, order >= 0 || type >= 0 || from >= 0);
        if (group < 0 && order >= 0)
        {
            group = Headed(folded, sample, known.Group, order);
        }

        if (order < 0 && from < 0)
        {
            (order, var weak) = Weak(folded, sample, known, group, type);
            group = group < 0 ? weak : group;
        }

        if (group < 0)
        {
            return new PointStructure(null, null, null, null, null, null);
        }

        var shape = known.Shape.Contains(folded[group]) ? -1 : ByName(folded, sample, known.Shape, group, order, type);
        if (known.Shape.Contains(folded[group]) && Best(folded, sample, [.. known.Group.Except(known.Shape).Where(n => n is not ("area"
            or "name"))], order, type, true, group)
            is >= 0 and var record && Holds(sample, record, group))
        {
            (group, shape) = (record, group);
        }

        string? Name(int i) => i < 0 ? null : names[i];
        return new PointStructure(names[group], Name(shape), Name(order), Name(type), Name(from), Name(to));
    }

    /// <summary>The listed names, and those of these columns that are put together of words; a name or a size goes behind every code.</summary>
    private static (string[] Order, string[] Weak, string[] Group, string[] Shape, string[] Type, string[] From, string[] To) Known(string[] folded)
    {
        var known = GeometryGuess.Structure;
        string[] last = ["area", "name"];
        return known with
        {
            Order = [.. known.Order, .. folded.Where(n => PointHeadings.NumbersPoint(n) && !known.Weak.Contains(n) && !GeometryGuess.PointNames.Contains(n))],
            Group = [.. known.Group.Except(last), .. folded.Where(n => PointHeadings.NamesCode(n) && !known.Shape.Contains(n)), .. last],
        };
    }

    /// <summary>A listed name of the code of a record or polygon, and not one of a name or a size.</summary>
    public static bool IsCode(string folded) => folded is not ("area" or "name") && GeometryGuess.Structure.Group.Contains(folded);

    public GeometryColumns On(GeometryColumns columns) => Group is null || columns.Form is GeometryForm.None or GeometryForm.Wkt ? columns
        : columns with { Group = Group, Shape = Shape, Order = Order, PointType = Type, From = columns.Form == GeometryForm.Legs ? From : null,
            To = columns.Form == GeometryForm.Legs ? To : null };

    private static int ByName(string[] folded, IReadOnlyList<TableRow> sample, string[] names, params int[] taken)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < folded.Length; i++)
            {
                if (folded[i] == name && !taken.Contains(i) && sample.Any(r => Value(r, i) is not null))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>A column whose values are words for kinds of points, whatever its name.</summary>
    private static int ByValue(string[] folded, IReadOnlyList<TableRow> sample, string[] groups)
    {
        for (var i = 0; i < Math.Min(folded.Length, MostColumns); i++)
        {
            var values = sample.Select(r => Value(r, i)).OfType<string>().ToList();
            if (!groups.Contains(folded[i]) && values.Count > 2 && values.Count(v => v.Length > 2 && PointWords.Read(v) is not null) * 10 >= values.Count * 6)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Rows make up records only where an id repeats from row to row.</summary>
    private static int Best(string[] folded, IReadOnlyList<TableRow> sample, string[] names, int order, int type, bool isPoints, int beside = -1)
    {
        foreach (var name in isPoints ? names : [])
        {
            for (var i = 0; i < folded.Length; i++)
            {
                if (i == order || i == type || i == beside || folded[i] != name)
                {
                    continue;
                }

                var values = sample.Select(r => Value(r, i)).OfType<string>().ToList();
                if (values.Count > 2 && values.Distinct().Count() * 2 <= values.Count)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>An id that stands over the first row of its points alone: just where their numbers begin again.</summary>
    private static int Headed(string[] folded, IReadOnlyList<TableRow> sample, string[] names, int order)
    {
        var begins = new List<bool>();
        double? before = null;
        foreach (var row in sample)
        {
            var number = Number(row, order);
            if (number is null)
            {
                return -1;
            }

            begins.Add(before is null || number <= before);
            before = number;
        }

        return names.SelectMany(n => Enumerable.Range(0, folded.Length).Where(i => folded[i] == n)).Where(i => begins.Count(b => b) * 3 <= begins.Count
            && sample.Zip(begins).All(p => Value(p.First, i) is not null == p.Second)).DefaultIfEmpty(-1).First();
    }

    /// <summary>"No.", "Label": numbers of points only where they begin at 1 with each id, or labels that name points.</summary>
    private static (int Order, int Group) Weak(string[] folded, IReadOnlyList<TableRow> sample,
        (string[] Order, string[] Weak, string[] Group, string[] Shape, string[] Type, string[] From, string[] To) known, int group, int type)
    {
        var order = ByName(folded, sample, known.Weak, type);
        var by = group >= 0 ? group : order < 0 ? -1 : Best(folded, sample, known.Group, order, type, true);
        if (order < 0 || by < 0)
        {
            return (-1, group);
        }

        var groups = sample.Where(r => Value(r, by) is not null).GroupBy(r => Value(r, by)!).ToList();
        var isCount = groups.All(g => g.Select(r => Number(r, order)).Order().SequenceEqual(Enumerable.Range(1, g.Count()).Select(n => (double?)n)));
        bool Names(TableRow r) =>
            Value(r, order) is { } v && (PointWords.OfLabel(v) is not null || new Corner(r, PointRole.Turning, v).Named is not null);
        var isLettered = groups.All(g => PointLabels.AreLettered([.. g.Select(r => Value(r, order) ?? "").Where(v => v.Length > 0)]));
        var isNamed = type >= 0 || isLettered || sample.Count(Names) * 10 >= sample.Count * 8
            && groups.All(g => g.Select(r => Value(r, order)).Distinct().Count() * 2 > g.Count());
        return isCount || isNamed ? (order, by) : (-1, group);
    }

    /// <summary>Each polygon of one record alone: its id is that of a part, or unique by itself.</summary>
    private static bool Holds(IReadOnlyList<TableRow> sample, int record, int shape) =>
        sample.Where(r => Value(r, record) is not null).GroupBy(r => Value(r, record)).Count()
            <= sample.GroupBy(r => (Value(r, record), Value(r, shape))).Count();

    internal static double? Number(TableRow row, int at) => Value(row, at) is not { } label ? null
        : NumberText.Parse(label, null) ?? new Corner(row, PointRole.Turning, label).Named?.Number;

    private static string? Value(TableRow row, int at) =>
        at >= 0 && at < row.Values.Length && !string.IsNullOrWhiteSpace(row.Values[at]) ? row.Values[at]!.Trim() : null;
}
