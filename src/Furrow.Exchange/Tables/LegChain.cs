using Furrow.Core;

namespace Furrow.Exchange.Tables;

/// <summary>The legs of a record in the order they are walked.</summary>
/// <param name="Start">The row with the position of the first point.</param>
/// <param name="Legs">The rows with bearing and distance, each with the name of the point it leads to.</param>
/// <param name="Lead">How many of them lead from a reference point or benchmark to the first corner.</param>
/// <param name="Closes">The last leads back to the first corner.</param>
internal sealed record LegChain(TableRow Start, IReadOnlyList<(TableRow Row, string? To)> Legs, int Lead, bool Closes, PointRole StartRole, string? StartLabel)
{
    public static Outcome<LegChain> Of(string file, TableSource table, GeometryColumns columns, TableGeometry places, RecordPoints points,
        List<TableRow> group)
    {
        int from = table.IndexOf(columns.From), to = table.IndexOf(columns.To);
        return from >= 0 && to >= 0 ? FromTo(file, columns, places, group, from, to) : Stations(file, table, columns, places, points, group);
    }

    /// <summary>Each row is a point, with the leg that leads to it; the first has the position.</summary>
    private static Outcome<LegChain> Stations(string file, TableSource table, GeometryColumns columns, TableGeometry places, RecordPoints points,
        List<TableRow> group)
    {
        if (Position(file, places, group[0]) is { } problem)
        {
            return problem;
        }

        int bearing = table.IndexOf(columns.Bearing), distance = table.IndexOf(columns.Distance);
        if (!string.IsNullOrWhiteSpace(group[0].Values[bearing]) && !string.IsNullOrWhiteSpace(group[0].Values[distance]))
        {
            return Problems.RowBroken(file, group[0].Number,
                $"The row of the start gives a leg too, and nothing says between which points: give the columns from and to.");
        }

        var roles = group.Select(r => points.RoleOf(r)).ToList();
        if (roles.FindIndex(r => r is null) is >= 0 and var unknown)
        {
            return Problems.RowBroken(file, group[unknown].Number, $"The row does not say what point it is, as the others do.", columns.PointType);
        }

        return Made(file, group[0], [.. group.Skip(1).Select(r => (r, points.LabelOf(r)))], [.. roles.Select(r => r!.Value)], points.LabelOf(group[0]));
    }

    /// <summary>Each row is a leg between two named points.</summary>
    private static Outcome<LegChain> FromTo(string file, GeometryColumns columns, TableGeometry places, List<TableRow> group, int from, int to)
    {
        string? Name(TableRow row, int at) => string.IsNullOrWhiteSpace(row.Values[at]) ? null : row.Values[at]!.Trim();
        var legs = group.Where(r => Name(r, from) is not null && Name(r, to) is not null).ToList();
        var placed = group.Where(r => places.Read(r).Geometry.Kind == DrawnKind.Point).ToList();
        if (group.Select(r => places.Read(r).Problem).FirstOrDefault(p => p is not null) is { } unread)
        {
            return unread;
        }

        if (legs.Count == 0 || placed.Count != 1)
        {
            return Problems.RowBroken(file, group[0].Number, $"Legs need one position, that of the point they begin at: {placed.Count} were given.");
        }

        var begins = Name(placed[0], from) ?? Name(placed[0], to);
        var ordered = new List<TableRow>();
        var at = begins;
        while (ordered.Count < legs.Count)
        {
            var next = legs.Where(l => !ordered.Contains(l) && Codes.AreSame(Name(l, from), at)).ToList();
            if (next.Count != 1)
            {
                return Problems.RowBroken(file, legs.First(l => !ordered.Contains(l)).Number,
                    $"The legs do not join: {next.Count} of them lead on from '{at ?? ""}'.", columns.From);
            }

            ordered.Add(next[0]);
            at = Name(next[0], to);
        }

        PointRole Role(string? name) => name is null ? PointRole.Turning : PointWords.OfLabel(name) ?? PointRole.Turning;
        return Made(file, placed[0], [.. ordered.Select(l => (l, Name(l, to)))], [Role(begins), .. ordered.Select(l => Role(Name(l, to)))], begins);
    }

    private static Outcome<LegChain> Made(string file, TableRow start, List<(TableRow Row, string? To)> legs, List<PointRole> roles, string? begins)
    {
        var lead = roles.FindIndex(PointWords.IsCorner);
        if (lead < 0)
        {
            return Problems.RowBroken(file, start.Number, $"None of the points is a corner.");
        }

        if (roles.FindIndex(lead, r => !PointWords.IsCorner(r)) is > 0 and var stray)
        {
            return Problems.RowBroken(file, legs[stray - 1].Row.Number, $"The leg leads to '{legs[stray - 1].To ?? ""}', which is no corner.");
        }

        var first = lead == 0 ? begins : legs[lead - 1].To;
        var closes = legs.Count - lead > 1 && !Codes.IsBlank(first) && Codes.AreSame(first, legs[^1].To);
        return new LegChain(start, legs, lead, closes, roles[0], begins);
    }

    private static Problem? Position(string file, TableGeometry places, TableRow row)
    {
        var place = places.Read(row);
        return place.Problem ?? (place.Geometry.Kind == DrawnKind.Point ? null
            : Problems.RowBroken(file, row.Number, $"The first row of a polygon needs the position of the start."));
    }
}
