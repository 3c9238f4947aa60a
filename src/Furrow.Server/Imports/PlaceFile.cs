using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Exchange;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;

namespace Furrow.Server.Imports;

/// <summary>Reads a file of boundaries. The set carries the file's name: whose boundaries they are is said wherever they are used.</summary>
public static class PlaceFile
{
    private static readonly string[] UsualNames = ["name", "shapename", "name_en", "adm3_en", "adm2_en", "adm1_en", "name_3", "name_2", "name_1", "nam",
        "label"];

    /// <summary>Rows and letters of which values are shown.</summary>
    private const int Sampled = 20, LongestSample = 40;

    /// <param name="nameColumn">Null: the usual columns are tried, then any whose name holds "name".</param>
    public static Outcome<PlaceSet> Read(string path, string? nameColumn = null)
    {
        var source = SourceFile.At(path);
        var opened = FormatDetector.Open(source);
        if (opened.IsRefused)
        {
            return opened.Problem!;
        }

        var places = new Dictionary<string, (List<GridPoint[][]> Polygons, RingRoles Roles)>();
        var order = new List<string>();
        string? column = nameColumn;
        foreach (var row in opened.Value!.Rows)
        {
            column ??= Guess(row.Fields.Select(f => f.Name));
            if (column is null || row[column] is not { Length: > 0 } name)
            {
                return Problems.PlaceWithoutName(source.Name, row.Row, column ?? "name");
            }

            var grid = GridConversion.ToGrid(row);
            if (grid.IsRefused)
            {
                return grid.Problem!;
            }

            if (!places.TryGetValue(name, out var place))
            {
                places[name] = place = ([], grid.Value!.Roles);
                order.Add(name);
            }

            place.Polygons.AddRange(grid.Value!.Polygons);
        }

        return opened.Value.Problems is [var problem, ..] ? problem : Mended(source, order, places);
    }

    private static Outcome<PlaceSet> Mended(SourceFile source, List<string> order,
        Dictionary<string, (List<GridPoint[][]> Polygons, RingRoles Roles)> places)
    {
        var mended = new List<Place>(order.Count);
        foreach (var name in order)
        {
            // A boundary keeps all its line encloses, as a hazard does: nothing inside it belongs to nobody.
            var repaired = ShapeRepair.Mend(places[name].Polygons, isRelease: false, places[name].Roles);
            if (repaired.Problem is { } entangled)
            {
                return entangled with { Where = new ProblemPlace(source.Name) };
            }

            if (repaired.Shape is { IsEmpty: false } shape)
            {
                mended.Add(new Place(name, shape));
            }
        }

        return mended.Count == 0 ? Problems.PlacesWithoutLand(source.Name) : new PlaceSet(source.Name, mended);
    }

    /// <summary>The columns of a file with some of their values; none where it cannot be read.</summary>
    public static IReadOnlyList<(string Column, IReadOnlyList<string> Samples)> Columns(string path)
    {
        var opened = FormatDetector.Open(SourceFile.At(path));
        return opened.IsRefused ? [] :
        [
            .. opened.Value!.Rows.Take(Sampled).SelectMany(r => r.Fields).GroupBy(f => f.Name)
                .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(f => Cut(f.Value)).Where(v => v.Length > 0).Distinct().Take(3)])),
        ];
    }

    /// <summary>The column that names each place, by its own name; null where none does.</summary>
    public static string? Guess(IEnumerable<string> columns)
    {
        var all = columns.ToList();
        return UsualNames.Select(usual => all.Find(c => string.Equals(c, usual, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(c => c is not null)
            ?? all.Find(n => n.Contains("name", StringComparison.OrdinalIgnoreCase));
    }

    private static string Cut(string? value) => value?.Trim() is not { } text ? "" : text.Length > LongestSample ? text[..LongestSample] + "…" : text;
}
