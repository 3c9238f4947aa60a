using System.CommandLine;
using Furrow.Exchange;
using Furrow.Server.Imports;

namespace Furrow.Server.Verbs;

/// <summary>What a person may say of how a file is written, for every verb that reads places from one: its system, encoding, sheet and table.</summary>
internal sealed class FileOptionSet
{
    private readonly Option<string?> _crs = ImportOptionSet.Text("--crs",
        "Coordinate system: EPSG:32633, UTM 33N, WKT. Where the file says otherwise: 'EPSG:32634 instead of EPSG:32633'.");
    private readonly Option<PlaneAxes> _axes = new("--axes") { Description = "Columns only called X and Y: x-is-east or x-is-north "
        + "(default: as the coordinate system defines them). Longitude and latitude: as-named, or exchanged.", HelpName = "WORD" };
    private readonly Option<string?> _encoding = ImportOptionSet.Text("--encoding", "Text encoding, instead of what the bytes suggest.");
    private readonly Option<string?> _layer = Layer();
    private readonly Option<HiddenCells> _hidden = new("--hidden") { Description = "Hidden rows and columns of a sheet: read or leave. Without it a sheet that "
        + "has some is refused.", HelpName = "read|leave" };
    private readonly ImportTableOptions _table = new();

    public FileOptionSet()
    {
        _axes.CustomParser = result =>
        {
            if (AxesWord.Find(result.Tokens[0].Value) is { } axes)
            {
                return axes;
            }

            result.AddError($"\"{result.Tokens[0].Value}\" is not a word of --axes. Words: {string.Join(", ", AxesWord.All.Concat(AxesWord.Named).Select(a => a.Word))}.");
            return PlaneAxes.Unstated;
        };
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _crs, _axes, _encoding, _layer, _hidden })
        {
            command.Add(option);
        }

        _table.AddTo(command);
    }

    public ReadOptions Read(VerbRun run) => _table.Read(run, new ReadOptions
    {
        Crs = run.Get(_crs),
        Axes = run.Get(_axes),
        Encoding = run.Get(_encoding),
        Layer = run.Get(_layer),
        Hidden = run.Get(_hidden),
    });

    private static Option<string?> Layer()
    {
        var layer = ImportOptionSet.Text("--layer", "Table, sheet or archive member, where there are several.", "NAME");
        layer.Aliases.Add("--sheet");
        return layer;
    }
}
