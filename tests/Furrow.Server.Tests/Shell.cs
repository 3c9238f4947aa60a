using System.Text.Json;
using Furrow.Server.Verbs;

namespace Furrow.Server.Tests;

/// <summary>Runs command lines as a person would, in this process, in a folder of its own.</summary>
internal sealed class Shell(DateTimeOffset? now = null, Furrow.Server.Intents.IntentList? intents = null) : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();

    /// <summary>Stands still; the machine is in no zone of its own.</summary>
    public TimeProvider Clock { get; } = new StoppedClock(now ?? Noon);

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Folder => _folder.Path;

    public string Write(string file, string text) => _folder.Write(file, text);

    public bool Has(string file) => File.Exists(_folder[file]);

    public string Read(string file) => File.ReadAllText(_folder[file]);

    public bool RegistersPeople { get; set; } = true;

    /// <summary>What the next command reads from its input.</summary>
    public string In { get; set; } = "";

    public int Run(params string[] args)
    {
        using StringWriter answers = new(), refusals = new();
        using var input = new StringReader(In);
        // In tests people come and go; that a name nobody has is refused is shown where nothing is added.
        string[] line = args.Contains("--person") && RegistersPeople ? [.. args, "--register"] : args;
        var exit = VerbList.Run(line, new VerbHost(answers, refusals, Clock, "ann", Folder, 160, false) { In = input }, intents);
        (Out, Error) = (answers.ToString(), refusals.ToString());
        return exit;
    }

    /// <summary>Runs a verb that serves, already asked to stop: it starts, says where, and ends.</summary>
    public int RunUntilServed(params string[] args)
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        using var answers = new StringWriter();
        return RunStoppable(stopping, answers, args);
    }

    /// <summary>Runs a verb that is asked to stop as soon as it gives its first answer.</summary>
    public int RunStoppedAtFirstAnswer(params string[] args)
    {
        using var stopping = new CancellationTokenSource();
        using var answers = new StoppingWriter(stopping);
        return RunStoppable(stopping, answers, args);
    }

    private int RunStoppable(CancellationTokenSource stopping, StringWriter answers, string[] args)
    {
        using var refusals = new StringWriter();
        var exit = VerbList.Run(args, new VerbHost(answers, refusals, Clock, "ann", Folder, 160, false, stopping.Token));
        (Out, Error) = (answers.ToString(), refusals.ToString());
        return exit;
    }

    public JsonElement Json(params string[] args)
    {
        Run([.. args, "--json"]);
        return JsonDocument.Parse(Out).RootElement;
    }

    public void Dispose() => _folder.Dispose();

    private sealed class StoppingWriter(CancellationTokenSource stopping) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            stopping.Cancel();
            base.Write(value);
        }

        public override void Write(string? value)
        {
            stopping.Cancel();
            base.Write(value);
        }

        public override void WriteLine(string? value)
        {
            stopping.Cancel();
            base.WriteLine(value);
        }
    }

    private sealed class StoppedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
