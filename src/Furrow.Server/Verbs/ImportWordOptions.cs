using System.CommandLine;

namespace Furrow.Server.Verbs;

/// <summary>What a person says about single words and columns of a file, so that nothing of it is guessed.</summary>
internal sealed class ImportWordOptions
{
    private readonly Option<(string Named, string Value, string Meaning)[]> _map = new("--map")
    {
        Description = "What a word of the file means: \"Status:Finished=cleared\". May be given several times.",
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

    public ImportWordOptions() => _map.CustomParser = result =>
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
        command.Add(_leave);
    }

    public (string Named, string Value, string Meaning)[] MeaningsOf(VerbRun run) => run.Get(_map) ?? [];

    public string[] LeaveOf(VerbRun run) => run.Get(_leave) ?? [];
}
