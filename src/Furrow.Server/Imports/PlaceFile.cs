using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Exchange;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Imports;

/// <summary>What was found in a file of boundaries.</summary>
/// <param name="Set">The boundaries, or why they cannot be read.</param>
/// <param name="Dictionary">What was understood of the file, and what a person has to say first.</param>
/// <param name="Reading">Null where no reader takes it.</param>
public sealed record PlaceLook(Outcome<PlaceSet> Set, ImportReadings Dictionary, FileReading? Reading);

/// <summary>Reads a file of boundaries. The set carries the file's name: whose boundaries they are is said wherever they are used.</summary>
public static class PlaceFile
{
    private static readonly string[] UsualNames = ["name", "shapename", "name_en", "adm3_en", "adm2_en", "adm1_en", "name_3", "name_2", "name_1", "nam",
        "label"];

    /// <summary>Rows and letters of which values are shown.</summary>
    private const int Sampled = 20, LongestSample = 40;

    /// <param name="nameColumn">Null: the usual columns are tried, then any whose name holds "name".</param>
    public static Outcome<PlaceSet> Read(string path, string? nameColumn = null) => Look(path, nameColumn, ReadOptions.Default, (_, _) => true).Set;

    /// <summary>Reads it, and tells what was understood of the file as a whole.</summary>
    /// <param name="confirms">Whether somebody has confirmed a reading that is proposed, by its key and meaning.</param>
    public static PlaceLook Look(string path, string? nameColumn, ReadOptions options, Func<string, string, bool> confirms)
    {
        var source = SourceFile.At(path);
        var opened = FormatDetector.Open(source, options);
        if (opened.Value is not { } reading)
        {
            return new PlaceLook(opened.Problem!, ImportReadings.Empty, null);
        }

        var set = Set(source, reading, nameColumn);
        var dictionary = !reading.IsOnlyAsking ? ImportReadings.Empty
            : ImportReadings.Of(reading, options, confirms, set.Problem, [.. set.Value?.Places.Select(p => p.Name) ?? []]);
        return new PlaceLook(set.Problem ?? dictionary.Problem ?? set, dictionary, reading);
    }

    private static Outcome<PlaceSet> Set(SourceFile source, FileReading reading, string? nameColumn)
    {
        var places = new Dictionary<string, (List<GridPoint[][]> Polygons, RingRoles Roles)>();
        var order = new List<string>();
        var (column, wrong) = (nameColumn, (Problem?)null);
        foreach (var row in reading.Rows)
        {
            // What is asked of the file is complete after its rows, and goes before what is wrong with one of them.
            column ??= Guess(row.Fields.Select(f => f.Name));
            var grid = GridConversion.ToGrid(row);
            wrong ??= column is null || string.IsNullOrEmpty(row[column]) ? Problems.PlaceWithoutName(source.Name, row.Row, column ?? "name") : grid.Problem;
            if (wrong is not null)
            {
                continue;
            }

            var name = row[column!]!;
            if (!places.TryGetValue(name, out var place))
            {
                places[name] = place = ([], grid.Value!.Roles);
                order.Add(name);
            }

            place.Polygons.AddRange(grid.Value!.Polygons);
        }

        return reading.Problems is [var problem, ..] ? problem : wrong is not null ? wrong : Mended(source, order, places);
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
    public static IReadOnlyList<(string Column, IReadOnlyList<string> Samples)> Columns(FileReading? reading) => reading is null ? [] :
    [
        .. reading.Rows.Take(Sampled).SelectMany(r => r.Fields).GroupBy(f => f.Name)
            .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(f => Cut(f.Value)).Where(v => v.Length > 0).Distinct().Take(3)])),
    ];

    /// <summary>The column that names each place, by its own name; null where none does.</summary>
    public static string? Guess(IEnumerable<string> columns)
    {
        var all = columns.ToList();
        return UsualNames.Select(usual => all.Find(c => string.Equals(c, usual, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(c => c is not null)
            ?? all.Find(n => n.Contains("name", StringComparison.OrdinalIgnoreCase));
    }

    private static string Cut(string? value) => value?.Trim() is not { } text ? "" : text.Length > LongestSample ? text[..LongestSample] + "…" : text;
}
