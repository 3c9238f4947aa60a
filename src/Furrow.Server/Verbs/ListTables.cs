using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Listings;
using Furrow.Server.Pages;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>A list on the terminal, in English.</summary>
internal static class ListTables
{
    private const int MostRows = 1 << 30;

    private static readonly Texts English = Texts.In("en");

    /// <summary>All rows of a list, in some of its columns, for a verb that says more than the list.</summary>
    public static void Show(VerbRun run, ProgrammeState state, IListing listing, string columns, params (string Word, string Value)[] words)
    {
        var ask = new ListAsk(state, run.Today)
        {
            Reader = run.Opened,
            Purpose = ReaderPurpose.Review,
            Words = words.Append((ListAsk.ColumnsWord, columns)).ToDictionary(w => w.Item1, w => w.Item2),
        };
        run.Show(Table(listing.Answer(ask, MostRows), ask));
    }

    private static Table Table(ListAnswer answer, ListAsk ask)
    {
        var table = VerbRun.NewTable([.. answer.Columns.Select(c => $"{(c.IsFigure ? ">" : "")}{English[c.Heading]}{(c.Type == CellType.Area ? " m²" : "")}")]);
        foreach (var line in answer.Lines)
        {
            table.AddRow([.. line.Cells.Select((cell, i) => Markup.Escape(Text(answer.Columns[i].Type, cell, ask)))]);
        }

        return table;
    }

    /// <summary>A page of a list, and where in it one is.</summary>
    public static void Show(VerbRun run, ListAnswer answer, ListAsk ask)
    {
        run.Show(Table(answer, ask));
        if (answer.NotSortedBy is { } column)
        {
            run.Say($"More than {Names.Count(Listing<object>.MostSorted)} rows fit, which are not sorted by {column}: filter them first.");
        }

        run.Say(answer.Pages == 1 ? $"{Names.Count(answer.Count)} rows."
            : $"Rows {Names.Count(answer.First)} to {Names.Count(answer.Last)} of {Names.Count(answer.Count)}; --page shows others, --out writes all.");
    }

    private static string Text(CellType type, ListCell cell, ListAsk ask) => Text(type, cell.Value, ask) + (cell.Beside is { } beside ? $" ({Said(beside)})" : "");

    private static string Text(CellType type, object? value, ListAsk ask) => value switch
    {
        null => "",
        ListWord word => Said(word),
        _ when type == CellType.Said => ListExport.English(value) ?? "",
        DateOnly day => Names.Iso(day),
        ReportDate date => ReviewListVerb.Date(date),
        DateTimeOffset at => ask.Time.Minute(at),
        bool truth => truth ? "yes" : "no",
        int or long => type == CellType.Area ? AreaText.Whole(Convert.ToInt64(value, null)) : Names.Count(Convert.ToInt64(value, null)),
        _ => value.ToString() ?? "",
    };

    private static string Said(ListWord word) => word.Argument is null ? English[word.Key] : English[word.Key, word.Argument];
}
