using System.CommandLine;
using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Server.Answers;
using Furrow.Server.Listings;
using Furrow.Server.Lists;

namespace Furrow.Server.Verbs;

/// <summary>Any list of the program: on the terminal, as JSON, or as a file.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Argument<string> _name = new("NAME") { Description = $"One of {string.Join(", ", AllLists.All.Select(l => l.Name))}." };
    private readonly Option<string[]> _where = new("--where")
    {
        Description = "Only rows that fit: a filter of the list and its value. May be given several times.", HelpName = "WORD=VALUE",
    };

    private readonly Option<string?> _sort = new("--sort") { Description = "Key of a column; with - before it, in descending order.", HelpName = "COLUMN" };
    private readonly Option<string?> _columns = new("--columns") { Description = "Keys of the columns, with commas between them.", HelpName = "COLUMNS" };
    private readonly Option<int?> _page = new("--page") { Description = "Which page of a hundred rows to print.", HelpName = "NUMBER" };
    private readonly Option<string?> _out = new("--out") { Description = "Write all rows that fit to this file; its extension names the format.", HelpName = "FILE" };
    private readonly Option<bool> _restricted = new("--restricted") { Description = "Include restricted columns." };
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();
    private readonly Option<DateOnly?> _from = SharedOptions.From();
    private readonly Option<KindSet> _kind = SharedOptions.Kind();

    public ListVerb() => _name.AcceptOnlyFromAmong([.. AllLists.All.Select(l => l.Name)]);

    public override string Name => "list";

    public override string Summary => "Any list as the pages show it: filtered, sorted, as a table, as JSON or as a file.";

    protected override void Describe(Command command)
    {
        command.Add(_name);
        foreach (var option in (Option[])[_where, _sort, _columns, _page, _out, _restricted, _asOf, _knownAt, _from, _kind])
        {
            command.Add(option);
        }
    }

    protected override int Run(VerbRun run)
    {
        var listing = AllLists.Find(run.Get(_name)!)!;
        var words = Words(run);
        return run.AskQuietly(state => Unread(listing, words, state, run) is { } unread ? run.Refuse(unread)
            : BalanceVerb.Ahead(state, run.Get(_knownAt)) is { } ahead ? run.Refuse(ahead) : Answer(run, state, listing, words));
    }

    /// <summary>On the terminal as on a page; in files and JSON nothing that may not be passed on, unless it is asked for.</summary>
    private ReaderPurpose PurposeOf(VerbRun run) => run.Get(_restricted) ? ReaderPurpose.Review
        : run.IsJson || run.Get(_out) is not null ? ReaderPurpose.Land : ReaderPurpose.Record;

    private Dictionary<string, string> Words(VerbRun run)
    {
        var words = new Dictionary<string, string>();
        foreach (var where in run.Get(_where) ?? [])
        {
            var parts = where.Split('=', 2);
            words[parts[0]] = parts.Length > 1 ? parts[1] : "";
        }

        foreach (var (word, value) in new[] { (ListAsk.SortWord, run.Get(_sort)), (ListAsk.ColumnsWord, run.Get(_columns)),
            (ListAsk.PageWord, run.Get(_page)?.ToString(CultureInfo.InvariantCulture)) }.Where(w => w.Item2 is not null))
        {
            words[word] = value!;
        }

        return words;
    }

    private Problem? Unread(IListing listing, Dictionary<string, string> words, ProgrammeState state, VerbRun run) => words
        .Where(w => w.Key != ListAsk.PageWord && listing.CanRead(w.Key, w.Value, PurposeOf(run)) != true)
        .Select(w => Problems.MapWordUnknown($"{w.Key}={w.Value}", string.Join(", ", listing.WordsOf(new ListAsk(state, run.Today))))).FirstOrDefault();

    private int Answer(VerbRun run, ProgrammeState state, IListing listing, Dictionary<string, string> words)
    {
        var ask = new ListAsk(state, run.Today)
        {
            AsOf = run.Get(_asOf) ?? run.Today, KnownAt = run.Get(_knownAt), From = run.Get(_from), Kind = run.Get(_kind), Words = words, Reader = run.Opened,
            Purpose = PurposeOf(run),
        };
        if (run.Get(_out) is { } file)
        {
            return Write(run, run.Host.PathOf(file), listing.Export(ask));
        }

        if (run.IsJson)
        {
            using var json = new MemoryStream();
            new JsonRows().Write(listing.Export(ask), json);
            run.Say(Encoding.UTF8.GetString(json.ToArray()));
            return Done;
        }

        run.SayMark(state);
        ListTables.Show(run, listing.Answer(ask), ask);
        return Done;
    }

    private static int Write(VerbRun run, string path, ExportTable table)
    {
        if (FindWriter(Path.GetExtension(path)) is not { } writer)
        {
            return run.Refuse(Problems.ExportFormatUnknown(Path.GetExtension(path)));
        }

        var rows = 0;
        using var output = new OutputFile(path);
        var lost = writer.Write(table with { Rows = table.Rows.Select(row => { rows++; return row; }) }, output.Content);
        output.Finish();
        if (run.IsJson)
        {
            run.SayJson(new { file = path, format = writer.Format, rows, exercise = table.Exercise, lost });
            return Done;
        }

        foreach (var what in lost)
        {
            run.Say("not held by the format: " + what);
        }

        run.Say($"{Names.Count(rows)} rows written to {Path.GetFileName(path)} ({writer.Format}).");
        return Done;
    }

    private static IFormatWriter? FindWriter(string extension) => extension == ".json" ? new JsonRows() : Writers.Find(extension);
}
