using System.Globalization;
using System.Text;
using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Store.Tests.Faults;

/// <summary>Batches that say of each entry which batch it belongs to and how many entries that has, so that a half batch can be told. The first stands
/// for the act of the batch.</summary>
internal static class TrialBatch
{
    private const string FactName = "trial";

    internal static EntryDraft[] Make(int batch, int count, int fillerBytes)
    {
        var filler = new string((char)('a' + batch % 26), fillerBytes);
        return TestActs.Seal([.. Enumerable.Range(0, count).Select(i => Fact(batch, i, count, filler))]);
    }

    private static UnknownFact Fact(int batch, int index, int count, string filler)
    {
        var json = string.Create(CultureInfo.InvariantCulture, $$"""{"batch":{{batch}},"index":{{index}},"of":{{count}},"filler":"{{filler}}"}""");
        return new UnknownFact(index == 0 ? Act.Name : FactName, 99, Scopes.None, [new FactPart(Tier.Ordinary, Encoding.ASCII.GetBytes(json))]);
    }

    /// <summary>Throws unless the entries after a position (the end of a batch) are whole batches; gives the position of the last.</summary>
    internal static long CheckWhole(ILog log, long after)
    {
        var (batch, next, of) = (0, 0, 0);
        foreach (var entry in log.ReadChecked(after))
        {
            if (entry.FindBrokenPart() is not null)
            {
                throw new LogBrokenException(entry.Position, "broken part");
            }

            if (next == of && entry.Statement.FactName == PartErased.Name)
            {
                after = entry.Position;
                continue; // A batch of its own.
            }

            using var json = JsonDocument.Parse(entry.Parts[0].Bytes);
            var read = (Batch: Number(json, "batch"), Index: Number(json, "index"), Of: Number(json, "of"));
            if (read.Index != (next == of ? 0 : next) || (next != of && (read.Batch, read.Of) != (batch, of)))
            {
                throw new InvalidOperationException($"Entry {entry.Position} is {read}, after {next} of {of} entries of batch {batch}.");
            }

            (batch, of, next) = (read.Batch, read.Of, read.Index + 1);
            after = entry.Position;
        }

        return next == of ? after : throw new InvalidOperationException($"The log ends after {next} of {of} entries of batch {batch}.");
    }

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();
}
