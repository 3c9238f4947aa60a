using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Projections;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What was understood of the file as a whole.</summary>
internal static class DictionaryFile
{
    public static IEnumerable<DictionaryEntry> Of(ImportWork work)
    {
        var read = work.Reading?.Understood ?? [];
        var own = read.Select(u => Of(work, u)).ToList();
        IEnumerable<DictionaryEntry> entries = [.. read.Any(u => u.Topic == ReadingTopic.Part) ? [] : Layers(work), .. own,
            .. read.Any(u => u.Topic == ReadingTopic.System) ? [] : Systems(work)];
        return [.. entries.OrderBy(e => e.Topic)];
    }

    private static DictionaryEntry Of(ImportWork work, Understood reading)
    {
        var topic = Enum.Parse<DictionaryTopic>(reading.Topic.ToString());
        var isConfirmed = reading.Standing == Standing.Proposed && work.Options.IsConfirmed(DictionaryEntry.KeyOf(topic, reading.Of));
        return new(topic, reading.Of, "", null, reading.Reading, 0, isConfirmed ? Standing.Known : reading.Standing, reading.Why?.Phrase, OptionOf(reading));
    }

    private static string? OptionOf(Understood reading) => reading.Topic switch
    {
        ReadingTopic.Part => "--sheet NAME",
        ReadingTopic.Encoding => "--encoding NAME",
        ReadingTopic.System => "--crs EPSG:CODE",
        ReadingTopic.AxisOrder => "--axes x-is-east",
        ReadingTopic.Hidden => "--hidden read",
        ReadingTopic.Headings => "--header-row N",
        ReadingTopic.Totals => "--totals leave",
        _ => null,
    };

    private static IEnumerable<DictionaryEntry> Layers(ImportWork work)
    {
        var layers = work.Reading?.Layers ?? [];
        var read = work.Options.Reading.Layer ?? work.Options.Mapping?.Layer ?? (layers.Count > 0 ? layers[0] : null);
        return layers.Select(layer => new DictionaryEntry(DictionaryTopic.Part, layer, "", null, layer == read ? "read" : "not read", 0, Standing.Known, null,
            layers.Count > 1 ? "--sheet NAME" : null));
    }

    private static IEnumerable<DictionaryEntry> Systems(ImportWork work)
    {
        var isStated = (work.Options.Reading.Crs ?? work.Options.Mapping?.Crs) is not null;
        var isTable = work.Reading?.Geometry is not null;
        return work.Counts.Systems.OrderByDescending(s => s.Value).Select(s => new DictionaryEntry(DictionaryTopic.System, "", "", null, s.Key, s.Value,
            Standing.Known, isTable && !isStated && s.Key == CoordinateSystem.Wgs84.Name ? DictionaryWhy.Unnamed() : null, "--crs EPSG:CODE"));
    }
}
