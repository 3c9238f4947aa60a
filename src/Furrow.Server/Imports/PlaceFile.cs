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
            column ??= Guess(row);
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

    private static string? Guess(InputRow row)
    {
        foreach (var usual in UsualNames)
        {
            foreach (var field in row.Fields)
            {
                if (string.Equals(field.Name, usual, StringComparison.OrdinalIgnoreCase))
                {
                    return field.Name;
                }
            }
        }

        return row.Fields.Select(f => f.Name).FirstOrDefault(n => n.Contains("name", StringComparison.OrdinalIgnoreCase));
    }
}
