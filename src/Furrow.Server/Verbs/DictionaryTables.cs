using Furrow.Core;
using Furrow.Exchange;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Dictionary;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>What an import understood, as tables: first what a person has to say or confirm, then the rest.</summary>
internal static class DictionaryTables
{
    /// <summary>What confirms the readings of an import.</summary>
    public const string ConfirmImport = "--confirm FILE, which writes the mapping for the next time";

    private const int MostOpen = 40, MostKnown = 60;

    public static void Print(VerbRun run, ImportReadings dictionary, string confirm = "--confirm")
    {
        if (dictionary.Open.Count > 0)
        {
            run.Say($"To be said or confirmed before anything is applied: {Names.Count(dictionary.Open.Count)}");
            var table = VerbRun.NewTable("about", "of", "word", "read as", ">rows", "how sure", "why", "say it with");
            foreach (var entry in dictionary.Open.Take(MostOpen))
            {
                table.AddRow([.. Cells(entry), Markup.Escape(entry.Say ?? "")]);
            }

            run.Show(table);
            Rest(run, dictionary.Open.Count - MostOpen);
            if (dictionary.Open.Any(e => e.Standing == Standing.Proposed))
            {
                run.Say($"What is proposed and right as it stands is confirmed with {confirm}.");
            }
        }

        Known(run, [.. dictionary.Entries.Where(e => !e.IsOpen)]);
    }

    private static void Known(VerbRun run, IReadOnlyList<DictionaryEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        run.Say("What was understood:");
        var known = VerbRun.NewTable("about", "of", "word", "read as", ">rows", "how sure", "why");
        foreach (var entry in entries.Take(MostKnown))
        {
            known.AddRow([.. Cells(entry)]);
        }

        run.Show(known);
        Rest(run, entries.Count - MostKnown);
    }

    private static void Rest(VerbRun run, int left)
    {
        if (left > 0)
        {
            run.Say($"… {Names.Count(left)} more; --json gives them all.");
        }
    }

    private static IEnumerable<string> Cells(DictionaryEntry entry) =>
        new[]
        {
            DictionaryText.TopicOf(entry.Topic), entry.Of, entry.Value, entry.Meaning.Length > 0 ? entry.Meaning : entry.IsOpen ? "?" : "–",
            entry.Rows > 0 ? Names.Count(entry.Rows) : "", DictionaryText.StandingOf(entry.Standing),
            string.Join(" ", new[] { entry.From, entry.Why }.OfType<Phrase>()),
        }.Select(Markup.Escape);
}
