using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Server.Answers;
using Furrow.Server.Exports;
using Furrow.Server.Listings;
using Furrow.Store;

namespace Furrow.Server.Verbs;

/// <summary>Writes land, areas, reports or postings to a file other programs read.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly Argument<string> _what = new("WHAT") { Description = $"One of {string.Join(", ", LandExports.All.Select(e => e.Word))}." };
    private readonly Argument<string> _file = new("FILE") { Description = "Where to write it; its extension names the format." };
    private readonly Option<string?> _format = new("--format")
    {
        Description = $"Format, instead of what the extension says: {string.Join(", ", Writers.All.Select(w => w.Format))}.",
        HelpName = "WORD",
    };

    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();
    private readonly Option<KindSet> _kind = SharedOptions.Kind();
    private readonly Option<bool> _restricted = new("--restricted")
    {
        Description = "Include what is restricted in reports: remarks, and columns of the sources that no field takes. Without it they are only counted.",
    };

    public ExportVerb() => _what.AcceptOnlyFromAmong([.. LandExports.All.Select(e => e.Word)]);

    public override string Name => "export";

    public override string Summary => "Write land, areas, reports or postings as GeoJSON, GeoPackage, Shapefile, KML, CSV or XLSX.";

    protected override void Describe(Command command)
    {
        command.Add(_what);
        command.Add(_file);
        command.Add(_format);
        command.Add(_asOf);
        command.Add(_knownAt);
        command.Add(_kind);
        command.Add(_restricted);
    }

    protected override int Run(VerbRun run)
    {
        var path = run.Host.PathOf(run.Get(_file)!);
        var named = run.Get(_format) ?? Path.GetExtension(path);
        return Writers.Find(named) is not { } writer ? run.Refuse(Problems.ExportFormatUnknown(named)) : run.AskQuietly(state =>
            BalanceVerb.Ahead(state, run.Get(_knownAt)) is { } ahead ? run.Refuse(ahead) : Write(run, state, writer, path));
    }

    private int Write(VerbRun run, ProgrammeState state, IFormatWriter writer, string path)
    {
        var rows = 0;
        var left = new ExportOmissions();
        var (known, asOf) = (state.Land.At(run.Get(_knownAt)), run.Get(_asOf) ?? run.Today);
        var table = LandExports.Of(run.Get(_what)!, state, known, asOf, run.Get(_kind), run.Get(_restricted) ? run.Reader : null, left);
        table = table with { About = [.. ListExport.AboutLand(asOf, known.KnownAt), .. left.About] };
        IReadOnlyList<string> lost;
        using (var output = new OutputFile(path))
        {
            lost = writer.Write(table with { Rows = Counted(table.Rows, () => rows++) }, output.Content);
            output.Finish();
        }

        var beside = writer.HoldsAbout ? null : AboutFile.Write(path, table, rows, lost);
        if (run.IsJson)
        {
            run.SayJson(new { file = path, format = writer.Format, rows, exercise = state.IsExercise, lost, leftOut = left.Sentences, about = beside });
            return Done;
        }

        run.SayMark(state);
        foreach (var what in lost)
        {
            run.Say("not held by the format: " + what);
        }

        foreach (var what in left.Sentences)
        {
            run.Say("left out: " + what);
        }

        if (beside is not null)
        {
            run.Say($"{Path.GetFileName(beside)} beside it says as of when it is and what it leaves out; send both.");
        }

        run.Say($"{Names.Count(rows)} rows written to {Path.GetFileName(path)} ({writer.Format}).");
        return Done;
    }

    private static IEnumerable<ExportRow> Counted(IEnumerable<ExportRow> rows, Action count)
    {
        foreach (var row in rows)
        {
            count();
            yield return row;
        }
    }
}
