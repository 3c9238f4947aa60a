using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;
using Furrow.Server.Languages;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>The verb of an intent: an option (or an argument) for each field of its description, or the whole of it as JSON.</summary>
internal sealed class IntentVerb : Verb
{
    private readonly Intent _intent;
    private readonly IntentObjects _objects;
    private readonly IReadOnlyList<IntentOption> _fields;

    private readonly Option<string?> _fromJson = ImportOptionSet.Text("--from-json", "All fields as one JSON object, from a file, or from standard input with -.",
        "FILE");

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be done, and its JSON, without writing anything." };

    public IntentVerb(Intent intent, IntentObjects objects)
    {
        (_intent, _objects) = (intent, objects);
        _fields = [.. intent.Description.Fields.Append(intent.Description.Reason).Select(f => new IntentOption(intent.Words, f))];
    }

    public override string Name => _intent.Path[^1];

    public override string Summary => _intent.Words.Text(LanguageList.English);

    protected override void Describe(Command command)
    {
        foreach (var field in _fields)
        {
            field.AddTo(command);
        }

        command.Add(_fromJson);
        command.Add(_dryRun);
    }

    protected override int Run(VerbRun run)
    {
        var read = Read(run);
        if (read.IsRefused)
        {
            return run.Refuse(read.Problem!);
        }

        var draft = read.Value!;
        if (draft.IsRefused)
        {
            // What cannot be read on the line itself is a line that was not understood.
            var exit = run.Refuse(draft.Problems);
            return run.Has(_fromJson) ? exit : NotUnderstood;
        }

        return run.Get(_dryRun) ? run.Ask(state => Try(run, state, draft)) : run.Decide(programme => Do(run, programme, draft));
    }

    private Outcome<IntentDraft> Read(VerbRun run)
    {
        var typed = _fields.Where(f => f.IsGiven(run)).ToList();
        if (run.Get(_fromJson) is not { } file)
        {
            return IntentReading.Read(_intent.Description, typed.Select(f => KeyValuePair.Create(f.Field.Name, f.Given(run))));
        }

        if (typed.Count > 0)
        {
            return Problems.IntentGivenTwice(_fromJson.Name, typed[0].Name);
        }

        using var text = file == "-" ? run.Host.In : new StreamReader(run.Host.PathOf(file));
        var json = new char[IntentJson.MostLetters + 1];
        var read = text.ReadBlock(json);
        return read > IntentJson.MostLetters ? Problems.FileBeyondLimit(file, $"{IntentJson.MostLetters} letters")
            : IntentJson.Read(_intent.Description, new string(json, 0, read));
    }

    private int Do(VerbRun run, Programme programme, IntentDraft draft)
    {
        var id = Guid.NewGuid();
        var decided = programme.Decide(run.Acting(draft.Reason, id), _intent, _objects, draft);
        return decided.IsRefused ? run.Refuse(decided.Problem!) : run.Committed(decided.Value, _intent.Done(programme.State, id, draft));
    }

    /// <summary>Judges it beside whoever writes.</summary>
    private int Try(VerbRun run, ProgrammeState state, IntentDraft draft)
    {
        var id = Guid.NewGuid();
        var judged = JudgedBatch.Of(state, run.Acting(draft.Reason, id), (seen, act) => _intent.Judge(seen, act, draft, _objects));
        if (judged.IsRefused)
        {
            return run.Refuse(judged.Problem!);
        }

        var done = TrialSentence.Of(_intent.Done(judged.Value!.Next, id, draft), _intent, _objects, state, draft);
        if (run.IsJson)
        {
            run.SayJson(new { wouldBe = done, intent = IntentJson.Write(_intent.Description, draft) });
        }
        else
        {
            run.Say($"It could be done: {done}. Nothing is written.");
            run.Say(IntentJson.Text(_intent.Description, draft));
        }

        return Done;
    }
}
