using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>Reads a file and says what would become of every row; with --apply, commits that as one batch.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "GeoJSON, GeoPackage, Shapefile (also zipped), KML, KMZ, CSV or XLSX." };
    private readonly Option<ImportAs> _as;
    private readonly Option<ReportDate?> _on = new("--on") { Description = "Date spoken of by rows that give none: 2015-12-31, 2015-12 or 2015.", HelpName = "DATE", CustomParser = SharedOptions.ReadDay };
    private readonly Option<string?> _organisation = Text("--organisation", "Organisation of rows that name none.");
    private readonly Option<KindSet> _kind = new("--kind") { Description = "Kinds of contamination of rows that name none: all, mines, or a list.", HelpName = "KINDS", DefaultValueFactory = _ => KindSet.All };
    private readonly Option<bool> _baseline = new("--baseline") { Description = "History before the ledger: an opening balance; its dates print as assumed." };
    private readonly Option<string?> _accept = Text("--accept", "Accept a baseline archive at once in the name of the person running this, for this reason.", "REASON");
    private readonly Option<bool> _apply = new("--apply") { Description = "Commit it. Without this nothing is written: a dry run." };
    private readonly Option<string?> _mapping = Text("--mapping", "How columns are read: a file saved by --save-mapping.", "FILE");
    private readonly Option<string?> _saveMapping = Text("--save-mapping", "Save how the columns are read, to be edited and shared.", "FILE");
    private readonly Option<string?> _crs = Text("--crs", "Coordinate system, instead of what the file says: EPSG:32633, UTM 33N, WKT.");
    private readonly Option<string?> _encoding = Text("--encoding", "Text encoding, instead of what the bytes suggest.");
    private readonly Option<string?> _layer = Text("--layer", "Table, sheet or archive member, where there are several.");
    private readonly Option<string?> _team = Text("--team", "Team of rows that name none.");
    private readonly Option<string?> _donor = Text("--donor", "Donor of rows that name none.");
    private readonly Option<string?> _method = Text("--method", "Method of rows that name none.");
    private readonly Option<int?> _depth = new("--depth-searched") { Description = "Depth searched, for rows that give none, in cm.", HelpName = "CM" };
    private readonly Option<string?> _to = Text("--to", "Who takes the land over, for rows that do not say.");
    private readonly Option<string?> _evidence = Text("--evidence", "What a re-opening rests on, for rows that do not say.");
    private readonly Option<bool> _antimeridian = new("--cut-at-antimeridian") { Description = "Cut rings that run across the 180th meridian instead of refusing them." };
    private readonly Option<bool> _all = new("--all-rows") { Description = "Print a line for each row instead of one for each run of equal verdicts." };
    private readonly PlaceOptions _places = new();

    public ImportVerb()
    {
        _as = new Option<ImportAs>("--as") { Description = "What the rows report.", HelpName = "WORD", Required = true };
        _as.CustomParser = result =>
        {
            if (ImportAs.Find(result.Tokens[0].Value) is { } found)
            {
                return found;
            }

            result.AddError($"\"{result.Tokens[0].Value}\" is not a word of --as. Words: {string.Join(", ", ImportAs.All.Select(a => a.Word))}.");
            return null;
        };
        _kind.CustomParser = result =>
        {
            if (Kinds.Parse(result.Tokens[0].Value) is { } kinds && (kinds & ~KindSet.All) == 0)
            {
                return kinds;
            }

            result.AddError($"\"{result.Tokens[0].Value}\" names no kinds of contamination. Words: all, mines, {string.Join(", ", Kinds.Names.Select(n => n.Name))}.");
            return KindSet.All;
        };
    }

    public override string Name => "import";

    public override string Summary => "Read a file of reports: a verdict for every row; with --apply, one batch that can be undone as one.";

    protected override void Describe(Command command)
    {
        command.Add(_file);
        foreach (var option in new Option[]
        {
            _as, _on, _organisation, _kind, _baseline, _accept, _apply, _mapping, _saveMapping, _crs, _encoding, _layer, _team, _donor, _method, _depth, _to, _evidence,
            _antimeridian, _all,
        })
        {
            command.Add(option);
        }

        _places.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        var options = Options(run);
        if (options.IsRefused)
        {
            return run.Refuse(options.Problem!);
        }

        var path = run.Host.PathOf(run.Get(_file)!);
        if (!File.Exists(path))
        {
            return run.Refuse(Problems.FileMissing(run.Get(_file)!));
        }

        if (run.Get(_apply))
        {
            return Apply(run, path, options.Value!);
        }

        // A dry run on a programme that does not exist yet judges against an empty one, and makes nothing.
        return File.Exists(run.ProgrammePath)
            ? run.Ask(state => Show(run, Prepare(run, path, options.Value!, state), null))
            : Show(run, Prepare(run, path, options.Value!, ProgrammeState.Empty), null);
    }

    private int Apply(VerbRun run, string path, ImportOptions options)
    {
        // A file that cannot be used must not leave an empty programme behind.
        if (!File.Exists(run.ProgrammePath) && Prepare(run, path, options, ProgrammeState.Empty) is var trial && (trial.Problem is not null || trial.Account.Taken == 0))
        {
            return Show(run, trial, null);
        }

        return run.Decide(programme =>
        {
            run.SayMark(programme.State);
            var plan = Prepare(run, path, options, programme.State);
            if (plan.Problem is not null)
            {
                return Show(run, plan, null);
            }

            Outcome<ImportResult> applied;
            using (var progress = new ProgressLine(run.Host, "writing"))
            {
                applied = plan.Apply(programme);
            }

            return applied.IsRefused ? run.Refuse(applied.Problem!) : Show(run, plan, applied.Value);
        }, Genesis.OfFile(run.ProgrammePath, run.Person, run.Host.Clock));
    }

    private static ImportPlan Prepare(VerbRun run, string path, ImportOptions options, ProgrammeState state)
    {
        using var progress = new ImportProgressLine(run.Host);
        return ImportPlan.Prepare(SourceFile.At(path), options, state, progress);
    }

    private int Show(VerbRun run, ImportPlan plan, ImportResult? applied)
    {
        if (plan.Problem is not null)
        {
            return run.Refuse(plan.Problem);
        }

        if (run.Get(_saveMapping) is { } mapping)
        {
            File.WriteAllText(run.Host.PathOf(mapping), plan.Mapping.ToJson());
        }

        if (run.IsJson)
        {
            run.SayJson(ImportJson.Of(plan, applied));
        }
        else
        {
            ImportTables.Print(run, plan, applied, run.Get(_all));
        }

        return plan.Account.Refused == 0 ? Done : Refused;
    }

    private Outcome<ImportOptions> Options(VerbRun run)
    {
        var places = _places.Read(run);
        var mapping = MappingOf(run);
        if (places.IsRefused || mapping.IsRefused)
        {
            return places.Problem ?? mapping.Problem!;
        }

        if (run.Get(_accept) is not null && !run.Get(_baseline))
        {
            return Problems.ReportOwnAcceptance(run.Person);
        }

        return new ImportOptions
        {
            As = run.Get(_as)!,
            On = run.Get(_on),
            Organisation = run.Get(_organisation),
            Kinds = run.Get(_kind),
            Baseline = run.Get(_baseline),
            AcceptReason = run.Get(_accept),
            Team = run.Get(_team),
            Donor = run.Get(_donor),
            Method = run.Get(_method),
            DepthSearchedCm = run.Get(_depth),
            HandedOverTo = run.Get(_to),
            Evidence = run.Get(_evidence),
            Mapping = mapping.Value,
            Reading = new ReadOptions { Crs = run.Get(_crs), Encoding = run.Get(_encoding), Layer = run.Get(_layer) },
            CutAtAntimeridian = run.Get(_antimeridian),
            Places = places.Value,
            Checks = CheckSettings.Default,
            By = run.Person,
            At = run.Now,
        };
    }

    private Outcome<Mapping?> MappingOf(VerbRun run)
    {
        if (run.Get(_mapping) is not { } file)
        {
            return new Outcome<Mapping?>(null, null);
        }

        var path = run.Host.PathOf(file);
        if (!File.Exists(path))
        {
            return Problems.FileMissing(file);
        }

        var read = Mapping.FromJson(File.ReadAllText(path), file);
        return new Outcome<Mapping?>(read.Value, read.Problem);
    }

    private static Option<string?> Text(string name, string description, string help = "TEXT") => new(name) { Description = description, HelpName = help };
}
