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
        var own = read.Select(u => Of(work, u)).ToList();
        IEnumerable<DictionaryEntry> entries = [.. read.Any(u => u.Topic == ReadingTopic.Part) ? [] : Layers(work), .. own, .. Unplaced(work, read),
            .. DictionaryAgain.Of(work)];
        return [.. entries.OrderBy(e => e.Topic)];
    }

    private static DictionaryEntry Of(ImportWork work, Understood reading)
    {
        var isConfirmed = reading.Standing == Standing.Proposed && work.Options.IsConfirmed(DictionaryEntry.KeyOf(reading.Topic, reading.Of), reading.Reading);
        return new(reading.Topic, reading.Of, "", null, reading.Reading, Rows(work, reading), isConfirmed ? Standing.Known : reading.Standing,
            WhyOf(work, reading), OptionOf(reading))
        {
            Choices = reading.Choices.Count > 0 ? reading.Choices : null,
            Code = work.Questions.FirstOrDefault(q => ReferenceEquals(q, reading.Why))?.Code,
        };
    }

    private static Phrase? WhyOf(ImportWork work, Understood reading) => reading.Topic switch
    {
        ReadingTopic.System when IsUnnamed(work, reading.Reading) => DictionaryWhy.Unnamed(),
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
        if (rows.Count > 0 && !read.Any(u => u is { Topic: ReadingTopic.System, Standing: Standing.NotKnown }))
        {
            yield return new DictionaryEntry(ReadingTopic.System, "", "", null, "", rows.Sum(r => r.RowCount), Standing.NotKnown,
                rows[0].Refusals.First(p => p.Code == Problems.CrsMissingCode).Phrase, "--crs EPSG:CODE");
        }
    }

    private static string? OptionOf(Understood reading) => reading.Topic switch
    {
        ReadingTopic.Part => "--sheet NAME",
        ReadingTopic.Encoding => "--encoding NAME",
        ReadingTopic.System => "--crs EPSG:CODE",
        ReadingTopic.Shift => "--crs \"EPSG:CODE via EPSG:SHIFT\"",
        ReadingTopic.AxisOrder => "--axes x-is-east or x-is-north",
        ReadingTopic.North => reading.Of.Length > 0 ? "--declination DEGREES" : "--north true, magnetic or grid",
        ReadingTopic.PointRole => $"--point-type \"{reading.Of}=ROLE\"",
        ReadingTopic.Hidden => "--hidden read or leave",
        ReadingTopic.Headings => "--header-row N",
        ReadingTopic.Totals => "--totals leave or read",
        ReadingTopic.Column => $"--column \"{reading.Of}={PlaceSaying.Latitude}\", {PlaceSaying.Longitude}, {PlaceSaying.Position} …, or --leave \"{reading.Of}\"",
        _ => null,
    };

    private static IEnumerable<DictionaryEntry> Layers(ImportWork work)
    {
        var layers = work.Reading?.Layers ?? [];
        var read = work.Reading?.Layer ?? work.Options.Reading.Layer ?? work.Options.Mapping?.Layer ?? (layers.Count > 0 ? layers[0] : null);
        return layers.Select(layer => new DictionaryEntry(ReadingTopic.Part, layer, "", null, layer == read ? "read" : "not read", 0, Standing.Known, null,
            layers.Count > 1 ? "--sheet NAME" : null));
    }
}
