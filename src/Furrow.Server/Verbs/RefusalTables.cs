using Furrow.Core;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Why rows were refused, the same reason once with its count, and the words somebody has to say the meaning of.</summary>
internal static class RefusalTables
{
    private const int Most = 20;

    public static void Print(VerbRun run, ImportPlan plan)
    {
        var causes = plan.Causes.Where(c => c.Rows > 1).ToList();
        if (causes.Count > 0)
        {
            var table = VerbRun.NewTable(">rows", "first", "column", "refused because", "problem");
            foreach (var cause in causes.Take(Most))
            {
                table.AddRow(Names.Count(cause.Rows), $"row {cause.FirstRow}", Markup.Escape(cause.Field ?? "–"), Markup.Escape(cause.Sentence), cause.Code);
            }

            run.Show(table);
            Rest(run, causes.Count, "reasons");
        }

        Words(run, plan.OpenWords);
    }

    private static void Words(VerbRun run, IReadOnlyList<OpenWord> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        run.Say($"{Names.Count(words.Count)} words to say the meaning of:");
        var table = VerbRun.NewTable("column", "word", ">rows", "say it with");
        foreach (var word in words.Take(Most))
        {
            table.AddRow(Markup.Escape(word.Column), Markup.Escape(word.Value), Names.Count(word.Rows),
                Markup.Escape($"--map \"{word.Column}:{word.Value}=MEANING\""));
        }

        run.Show(table);
        Rest(run, words.Count, "words");
    }

    private static void Rest(VerbRun run, int count, string what)
    {
        if (count > Most)
        {
            run.Say($"… {Names.Count(count - Most)} more {what}; --json gives them.");
        }
    }
}
