using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Cooperation;
using Furrow.Server.Programmes;
using Furrow.Store;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>One run of a verb: what was typed, and where answers go.</summary>
internal sealed class VerbRun(ParseResult parsed, VerbHost host, SharedOptions shared)
{
    private static readonly JsonSerializerOptions JsonText = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public VerbHost Host { get; } = host;

    public bool IsJson => parsed.GetValue(shared.Json);

    public string Person => parsed.GetValue(shared.Person) ?? Host.Person;

    public string ProgrammePath => Host.PathOf(parsed.GetValue(shared.Programme)!);

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    /// <summary>Who decides by this verb, and why.</summary>
    /// <param name="id">Of the act; null: a new one.</param>
    public Acting Acting(string? reason = null, Guid? id = null, Door door = Door.Verb) => new(Person, Now, door, reason, id);

    /// <summary>Days and hours of the programme, once it is open.</summary>
    public ProgrammeTime Time { get; private set; } = ProgrammeTime.Universal;

    /// <summary>Opens what is sealed, once the programme is open. Whoever can run a verb can read the ledger's file, and is an administrator.</summary>
    public Reader Reader => Opened ?? throw new InvalidOperationException("No programme is open.");

    /// <summary>The same; null where the verb answers without a programme.</summary>
    public Reader? Opened { get; private set; }

    public DateOnly Today => Time.Today(Host.Clock);

    /// <summary>Whether it stands on the line, and is not left to its default.</summary>
    public bool Has(Symbol symbol) => parsed.GetResult(symbol) is OptionResult { Implicit: false } or ArgumentResult { Tokens.Count: > 0 };

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    public void Say(string line) => Host.Out.WriteLine(line);

    public void SayJson(object answer) => Host.Out.WriteLine(JsonOf(answer));

    public static string JsonOf(object answer) => JsonSerializer.Serialize(answer, JsonText);

