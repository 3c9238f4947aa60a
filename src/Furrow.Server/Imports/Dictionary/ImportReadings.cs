using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What an import understood of a file: of the file as a whole, of each column and of each word, and how sure each reading is. Nothing is applied
/// while a reading that matters is open.</summary>
public sealed class ImportReadings
{
    /// <summary>Entries that a refusal names one by one.</summary>
    private const int MostNamed = 12;

    public static readonly ImportReadings Empty = new("", []);

    private readonly string _file;

    private ImportReadings(string file, IReadOnlyList<DictionaryEntry> entries)
    {
        (_file, Entries) = (file, entries);
        Open = [.. entries.Where(e => e.IsOpen)];
    }

    /// <summary>Of the file first, then of its columns, then of its words.</summary>
    public IReadOnlyList<DictionaryEntry> Entries { get; }

    public IReadOnlyList<DictionaryEntry> Open { get; }

    /// <summary>Why nothing may be applied yet, with all that is open; null when nothing is.</summary>
    public Problem? Problem => Open.Count == 0 ? null
        : Problems.DictionaryOpen(_file, Open.Count, Open.Take(MostNamed).Select(DictionaryText.Of).Concat(Open.Count > MostNamed ? [$"…"] : Array.Empty<Phrase>())
            .Aggregate((all, next) => $"{all}; {next}"));

    internal static ImportReadings Of(ImportWork work) =>
        new(work.File.Name,
            [.. DictionaryFile.Of(work).Concat(DictionaryColumns.Of(work)).Concat(DictionaryWords.Of(work)).Select(e => RecalledEntries.Marked(work, e))]);

    /// <summary>Of a file of which nothing but its places is read.</summary>
    /// <param name="wrong">What is wrong with a row.</param>
    /// <param name="names">By which things of it are found.</param>
    internal static ImportReadings Of(FileReading reading, ReadOptions options, Func<string, string, bool> confirms, Problem? wrong,
        IReadOnlyList<string> names) =>
        new(reading.File.Name, [.. DictionaryFile.Of(reading, options, confirms, wrong), .. DictionaryNames.Of(names, confirms)]);

    /// <summary>The mapping as it was read, with what nobody has confirmed yet.</summary>
    internal Mapping Marked(Mapping mapping)
    {
        var open = Open.Where(e => e.Standing == Standing.Proposed || e.Topic == ReadingTopic.Unit).Select(e => e.Key).ToList();
        return mapping with { Unconfirmed = open.Count == 0 ? null : open };
    }
}
