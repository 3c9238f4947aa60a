using System.CommandLine;
using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Land.Questions;
using Furrow.Core.Places;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Loads a file of boundaries into the ledger, where every question and check finds them.</summary>
internal sealed class LoadPlacesVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "File of boundaries (GeoJSON, GeoPackage, Shapefile ...)." };
    private readonly Option<string> _name = new("--name") { Description = "What they are: municipalities, districts.", HelpName = "NAME", Required = true };
    private readonly Option<string> _source = new("--source") { Description = "Source of the boundaries.", HelpName = "TEXT", Required = true };
    private readonly Option<string> _version = new("--version") { Description = "Edition of the boundaries: a year, a number.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _column = new("--place-name") { Description = "Column that names each place (default: guessed).", HelpName = "COLUMN" };

    private readonly FileOptionSet _about = new();
    private readonly Option<bool> _confirm = new("--confirm") { Description = "What is only proposed of the file is right as it was shown." };

    public override string Name => "load";

    public override string Summary => "Load a file of boundaries into the ledger, with their source and version.";

    protected override void Describe(Command command)
    {
        command.Add(_file);
        command.Add(_name);
        command.Add(_source);
        command.Add(_version);
        command.Add(_column);
        _about.AddTo(command);
        command.Add(_confirm);
    }

    protected override int Run(VerbRun run)
    {
        var path = run.Host.PathOf(run.Get(_file)!);
        if (!File.Exists(path))
        {
            return run.Refuse(Problems.FileMissing(run.Get(_file)!));
        }

        var look = PlaceFile.Look(path, run.Get(_column), _about.Read(run), (_, _) => run.Get(_confirm));
        if (!run.IsJson)
        {
            DictionaryTables.Print(run, look.Dictionary);
        }

        return look.Set.IsRefused ? Held(run, look) : run.Decide(programme =>
        {
            var fact = new PlacesLoaded(Guid.NewGuid(), run.Get(_name)!, run.Get(_source)!, run.Get(_version)!, HashOf(path),
                [.. look.Set.Value!.Places.Select(p => new LoadedPlace(p.Name, p.Shape))]);
            var decided = programme.Decide(run.Acting(), (state, _) => PlaceRules.Load(state, fact));
            return decided.IsRefused ? run.Refuse(decided.Problem!)
                : run.Committed(decided.Value, $"{fact.Places.Count} places are loaded as {programme.State.Of<PlaceSets>().Last}");
        });
    }

    private static int Held(VerbRun run, PlaceLook look)
    {
        if (!run.IsJson || look.Dictionary.Open.Count == 0)
        {
            return run.Refuse(look.Reading is { Problems.Count: > 0 } reading ? reading.Problems : [look.Set.Problem!]);
        }

        run.SayJson(new { problem = VerbRun.Json(look.Set.Problem!), dictionary = look.Dictionary.Entries.Select(ImportJson.Entry) });
        return VerbRun.ExitCode(look.Set.Problem!);
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

/// <summary>The boundaries the ledger holds.</summary>
internal sealed class PlaceListVerb : Verb
{
    public override string Name => "list";

    public override string Summary => "The boundaries the ledger holds, with their sources and editions.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var sets = state.Of<PlaceSets>().All;
        if (run.IsJson)
        {
            run.SayJson(new
            {
                exercise = state.IsExercise,
                places = sets.Select(s => new { set = s.Id, name = s.Set.Name, version = s.Set.Version, source = s.Set.Source,
                    by = run.Reader.NameOf(s.Act.Person), at = s.Act.At, names = s.Set.Places.Select(p => p.Name) }),
            });
            return Done;
        }

        var table = VerbRun.NewTable("name", "version", "source", ">places", "by", "at");
        foreach (var (_, set, act) in sets)
        {
            table.AddRow(Markup.Escape(set.Name), Markup.Escape(set.Version!), Markup.Escape(set.Source!), Names.Count(set.Places.Count),
                Markup.Escape(run.Reader.NameOf(act.Person)), run.Time.Minute(act.At));
        }

        run.Show(table);
        return Done;
    });
}
