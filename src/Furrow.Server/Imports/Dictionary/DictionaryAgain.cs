using Furrow.Core;
using Furrow.Exchange;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What becomes of rows whose content the programme has already: they are left out, once a person has said so. The very rows of a file that was
/// imported before are left out unasked; they are told all the same.</summary>
internal static class DictionaryAgain
{
    public const string Leave = "leave";
    public const string Take = "take";

    /// <summary>The words that answer it.</summary>
    public static readonly IReadOnlyList<string> Words = [Leave, Take];

    public static AgainRows? Find(string word) => word switch { Leave => AgainRows.Leave, Take => AgainRows.Take, _ => null };

    public static IEnumerable<DictionaryEntry> Of(ImportWork work)
    {
        var all = work.Rows.Sum(r => r.RowCount);
        var known = work.Rows.Where(r => r.Known is not null).ToLookup(r => r.Known!.IsSameRow);
        if (known[true].ToList() is { Count: > 0 } same)
        {
            yield return new DictionaryEntry(ReadingTopic.Again, "the very rows", "", null, Leave, same.Sum(r => r.RowCount), Standing.Known, Why(same, all), null)
            {
                Matters = false,
            };
        }

        if (known[false].ToList() is { Count: > 0 } alike)
        {
            var isTaken = work.Options.Again == AgainRows.Take;
            var isSaid = work.Options.Again != AgainRows.Ask || work.Options.IsConfirmed(DictionaryEntry.KeyOf(ReadingTopic.Again, ""), Leave);
            yield return new DictionaryEntry(ReadingTopic.Again, "", "", null, isTaken ? Take : Leave, alike.Sum(r => r.RowCount),
                isSaid ? Standing.Known : Standing.Proposed, Why(alike, all), "--again leave or --again take");
        }
    }

    private static Phrase Why(List<RowDraft> rows, int all)
    {
        var sources = rows.GroupBy(r => (r.Known!.Source, r.Known.Source is null ? default : r.Known.On)).OrderByDescending(g => g.Sum(r => r.RowCount)).ToList();
        var ((file, day), count) = (sources[0].Key, rows.Sum(r => r.RowCount));
        return file is null ? DictionaryWhy.AgainByHand(count, all, rows.Max(r => r.Known!.On))
            : sources.Count == 1 ? DictionaryWhy.Again(count, all, file, day)
            : DictionaryWhy.AgainOfMany(count, all, file, day, sources.Count - 1);
    }
}
