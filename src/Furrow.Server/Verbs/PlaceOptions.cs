using System.CommandLine;
using Furrow.Core;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>Boundaries: a set of the ledger, or a file and which of its columns names them.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<string?> _file = new("--places")
    {
        Description = "Boundaries: a file (GeoJSON, GeoPackage, Shapefile ...), or a set of the ledger by its name, with or without its version (default: the one loaded last).",
        HelpName = "FILE|NAME",
    };
    private readonly Option<string?> _name = new("--place-name") { Description = "Column of that file that names each place (default: guessed).",
        HelpName = "COLUMN" };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_name);
    }

    /// <summary>What was named: a file is read at once, a set is looked for in the ledger when that is open.</summary>
    public Outcome<PlaceChoice> Read(VerbRun run)
    {
        if (run.Get(_file) is not { } named)
        {
            return PlaceChoice.Last;
        }

        if (!File.Exists(run.Host.PathOf(named)))
        {
            return PlaceChoice.Named(named);
        }

        var read = PlaceFile.Read(run.Host.PathOf(named), run.Get(_name));
        return read.IsRefused ? read.Problem! : PlaceChoice.Of(read.Value!);
    }
}
