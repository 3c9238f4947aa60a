using System.CommandLine;
using Furrow.Core.Intents;
using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Languages;

namespace Furrow.Server.Verbs;

/// <summary>A field of an intent on a command line. It is read by the description, not by the parser, so that it means the same at every door.</summary>
internal sealed class IntentOption
{
    private readonly Symbol _symbol;

    public IntentOption(IntentWords words, FieldDescription field)
    {
        Field = field;
        var (text, word) = (Text(words, field), field.IsArgument ? Names.Of(field.Name).ToUpperInvariant() : Word(field));
        _symbol = (field.IsArgument, field.IsMany) switch
        {
            (true, true) => new Argument<string[]>(word) { Description = text, Arity = ArgumentArity.ZeroOrMore },
            (true, false) => new Argument<string?>(word) { Description = text, Arity = ArgumentArity.ZeroOrOne },
            (false, true) => new Option<string[]>("--" + Names.Of(field.Name)) { Description = text, HelpName = word },
            _ => new Option<string?>("--" + Names.Of(field.Name)) { Description = text, HelpName = word },
        };
    }

    public FieldDescription Field { get; }

    /// <summary>As it stands on the line.</summary>
    public string Name => _symbol.Name;

    public void AddTo(Command command)
    {
        if (_symbol is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)_symbol);
        }
    }

    public bool IsGiven(VerbRun run) => run.Has(_symbol);

    public IReadOnlyList<string> Given(VerbRun run) => _symbol switch
    {
        Argument<string[]> many => run.Get(many) ?? [],
        Option<string[]> many => run.Get(many) ?? [],
        Argument<string?> one => run.Get(one) is { } text ? [text] : [],
        _ => run.Get((Option<string?>)_symbol) is { } text ? [text] : [],
    };

    private static string Text(IntentWords words, FieldDescription field) =>
        (words.Hint(LanguageList.English, field.Name) ?? field.Label + ".")
        + (field.Choices.Count > 0 ? $" One of: {string.Join(", ", field.Choices)}." : "")
        + (field.Default is { } comes ? $" Default: {comes}." : "")
        + (field.IsMany ? " Several may be given." : "") + (field.IsRequired ? " Required." : "");

    private static string Word(FieldDescription field) => field.Kind switch
    {
        FieldKind.Day => "DATE",
        FieldKind.Number => field.Unit.Length > 0 ? field.Unit.ToUpperInvariant() : "NUMBER",
        FieldKind.Choice => "WORD",
        FieldKind.YesNo => "yes|no",
        FieldKind.Person => "PERSON",
        FieldKind.Object => field.Of.ToUpperInvariant(),
        FieldKind.Position => "POSITION",
        FieldKind.Code => "CODE",
        _ => "TEXT",
    };
}
