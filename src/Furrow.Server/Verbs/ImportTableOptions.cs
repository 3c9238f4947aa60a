using System.CommandLine;
using Furrow.Exchange;
using Furrow.Exchange.Tables;

namespace Furrow.Server.Verbs;

/// <summary>What a person says about how a table stands on its sheet, and which of its rows are meant.</summary>
internal sealed class ImportTableOptions
{
    private readonly Option<HeadingRows?> _header = HeaderRow();
    private readonly Option<SumRows> _sums = Sums();

    private readonly Option<(string Column, string Value)[]> _only = new("--only")
    {
        Description = "Read only rows with this value in this column: \"Status=Approved\". May stand several times; values of one column stand for each other.",
        HelpName = "COLUMN=VALUE",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public ImportTableOptions() => _only.CustomParser = result =>
    {
        var chosen = new List<(string Column, string Value)>();
        foreach (var token in result.Tokens)
        {
            var sign = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                result.AddError($"\"{token.Value}\" names no column and value: COLUMN=VALUE.");
                return [];
            }

            chosen.Add((token.Value[..sign].Trim(), token.Value[(sign + 1)..].Trim()));
        }

        return [.. chosen];
    };

    /// <summary>The option for the rows of headings, for every verb that reads a table.</summary>
    public static Option<HeadingRows?> HeaderRow() => new("--header-row")
    {
        Description = "Row that names the columns, as a spreadsheet counts rows; 4-5 for two that belong together. Without it the row is looked for.",
        HelpName = "N|N-M",
        CustomParser = result =>
        {
            if (HeadingRows.Parse(result.Tokens[0].Value) is { } rows)
            {
                return rows;
            }

            result.AddError($"\"{result.Tokens[0].Value}\" is no row of headings: say 4, or 4-5.");
            return null;
        },
    };

    public static Option<SumRows> Sums() => new("--totals") { Description = "Rows that look like sums or remarks: read them as records, or leave them out. "
        + "Without it each is refused by name.", HelpName = "read|leave" };

    public void AddTo(Command command)
    {
        command.Add(_header);
        command.Add(_sums);
        command.Add(_only);
    }

    public ReadOptions Read(VerbRun run, ReadOptions options) => options with
    {
        HeaderRow = run.Get(_header),
        Sums = run.Get(_sums),
        Only = (run.Get(_only) ?? []).GroupBy(o => o.Column).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(o => o.Value)]),
    };
}
