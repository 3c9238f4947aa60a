using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Exchange;
using Furrow.Exchange.Tables;
using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Programmes;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Does one intent for each row of a table: what people have in a spreadsheet.</summary>
internal sealed class RowsVerb(IntentList intents) : Verb
{
    private readonly Argument<string> _intent = new("INTENT") { Description = "What to do for each row, named as in the address of its form: person-register (see the page /do)." };
    private readonly Argument<string> _file = new("FILE") { Description = "A table: CSV or XLSX. Headings are names of fields, or what the fields are called in any of the five languages." };
    private readonly Option<string[]> _columns = Pairs("--column", "Which field a column is; \"Remarks=\" leaves the column out.", "HEADING=FIELD");
    private readonly Option<string[]> _constants = Pairs("--set", "The same for every row: a field no column gives.", "FIELD=VALUE");
    private readonly Option<string?> _sheet = ImportOptionSet.Text("--sheet", "Which sheet, where there are several.", "NAME");
    private readonly Option<string?> _encoding = ImportOptionSet.Text("--encoding", "Text encoding, instead of what the bytes suggest.");
    private readonly Option<HiddenCells> _hidden = new("--hidden") { Description = "Hidden rows and columns of a sheet: read or leave.", HelpName = "read|leave" };
    private readonly Option<HeadingRows?> _header = ImportTableOptions.HeaderRow();
    private readonly Option<SumRows> _sums = ImportTableOptions.Sums();
    private readonly Option<bool> _apply = new("--apply") { Description = "Write the rows, each as an action of its own, all at once; without this option only the verdicts are shown." };
    private readonly Option<bool> _leave = new("--leave-refused") { Description = "Write the accepted rows even if others are refused." };
    private readonly Option<string> _reason = SharedOptions.Reason();

    public override string Name => "rows";

    public override string Summary => "Do the same thing for each row of a table: each row is judged separately, and nothing is written as long as one row is refused.";

    protected override void Describe(Command command)
    {
        _intent.CompletionSources.Add([.. intents.All.Select(i => i.Name)]);
        command.Add(_intent);
        command.Add(_file);
        foreach (var option in new Option[] { _columns, _constants, _sheet, _encoding, _hidden, _header, _sums, _apply, _leave, _reason })
        {
            command.Add(option);
        }
    }

    protected override int Run(VerbRun run)
    {
        var (intent, path) = (intents.Named(run.Get(_intent)!), run.Host.PathOf(run.Get(_file)!));
        if (intent.IsRefused || !File.Exists(path))
        {
            return run.Refuse(intent.Problem ?? Problems.FileMissing(run.Get(_file)!));
        }

        var constants = Split(run.Get(_constants)).ToDictionary(p => p.Item1, p => p.Item2);
        var reading = new ReadOptions { Layer = run.Get(_sheet), Encoding = run.Get(_encoding), Hidden = run.Get(_hidden), HeaderRow = run.Get(_header),
            Sums = run.Get(_sums), Stop = run.Host.Stopping };
        var table = IntentTable.Read(intent.Value!, SourceFile.At(path), new IntentTableOptions([.. Split(run.Get(_columns))], constants, reading));
        if (table.IsRefused)
        {
            return run.Refuse(table.Problem!);
        }

        var rows = new IntentRows(intent.Value!, intents.Objects, table.Value!, (draft, id) => run.Acting(draft.Reason ?? run.Get(_reason), id, Door.Import));
        return run.Get(_apply) ? run.Decide(programme =>
        {
            var (committed, rulings) = rows.Commit(programme, run.Get(_leave));
            return Show(run, table.Value!, rulings, committed);
        }) : run.Ask(state => Show(run, table.Value!, rows.Try(state), null));
    }

    private static int Show(VerbRun run, IntentTable table, IReadOnlyList<RowRuling> rows, Outcome<long>? committed)
    {
        var refused = rows.Count(r => r.Problem is not null);
        if (run.IsJson)
        {
            run.SayJson(new
            {
                file = table.File,
                columns = table.Columns.Select(c => new { heading = c.Heading, field = c.Field?.Name }),
                warnings = table.Warnings.Select(w => w.Sentence),
                rows = rows.Select(r => new { row = r.Row.Row, verdict = r.Problem is null ? "accepted" : "refused", done = r.Done,
                    problem = r.Problem is { } p ? VerbRun.Json(p) : null }),
                accepted = rows.Count - refused,
                refused,
                position = committed is { IsRefused: false } done ? done.Value : (long?)null,
                problem = committed?.Problem is { } why ? VerbRun.Json(why) : null,
            });
        }
        else
        {
            Print(run, table, rows, refused, committed);
        }

        return committed?.Problem is { } problem ? VerbRun.ExitCode(problem) : refused > 0 ? Refused : Done;
    }

    private static void Print(VerbRun run, IntentTable table, IReadOnlyList<RowRuling> rows, int refused, Outcome<long>? committed)
    {
        var columns = VerbRun.NewTable("column", "read as");
        foreach (var (heading, field) in table.Columns)
        {
            columns.AddRow(Markup.Escape(heading), field?.Name ?? "–");
        }

        run.Show(columns);
        foreach (var warning in table.Warnings)
        {
            run.Say("assumed: " + warning);
        }

        foreach (var row in rows)
        {
            run.Say(row.Problem is { } problem ? $"refused: {problem}" : $"row {row.Row.Row}: {row.Done}");
        }

        run.Say($"{Names.Count(rows.Count - refused)} rows accepted, {Names.Count(refused)} refused. " + (committed is not { } outcome
            ? "Nothing is written without --apply." : outcome.Problem is { } why ? $"Nothing was written: {why}" : $"Written up to entry {outcome.Value}."));
    }

    private static IEnumerable<(string, string)> Split(string[]? pairs) => (pairs ?? []).Select(p => p.LastIndexOf('=') is var at
        ? (p[..at].Trim(), p[(at + 1)..].Trim()) : default);

    private static Option<string[]> Pairs(string name, string description, string help)
    {
        var option = new Option<string[]>(name) { Description = description + " May be given several times.", HelpName = help, DefaultValueFactory = _ => [] };
        option.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"\"{wrong.Value}\" is not {help}.");
            }
        });
        return option;
    }
}