    public void Show(Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Host.Out),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Host.Width;
        console.Write(table);
    }

    /// <summary>An empty table in the one style of all answers.</summary>
    public static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, ShowFooters = false };
        foreach (var column in columns)
        {
            // A column named "> something" holds numbers.
            var isNumber = column.StartsWith('>');
            table.AddColumn(new TableColumn(Markup.Escape(isNumber ? column[1..] : column)) { Alignment = isNumber ? Justify.Right
                : Justify.Left, NoWrap = isNumber });
        }

        return table;
    }

    /// <summary>Prints a refusal and gives its exit code.</summary>
    public int Refuse(Problem problem) => Refuse([problem]);

    /// <summary>Prints why something is refused, all of it, and gives the exit code of the first reason.</summary>
    public int Refuse(IReadOnlyList<Problem> problems)
    {
        if (IsJson)
        {
            SayJson(problems.Count == 1 ? (object)new { problem = Json(problems[0]) } : new { problem = Json(problems[0]), problems = problems.Select(Json) });
        }
        else
        {
            foreach (var problem in problems)
            {
                Host.Error.WriteLine("refused: " + problem);
            }
        }

        return ExitCode(problems[0]);
    }

    internal static object Json(Problem problem) => new
    {
        code = problem.Code,
        sentence = problem.Sentence,
        remedy = problem.Remedy,
        file = problem.Where?.File,
        row = problem.Where?.Row,
        field = problem.Where?.Field,
    };

    public static int ExitCode(Problem problem) => problem.Code switch
    {
        "storage-broken" or "ledger-broken" or "programme-broken" => Verb.StorageBroken,
        _ => problem.Code.StartsWith("storage-", StringComparison.Ordinal) ? Verb.StorageFails : Verb.Refused,
    };

    /// <summary>Runs it; a file that cannot be written or read ends it with the problem that is, not with a trace of calls.</summary>
    public int Told(Func<VerbRun, int> run)
    {
        try
        {
            return run(this);
        }
        catch (Exception wrong) when (OutputFile.WhyNot(wrong) is { } problem)
        {
            return Refuse(problem);
        }
    }

    /// <summary>Says what was committed, and where.</summary>
    public int Committed(long position, string what)
    {
        if (IsJson)
        {
            SayJson(new { position, done = what });
        }
        else
        {
            Say($"{what}. Entry {position}.");
        }

        return Verb.Done;
    }

    /// <summary>The mark every answer of an invented programme begins with.</summary>
    public void SayMark(ProgrammeState state)
    {
        if (state.IsExercise && !IsJson)
        {
            Say("EXERCISE EXERCISE EXERCISE: invented land, for drills and demonstrations");
        }

        if (ProgrammeTime.Of(state).Lack is { } lack && !IsJson)
        {
            Say(lack);
        }

        if (state.FrozenBefore(Scopes.Land) is { } frozen && !IsJson)
        {
            Say($"As known before entry {frozen}: this release cannot read what follows.");
        }
    }

    /// <summary>Answers a question on the programme as it is now, beside whoever writes.</summary>
    public int Ask(Func<ProgrammeState, int> question) => WithProgramme(Programme.OpenForReading, programme =>
    {
        SayMark(programme.State);
        return question(programme.State);
    });

    /// <summary>The same for a question that the log itself answers.</summary>
    public int AskOf(Func<Programme, int> question) => WithProgramme(Programme.OpenForReading, programme =>
    {
        SayMark(programme.State);
        return question(programme);
    });

    /// <summary>The same without the mark, for an answer that is part of another.</summary>
    public int AskQuietly(Func<ProgrammeState, int> question) => ReadQuietly(programme => question(programme.State));

    /// <summary>The same for an answer that stands in the log alone.</summary>
    public int ReadQuietly(Func<Programme, int> question) => WithProgramme(Programme.OpenForReading, question);

    /// <summary>Opens the programme as its one writer.</summary>
    public int Decide(Func<Programme, int> decision, Func<Founding>? createWith = null) =>
        WithProgramme((path, progress) => Programme.Open(path, createWith, progress), decision);

    /// <summary>The same for a server, which answers also where nothing can be recorded at present.</summary>
    public int Serve(Func<Programme, int> serve, Func<Founding>? createWith) =>
        WithProgramme((path, progress) => Programme.OpenToServe(path, createWith, progress), serve);

    private int WithProgramme(Func<string, IProgress<(long Done, long Total)>, Outcome<Programme>> open, Func<Programme, int> act)
    {
        Outcome<Programme> opened;
        using (var progress = new ProgressLine(Host, "reading the ledger"))
        {
            opened = open(ProgrammePath, progress);
        }

        if (opened.IsRefused)
        {
            return Refuse(opened.Problem!);
        }

        using var programme = opened.Value!;
        (Time, Opened) = (ProgrammeTime.Of(programme.State), programme.ReaderFor(ReaderPurpose.Review));
        if (programme.Medium is { } fault)
        {
            Host.Error.WriteLine($"read only: nothing can be recorded in {ProgrammePath} here; what is recorded is read [{fault.ToProblem($"", "").Code}]");
        }

        return NotRegistered(programme.State) is { } unknown ? RefusePerson(unknown, programme.State) : act(programme);
    }

    /// <summary>A name on the line that nobody has: a slip, unless it is said that somebody new is meant, or nobody has acted yet.</summary>
    private Problem? NotRegistered(ProgrammeState state) =>
        parsed.GetValue(shared.Person) is { } name && !parsed.GetValue(shared.Register) && !state.People.All.IsEmpty && !Codes.IsBlank(name)
        && state.PersonNamed(name) is null ? Problems.PersonNotRegistered(name) : null;

    private int RefusePerson(Problem unknown, ProgrammeState state)
    {
        var near = NearNames.Of(Person, state.People.All.Select(p => Reader.NameOf(p.Id)));
        if (IsJson)
        {
            SayJson(new { problem = Json(unknown), near });
            return ExitCode(unknown);
        }

        var exit = Refuse(unknown);
        if (near.Count > 0)
        {
            Host.Error.WriteLine("registered: " + string.Join(", ", near));
        }

        return exit;
    }
}
