using System.CommandLine;
using Furrow.Core;

namespace Furrow.Server.Verbs;

/// <summary>How much an import says about single rows.</summary>
internal sealed class ImportRowsOptions
{
    private const int Usual = 10;

    private readonly Option<int?> _rows = new("--rows")
    {
        Description = "How many rows to print of each verdict a person should look at: a number, all (every row of the file, also those without a problem) or none. "
            + "Without it 10; a file with no more rows is printed whole.",
        HelpName = "N|all|none",
    };

    private readonly Option<string?> _file = ImportOptionSet.Text("--verdicts", "Write the verdict of every row to this file, as CSV.", "FILE");

    public ImportRowsOptions() => _rows.CustomParser = result =>
    {
        var word = result.Tokens[0].Value;
        if (word is "all" or "none")
        {
            return word == "all" ? int.MaxValue : 0;
        }

        if (PlainNumber.Whole(word) is { } number)
        {
            return number;
        }

        result.AddError($"\"{word}\" is not a number of rows, all or none.");
        return null;
    };

    public void AddTo(Command command)
    {
        command.Add(_rows);
        command.Add(_file);
    }

    /// <summary>How many rows of each verdict to print; <see cref="int.MaxValue"/> for every row of the file.</summary>
    public int RowsOf(VerbRun run) => run.Get(_rows) ?? Usual;

    public string? FileOf(VerbRun run) => run.Get(_file) is { } file ? run.Host.PathOf(file) : null;
}
