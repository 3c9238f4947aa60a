using System.Text;
using System.Text.Json;
using Furrow.Core.Log;
using Furrow.Core.Privacy;
using Furrow.Store;

namespace Furrow.Server.Privacy;

/// <summary>A text of the log that names somebody.</summary>
/// <param name="Fact">Name of the fact of the entry.</param>
/// <param name="IsErasable">It stands in a part that can be erased; what stands in an ordinary part cannot.</param>
internal sealed record Mention(long Position, Tier Tier, string Fact, string Text, bool IsErasable);

/// <summary>Looks for a name in everything the log holds: for whoever is asked to erase somebody. Reads the whole log once.</summary>
internal static class Mentions
{
    private const int LongestOrdinary = 1000;

    public static IEnumerable<Mention> Of(ILog log, string name, Action<long>? progress = null)
    {
        var words = new NameWords(name);
        foreach (var chunk in log.Read().Chunk(4096))
        {
            foreach (var found in chunk.AsParallel().AsOrdered().SelectMany(entry => In(entry, words)))
            {
                yield return found;
            }

            progress?.Invoke(chunk[^1].Position);
        }
    }

    private static IEnumerable<Mention> In(Entry entry, NameWords words) => entry.Parts.Where(p => p.State == PartState.Present)
        .SelectMany(part => TextsOf(entry, part).Where(words.AreIn).Distinct()
            .Select(text => new Mention(entry.Position, part.Tier, entry.Statement.FactName, text, part.Tier != Tier.Ordinary)));

    private static IEnumerable<string> TextsOf(Entry entry, EntryPart part) => part.Tier == Tier.Ordinary ? Ordinary(part.Bytes)
        : (entry.ContentOf(part.Tier) ?? []).SelectMany(value => value is string text ? [text]
            : ((IReadOnlyDictionary<string, string>)value).Select(t => $"{t.Key}: {t.Value}"));

    /// <summary>Texts short enough to be words of people: no shapes, no files.</summary>
    private static List<string> Ordinary(ReadOnlyMemory<byte> json)
    {
        var texts = new List<string>();
        var reader = new Utf8JsonReader(json.Span);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestOrdinary)
                {
                    texts.Add(reader.GetString()!);
                }
            }
        }
        catch (JsonException)
        {
            // A fact of a later release need not be JSON.
            texts.Add(Encoding.UTF8.GetString(json.Span));
        }

        return texts;
    }
}
