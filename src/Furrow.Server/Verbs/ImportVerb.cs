using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Exchange;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Furrow.Store;
using Furrow.Store.Sqlite;

namespace Furrow.Server.Verbs;

/// <summary>Reads a file and says what would become of every row; with --apply, commits that as one batch.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "GeoJSON, Esri JSON, GeoPackage, Shapefile (also zipped), KML, KMZ, GPX, CSV or XLSX." };
    private readonly Option<string?> _accept = ImportOptionSet.Text("--accept",
        "Accept a baseline archive at once in the name of the person running this, for this reason.", "REASON");
    private readonly Option<bool> _apply = new("--apply") { Description = "Write the batch to the ledger. Without this option nothing is written: a dry run." };
    private readonly Option<string?> _saveMapping = ImportOptionSet.Text("--save-mapping", "Save how the columns are read, to be edited and shared.", "FILE");
    private readonly TimeZoneOption _zone = new();
    private readonly ImportRowsOptions _rows = new();
    private readonly ImportOptionSet _about = new();

    public override string Name => "import";

    public override string Summary => "Read a file of reports: a verdict for every row; with --apply, one batch that can be undone as one.";

    protected override void Describe(Command command)
    {
        command.Add(_file);
        _about.AddTo(command);
        command.Add(_accept);
        command.Add(_apply);
        command.Add(_saveMapping);
        _zone.AddTo(command);
        _rows.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        var options = _about.Read(run, run.Get(_accept));
        var zone = _zone.ForNew(run);
        if ((options.Problem ?? zone.Problem) is { } problem)
        {
            return run.Refuse(problem);
        }

        var path = run.Host.PathOf(run.Get(_file)!);
        if (!File.Exists(path))
        {
            return run.Refuse(Problems.FileMissing(run.Get(_file)!));
        }

        var genesis = Genesis.OfFile(run.ProgrammePath, run.Person, run.Host.Clock, zone.Value)();
        if (genesis.Judged.Problem is { } nobody)
        {
            return run.Refuse(nobody);
        }

        if (run.Get(_apply))
        {
            return Apply(run, path, options.Value!, genesis);
        }

        // A dry run on a programme that does not exist yet judges against a new one, and makes nothing.
        return File.Exists(run.ProgrammePath)
            ? run.Ask(state => _zone.Contradicts(run) is { } another ? run.Refuse(another) : Try(run, path, options.Value!, state))
            : Try(run, path, options.Value!, genesis.Judged.Value!.Next);
    }

    private int Try(VerbRun run, string path, ImportOptions options, ProgrammeState state)
    {
        using var plan = Prepare(run, path, options, state);
        return Show(run, plan, null);
    }

    private int Apply(VerbRun run, string path, ImportOptions options, Founding genesis)
    {
        // A file that cannot be used must not leave an empty programme behind: a new programme is tried in memory first.
        var isNew = !File.Exists(run.ProgrammePath);
        using var first = !isNew ? null : Prepare(run, path, options, genesis.Judged.Value!.Next, writes: true);
        var isOver = first is not null && ((first.Problem ?? first.Dictionary.Problem) is not null || first.Account.Taken == 0);
        return isOver ? Show(run, first!, null) : run.Decide(programme =>
        {
            if (_zone.Contradicts(run) is { } another)
            {
                return run.Refuse(another);
            }

            run.SayMark(programme.State);
            using var own = first is null ? Prepare(run, path, options, programme.State, writes: true) : null;
            var plan = first ?? own!;
            if ((plan.Problem ?? plan.Dictionary.Problem) is not null)
            {
                return Show(run, plan, null);
            }

            // A programme made by this very import holds nothing else: it is begun only with its batch, so there is no stopping between the two.
            var applied = plan.Apply(programme, isNew ? CancellationToken.None : run.Host.Stopping);
            return applied.IsRefused ? run.Refuse(applied.Problem!) : Written(run, plan, applied.Value!);
        }, () => genesis);
    }

    private int Written(VerbRun run, ImportPlan plan, ImportResult applied)
    {
        var exit = Show(run, plan, applied);
        if (run.Host.Stopping.IsCancellationRequested && applied.Batch is { } batch)
        {
            run.Host.Error.WriteLine($"You asked to stop when this was written already: {Names.Count(applied.Reports)} reports, batch {batch}. "
                + $"To take it back: furrow undo {batch} --reason ...");
        }

        return exit;
    }

    /// <summary>Who only reads leaves the folder of the ledger as it is: the stage of a large file then lies among the temporary files.</summary>
    internal static ImportPlan Prepare(VerbRun run, string path, ImportOptions options, ProgrammeState state, bool writes = false)
    {
        using var progress = new ImportProgressLine(run.Host);
        return ImportPlan.Prepare(SourceFile.At(path), options, state, progress, stop: run.Host.Stopping,
            stageFolder: writes ? Path.GetDirectoryName(SqliteLog.PlaceOf(run.ProgrammePath)) : null);
    }

    private int Show(VerbRun run, ImportPlan plan, ImportResult? applied)
    {
        if (plan.Problem is not null)
        {
            return Held(run, plan);
        }

        // A reading that is to be applied or confirmed must have nothing open in it.
        var open = applied is null && (run.Get(_apply) || _about.ConfirmOf(run) is not null) ? plan.Dictionary.Problem : null;
        var unwritten = WriteFiles(run, plan);
        if (run.IsJson)
        {
            run.SayJson(open is null ? ImportJson.Of(run.Opened, plan, applied) : ImportJson.Refused(run.Opened, plan, open));
        }
        else
        {
            ImportTables.Print(run, plan, applied, _rows.RowsOf(run));
        }

        if (unwritten is not null)
        {
            run.Host.Error.WriteLine((applied is null ? "not written: " : "the batch is in the ledger; not written: ") + unwritten);
            return VerbRun.ExitCode(unwritten);
        }

        return open is not null ? run.IsJson ? Refused : run.Refuse(open) : plan.Account.Refused == 0 ? Done : Refused;
    }

    /// <summary>A file of which nothing can be used: where a person can answer what it asks, with every question and the option beside it.</summary>
    internal static int Held(VerbRun run, ImportPlan plan)
    {
        if (!plan.IsAsking)
        {
            return run.Refuse(plan.Problem!);
        }

        if (run.IsJson)
        {
            run.SayJson(ImportJson.Refused(run.Opened, plan, plan.Problem!));
            return VerbRun.ExitCode(plan.Problem!);
        }

        DictionaryTables.Print(run, plan.Dictionary, DictionaryTables.ConfirmImport);
        if (plan.AsksBeforeRows)
        {
            run.Say("No row can be read before this is said: what the rows ask comes after it.");
        }

        return run.Refuse(plan.Problems);
    }

    /// <summary>What is written beside the answer. That it cannot be does not hide what the import did.</summary>
    private Problem? WriteFiles(VerbRun run, ImportPlan plan)
    {
        try
        {
            if (run.Get(_saveMapping) is { } mapping)
            {
                using var output = new OutputFile(run.Host.PathOf(mapping));
                output.Write(plan.Mapping.ToJson());
                output.Finish();
            }

            _about.WriteConfirmed(run, plan);

            if (_rows.FileOf(run) is { } file)
            {
                VerdictFile.Write(plan, file);
            }

            return null;
        }
        catch (Exception wrong) when (OutputFile.WhyNot(wrong) is { } problem)
        {
            return problem;
        }
    }
}
