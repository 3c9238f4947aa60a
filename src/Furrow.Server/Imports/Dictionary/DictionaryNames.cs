using Furrow.Core;
using Furrow.Exchange;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>Names by which things are found, and that nobody can tell from others by looking: each is confirmed, or mended in the file.</summary>
internal static class DictionaryNames
{
    public static IEnumerable<DictionaryEntry> Of(IReadOnlyList<string> names, Func<string, string, bool> confirms)
    {
        var all = names.ToHashSet(Codes.Comparer);
        return from name in names.Distinct()
               let why = Lookalikes.Of(name).FirstOrDefault(all.Contains) is { } same ? DictionaryWhy.LooksLike(same)
                   : Lookalikes.MixedWord(name) is { } mixed ? DictionaryWhy.TwoScripts(mixed) : null
               where why is not null
               let isConfirmed = confirms(DictionaryEntry.KeyOf(ReadingTopic.Word, "", name), name)
               select new DictionaryEntry(ReadingTopic.Word, "", name, null, name, 0, isConfirmed ? Standing.Known : Standing.Proposed, why, null);
    }
}
