using System.CommandLine;
using System.CommandLine.Parsing;
using Furrow.Core;
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

    private readonly Option<(string Word, PointRole Role)[]> _points = new("--point-type")
    {
        Description = "What a word for points means: \"Pillar=benchmark\". Words: turning, start, intermediate and end are corners; reference, benchmark, landmark, "
            + "evidence and left are none. May stand several times.",
        HelpName = "WORD=MEANING",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<NorthReference> _north = new("--north") { Description = "From which north bearings count, where the heading does not say so.",
        HelpName = "true|magnetic|grid" };

    private readonly Option<double?> _declination = new("--declination") { Description = "Degrees that magnetic north lies east of true north at the place and "
        + "date of the survey.", HelpName = "DEGREES", CustomParser = r => PlainNumber.Real(r.Tokens[0].Value) };

    private readonly Option<string?> _distance = new("--distance-unit") { Description = "In what legs are measured, whatever their heading says: m, km, ft, yd.",
        HelpName = "UNIT" };

    public ImportTableOptions()
    {
        _only.CustomParser = result => Pairs(result, "names no column and value: COLUMN=VALUE.");
        _points.CustomParser = result =>
        {
            var said = new List<(string Word, PointRole Role)>();
            foreach (var (word, means) in Pairs(result, "does not say what a word means: WORD=MEANING."))
            {
                if (PointWords.Named(means) is not { } role)
                {
                    result.AddError($"\"{means}\" is no kind of point.");
                    return [];
                }

                said.Add((word, role));
            }

            return [.. said];
        };
    }

    private static (string, string)[] Pairs(ArgumentResult result, string wrong)
    {
        var pairs = new List<(string, string)>();
        foreach (var token in result.Tokens)
        {
            var sign = token.Value.LastIndexOf('=');
            if (sign <= 0)
            {
                result.AddError($"\"{token.Value}\" {wrong}");
                return [];
            }

            pairs.Add((token.Value[..sign].Trim(), token.Value[(sign + 1)..].Trim()));
        }

        return [.. pairs];
    }

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
        command.Add(_points);
        command.Add(_north);
        command.Add(_declination);
        command.Add(_distance);
    }

    public ReadOptions Read(VerbRun run, ReadOptions options) => options with
    {
        HeaderRow = run.Get(_header),
        Sums = run.Get(_sums),
        North = run.Get(_north),
        DeclinationDegrees = run.Get(_declination),
        DistanceUnit = run.Get(_distance),
        PointTypes = (run.Get(_points) ?? []).DistinctBy(p => p.Word).ToDictionary(p => p.Word, p => p.Role),
        Only = (run.Get(_only) ?? []).GroupBy(o => o.Column).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(o => o.Value)]),
    };
}
