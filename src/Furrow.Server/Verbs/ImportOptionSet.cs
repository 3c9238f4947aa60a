using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Tables;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>What a person may say about a file of reports, for every verb that reads one.</summary>
internal sealed class ImportOptionSet
{
    private readonly Option<ImportAs> _as = new("--as") { Description = "What the rows report. Without it, or with mapped: what each row says itself; where no row says it, that is asked.",
        HelpName = "WORD", DefaultValueFactory = _ => ImportAs.Mapped };
    private readonly Option<ImportAs?> _restAs = new("--rest-as") { Description = "What those rows report that do not say it themselves.", HelpName = "WORD" };
    private readonly Option<ReportDate?> _on = new("--on") { Description = "Date from which the status holds, for rows that give none: 2015-12-31, 2015-12 or 2015.",
        HelpName = "DATE", CustomParser = SharedOptions.ReadDay };
    private readonly Option<string?> _organisation = Text("--organisation", "Organisation of rows that name none.");
    private readonly Option<KindSet> _kind = new("--kind") { Description = "Kinds of contamination of rows that name none: all, mines, or a list.",
        HelpName = "KINDS", DefaultValueFactory = _ => KindSet.All };
    private readonly Option<bool> _baseline = new("--baseline") { Description = "The rows are history from before the ledger: an opening balance; their dates are shown as assumed." };
    private readonly Option<string?> _mapping = Text("--mapping", "How columns are read: a file saved by --save-mapping.", "FILE");
    private readonly ImportWordOptions _words = new();
    private readonly FileOptionSet _file = new();
    private readonly Option<string?> _team = Text("--team", "Team of rows that name none.");
    private readonly Option<string?> _donor = Text("--donor", "Donor of rows that name none.");
    private readonly Option<string?> _method = Text("--method", "Method of rows that name none.");
    private readonly Option<int?> _depth = new("--depth-searched") { Description = "Depth searched, for rows that give none, in cm.", HelpName = "CM" };
    private readonly Option<string?> _to = Text("--to", "Who takes the land over, for rows that do not say.");
    private readonly Option<string?> _evidence = Text("--evidence", "Evidence for a re-opening, for rows that give none.");
    private readonly Option<bool> _antimeridian = new("--cut-at-antimeridian") { Description = "Cut rings that run across the 180th meridian "
        + "instead of refusing them." };
    private readonly Option<string?> _inDoubt = Text("--take-in-doubt", "Take rows that wait because their drawing is in doubt or a column contradicts them: all, or their numbers.",
        "all|ROWS");
    private readonly Option<AgainRows> _again = new("--again") { Description = "Rows whose content the programme has already, from another file or in another format: leave them out, or "
        + "take each as one more report. Without it nothing is applied while there are some.", HelpName = "leave|take" };
    private readonly PlaceOptions _places = new();

    public ImportOptionSet()
    {
        _as.CustomParser = result => Word(result, "--as", ImportAs.All);
        _restAs.CustomParser = result => Word(result, "--rest-as", ImportAs.StandIns);
        _again.CustomParser = result =>
        {
            if (DictionaryAgain.Find(result.Tokens[0].Value) is { } again)
            {
                return again;
            }

            result.AddError($"\"{result.Tokens[0].Value}\" is not a word of --again. Words: {string.Join(", ", DictionaryAgain.Words)}.");
            return AgainRows.Ask;
        };
        _kind.CustomParser = result =>
        {
            if (Kinds.Parse(result.Tokens[0].Value) is { } kinds && (kinds & ~KindSet.All) == 0)
            {
                return kinds;
            }

            result.AddError($"\"{result.Tokens[0].Value}\" names no kinds of contamination. Words: all, mines, "
                + $"{string.Join(", ", Kinds.Names.Select(n => n.Name))}.");
            return KindSet.All;
        };
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _as, _restAs, _on, _organisation, _kind, _baseline, _mapping, _team, _donor, _method, _depth, _to, _evidence,
            _antimeridian, _inDoubt, _again,
        })
        {
            command.Add(option);
        }

        _file.AddTo(command);
        _words.AddTo(command);
        _places.AddTo(command);
    }

    /// <param name="acceptReason">Not null: what is imported is accepted at once.</param>
    public Outcome<ImportOptions> Read(VerbRun run, string? acceptReason)
    {
        var places = _places.Read(run);
        var mapping = MappingOf(run);
        if (places.IsRefused || mapping.IsRefused)
        {
            return places.Problem ?? mapping.Problem!;
        }

        if (!TryRows(run.Get(_inDoubt), out var rows))
        {
            return Problems.ReportFieldWrong("take-in-doubt", $"Say all, or the numbers of the rows with commas between them: 12,40.");
        }

        if (acceptReason is not null && !run.Get(_baseline))
        {
            return Problems.ReportOwnAcceptance();
        }

        return new ImportOptions
        {
            As = run.Get(_as)!,
            RestAs = run.Get(_restAs),
            On = run.Get(_on),
            Organisation = run.Get(_organisation),
            Kinds = run.Get(_kind),
            Baseline = run.Get(_baseline),
            AcceptReason = acceptReason,
            Team = run.Get(_team),
            Donor = run.Get(_donor),
            Method = run.Get(_method),
            DepthSearchedCm = run.Get(_depth),
            HandedOverTo = run.Get(_to),
            Evidence = run.Get(_evidence),
            Mapping = mapping.Value,
            Meanings = _words.MeaningsOf(run),
            Columns = _words.ColumnsOf(run),
            Leave = _words.LeaveOf(run),
            Afresh = _words.AfreshOf(run),
            Confirms = _words.ConfirmOf(run) is not null,
            Reading = _file.Read(run),
            CutAtAntimeridian = run.Get(_antimeridian),
            InDoubt = rows ?? [],
            AllInDoubt = rows is null,
            Again = run.Get(_again),
            Places = places.Value!,
            By = Actor.Named(run.Person),
            At = run.Now,
        };
    }

    public string? ConfirmOf(VerbRun run) => _words.ConfirmOf(run);

    /// <summary>Writes what was confirmed as a mapping, so that the next file of its kind needs no word. What writing a file may throw.</summary>
    public void WriteConfirmed(VerbRun run, ImportPlan plan)
    {
        if (ConfirmOf(run) is { } confirmed && plan.Dictionary.Problem is null)
        {
            using var output = new OutputFile(confirmed);
            output.Write(plan.ConfirmedMapping.ToJson());
            output.Finish();
        }
    }

    private static ImportAs? Word(System.CommandLine.Parsing.ArgumentResult result, string option, IReadOnlyList<ImportAs> words)
    {
        if (words.FirstOrDefault(w => w == ImportAs.Find(result.Tokens[0].Value)) is { } found)
        {
            return found;
        }

        result.AddError($"\"{result.Tokens[0].Value}\" is not a word of {option}. Words: {string.Join(", ", words.Select(a => a.Word))}.");
        return null;
    }

    /// <param name="rows">Null: all.</param>
    private static bool TryRows(string? text, out HashSet<int>? rows)
    {
        rows = text == "all" ? null : [];
        foreach (var number in text is null or "all" ? [] : text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (PlainNumber.Whole(number) is not { } row)
            {
                return false;
            }

            rows!.Add(row);
        }

        return true;
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

    internal static Option<string?> Text(string name, string description, string help = "TEXT") => new(name) { Description = description, HelpName = help };
}
