using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What was understood of the file as a whole.</summary>
internal static class DictionaryFile
{
    public static IEnumerable<DictionaryEntry> Of(ImportWork work)
    {
        var read = work.Reading?.Understood ?? [];
        var own = Once(read.Select(u => Of(work, u)));
        var layers = Layers(work.Reading, work.Options.Reading.Layer ?? work.Options.Mapping?.Layer);
        var axes = DictionaryAxes.Of(work, own.Find(e => e.Topic == ReadingTopic.AxisOrder));
        own.RemoveAll(e => e.Topic == ReadingTopic.AxisOrder);
        IEnumerable<DictionaryEntry> entries = [.. layers, .. own, .. axes is null ? [] : new[] { axes }, .. Unplaced(work, read), .. DictionaryAgain.Of(work)];
        return [.. entries.OrderBy(e => e.Topic)];
    }

    /// <summary>Of a file of which nothing but its places is read.</summary>
    /// <param name="confirms">Whether somebody has confirmed what is proposed.</param>
    /// <param name="wrong">What is wrong with a row.</param>
    public static IReadOnlyList<DictionaryEntry> Of(FileReading reading, ReadOptions options, Func<string, string, bool> confirms, Problem? wrong)
    {
        var own = Once(reading.Understood.Select(u => Of(u, reading.Problems, 0, WhyOf(u), confirms)));
        return [.. Layers(reading, options.Layer).Concat(own).Concat(Unplaced(wrong is null ? [] : [wrong], reading.Understood, 0)).OrderBy(e => e.Topic)];
    }

    /// <summary>Without what is told of the file and asked of a column as well: how its rows make up records.</summary>
    private static List<DictionaryEntry> Once(IEnumerable<DictionaryEntry> entries)
    {
        var all = entries.ToList();
        var asked = all.Where(e => e is { Topic: ReadingTopic.Structure, Of.Length: > 0 }).Select(e => e.Meaning).ToHashSet();
        return [.. all.Where(e => e is not { Topic: ReadingTopic.Structure, Of.Length: 0 } || !asked.Contains(e.Meaning))];
    }

    private static DictionaryEntry Of(ImportWork work, Understood reading) => Of(reading, work.Questions, Rows(work, reading),
        reading.Topic == ReadingTopic.System && IsUnnamed(work, reading.Reading) ? DictionaryWhy.Unnamed() : WhyOf(reading), work.Options.IsConfirmed);

    private static DictionaryEntry Of(Understood reading, IReadOnlyList<Problem> questions, int rows, Phrase? why, Func<string, string, bool> confirms)
    {
        var isConfirmed = reading.Standing == Standing.Proposed && confirms(DictionaryEntry.KeyOf(reading.Topic, reading.Of), reading.Reading);
        return new(reading.Topic, reading.Of, "", null, reading.Reading, rows, isConfirmed ? Standing.Known : reading.Standing, why, OptionOf(reading))
        {
            Choices = reading.Choices.Count > 0 ? reading.Choices : null,
            Code = questions.FirstOrDefault(q => ReferenceEquals(q, reading.Why))?.Code,
        };
    }

    private static Phrase? WhyOf(Understood reading) => reading.Topic switch
    {
        ReadingTopic.Shift when !reading.Reading.Contains('±', StringComparison.Ordinal) => DictionaryWhy.AccuracyUnstated(),
        _ => reading.Why?.Phrase,
    };

    /// <summary>Of a system: the rows that lie in it.</summary>
    private static int Rows(ImportWork work, Understood reading) =>
        reading.Topic == ReadingTopic.System ? work.Counts.Systems.GetValueOrDefault(reading.Reading) : 0;

    /// <summary>Degrees in columns of a table that names no system.</summary>
    private static bool IsUnnamed(ImportWork work, string system) => work.Reading?.Geometry is not null && system == CoordinateSystem.Wgs84.Name
        && (work.Options.Reading.Crs ?? work.Options.Mapping?.Crs) is null;

    /// <summary>Rows of a table that look like eastings and northings of no system: one question for all of them.</summary>
    private static IEnumerable<DictionaryEntry> Unplaced(ImportWork work, IReadOnlyList<Understood> read)
    {
        var rows = work.Rows.Where(r => r.Refusals.Any(p => p.Code == Problems.CrsMissingCode)).ToList();
        return Unplaced(rows.SelectMany(r => r.Refusals), read, rows.Sum(r => r.RowCount));
    }

    private static IEnumerable<DictionaryEntry> Unplaced(IEnumerable<Problem> refusals, IReadOnlyList<Understood> read, int rows) =>
        refusals.FirstOrDefault(p => p.Code == Problems.CrsMissingCode) is not { } asked
            || read.Any(u => u is { Topic: ReadingTopic.System, Standing: Standing.NotKnown }) ? []
            : [new DictionaryEntry(ReadingTopic.System, "", "", null, "", rows, Standing.NotKnown, asked.Phrase, "--crs EPSG:CODE")];

    private static string? OptionOf(Understood reading) => reading.Topic switch
    {
        ReadingTopic.Part => "--sheet NAME",
        ReadingTopic.Encoding => "--encoding NAME",
        ReadingTopic.System => "--crs EPSG:CODE",
        ReadingTopic.Shift => "--crs \"EPSG:CODE via EPSG:SHIFT\"",
        ReadingTopic.AxisOrder => reading.Reading is "as-named" or "exchanged" ? "--axes as-named or exchanged" : "--axes x-is-east or x-is-north",
        ReadingTopic.North => reading.Of.Length > 0 ? "--declination DEGREES" : "--north true, magnetic or grid",
        ReadingTopic.PointRole => $"--point-type \"{reading.Of}=ROLE\"",
        ReadingTopic.Hidden => "--hidden read or leave",
        ReadingTopic.Headings => "--header-row N",
        ReadingTopic.Totals => "--totals leave or read",
        ReadingTopic.Structure when reading.Reading.Split(" > ") is [.., var column] && reading.Of == reading.Reading.Split(" > ")[0] =>
            $"--confirm, or --leave \"{column}\"",
        ReadingTopic.Column => $"--column \"{reading.Of}={PlaceSaying.Latitude}\", {PlaceSaying.Longitude}, {PlaceSaying.Position} …, or --leave \"{reading.Of}\"",
        _ => null,
    };

    /// <summary>The sheets or layers that hold something, where the reader does not tell them itself.</summary>
    private static IEnumerable<DictionaryEntry> Layers(FileReading? reading, string? said)
    {
        var layers = reading?.Understood.Any(u => u.Topic == ReadingTopic.Part) == true ? [] : reading?.Layers ?? [];
        var read = reading?.Layer ?? said ?? (layers.Count > 0 ? layers[0] : null);
        return layers.Select(layer => new DictionaryEntry(ReadingTopic.Part, layer, "", null, layer == read ? "read" : "not read", 0, Standing.Known, null,
            layers.Count > 1 ? "--sheet NAME" : null));
    }
}
