using Furrow.Core;
using Furrow.Server.Answers;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Pages;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Why rows were refused, the same reason once with its count.</summary>
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
                table.AddRow(Names.Count(cause.Rows), $"row {cause.FirstRow}", Markup.Escape(Named(cause)), Markup.Escape(cause.Sentence), cause.Code);
            }

            run.Show(table);
            Rest(run, causes.Count, "reasons");
        }
    }

    private static string Named(RefusalCause cause) => cause.IsField ? Texts.In("en")["field." + ReportFields.Find(cause.Field!)!.Name] : cause.Field ?? "–";

    private static void Rest(VerbRun run, int count, string what)
    {
        if (count > Most)
        {
            run.Say($"… {Names.Count(count - Most)} more {what}; --json gives them.");
        }
    }
}
