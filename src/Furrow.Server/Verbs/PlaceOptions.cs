using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Land.Questions;
using Furrow.Server.Imports;

namespace Furrow.Server.Verbs;

/// <summary>A file of boundaries, and which of its columns names them.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<string?> _file = new("--places") { Description = "File of boundaries to split by (GeoJSON, GeoPackage, Shapefile ...).",
        HelpName = "FILE" };
    private readonly Option<string?> _name = new("--place-name") { Description = "Column of that file that names each place (default: guessed).",
        HelpName = "COLUMN" };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_name);
    }

    /// <summary>The set; null when no file was named.</summary>
    public Outcome<PlaceSet?> Read(VerbRun run)
    {
        if (run.Get(_file) is not { } file)
        {
            return new Outcome<PlaceSet?>(null, null);
        }

        var read = PlaceFile.Read(run.Host.PathOf(file), run.Get(_name));
        return new Outcome<PlaceSet?>(read.Value, read.Problem);
    }
}
