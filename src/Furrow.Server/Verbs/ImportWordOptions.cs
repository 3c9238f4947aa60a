using System.CommandLine;

namespace Furrow.Server.Verbs;

/// <summary>What a person says about single words and columns of a file, so that nothing of it is guessed.</summary>
internal sealed class ImportWordOptions
{
    private readonly Option<(string Named, string Value, string Meaning)[]> _map = new("--map")
    {
        Description = "What a word of the file means: \"Status:Finished=cleared\"; \"Status:Foo=refuse\" leaves its rows out. May be given several times.",
        HelpName = "COLUMN:VALUE=MEANING",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _leave = new("--leave")
    {
        Description = "A column to ignore although it looks like a status, a date, contamination or a place. May be given several times.",
        HelpName = "COLUMN",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<(string Column, string Words)[]> _column = new("--column")
    {
        Description = "What a column is: its field, half of a place (latitude, longitude, easting, northing, zone) or whole (wkt, mgrs, position), unit, order of "
            + "dates (day-month-year, month-day-year; cells-right, cells-exchanged) or decimal sign (decimal-comma, decimal-point), with commas between them: "
            + "\"Size=statedArea,ha\". May stand several times.",
        HelpName = "COLUMN=WORDS",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _confirm = ImportOptionSet.Text("--confirm",
        "Everything that is only proposed is right as the dry run showed it. The whole reading is written to this file, a mapping for the next time.", "FILE");

    private readonly Option<bool> _afresh = new("--afresh") { Description = "Read the file as the first of its form, without what is known from the last one." };

    public ImportWordOptions()
    {
        ReadMeanings();
        ReadColumns();
    }

    private void ReadColumns() => _column.CustomParser = result =>
    {
        var said = new List<(string Column, string Words)>();
        foreach (var token in result.Tokens)
        {
            var at = token.Value.LastIndexOf('=');
            if (at <= 0 || at == token.Value.Length - 1)
            {
                result.AddError($"\"{token.Value}\" does not say what a column is: COLUMN=WORDS.");
                return [];
            }

            said.Add((token.Value[..at].Trim(), token.Value[(at + 1)..].Trim()));
        }

        return [.. said];
    };

    private void ReadMeanings() => _map.CustomParser = result =>
    {
        var meanings = new List<(string Named, string Value, string Meaning)>();
        foreach (var token in result.Tokens)
        {
            int from = token.Value.IndexOf(':', StringComparison.Ordinal), to = token.Value.LastIndexOf('=');
            if (from <= 0 || to <= from + 1)
            {
                result.AddError($"\"{token.Value}\" does not say what a value means: COLUMN:VALUE=MEANING.");
                return [];
            }

            meanings.Add((token.Value[..from].Trim(), token.Value[(from + 1)..to].Trim(), token.Value[(to + 1)..].Trim()));
        }

        return [.. meanings];
    };

    public void AddTo(Command command)
    {
        command.Add(_map);
        command.Add(_column);
        command.Add(_leave);
        command.Add(_confirm);
        command.Add(_afresh);
    }

    public (string Named, string Value, string Meaning)[] MeaningsOf(VerbRun run) => run.Get(_map) ?? [];

    public (string Column, string Words)[] ColumnsOf(VerbRun run) => run.Get(_column) ?? [];

    /// <summary>The file to write the confirmed reading to; null when nothing is confirmed.</summary>
    public string? ConfirmOf(VerbRun run) => run.Get(_confirm) is { } file ? run.Host.PathOf(file) : null;

    public bool AfreshOf(VerbRun run) => run.Get(_afresh);

    public string[] LeaveOf(VerbRun run) => run.Get(_leave) ?? [];
}
