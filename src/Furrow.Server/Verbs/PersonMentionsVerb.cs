using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Privacy;
using Furrow.Server.Programmes;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Texts that name a person: what else is to be erased with the name.</summary>
internal sealed class PersonMentionsVerb : Verb
{
    private readonly Argument<string> _person = new("PERSON") { Description = "Name or id of the person." };

    public override string Name => "mentions";

    public override string Summary => "Search every text of the ledger for the name of a person, to find the entries to erase with the name.";

    protected override void Describe(Command command) => command.Add(_person);

    protected override int Run(VerbRun run) => run.AskOf(programme =>
    {
        var state = programme.State;
        if (Named(state, run.Get(_person)!) is not { } id)
        {
            return run.Refuse(Problems.FieldNamesNothing("person", "Person", run.Get(_person)!));
        }

        var own = state.People.Find(id)!.Name.Place!.Value.Position;
        var found = run.Reader.MayOpen(Tier.Restricted) ? Mentions.Of(programme.Log, run.Reader.NameOf(id)).Where(m => m.Position != own).ToList() : [];
        if (run.IsJson)
        {
            run.SayJson(new { exercise = state.IsExercise, person = id, mentions = found.Select(m => new { entry = m.Position, tier = Names.Of(m.Tier),
                fact = m.Fact, text = m.Text, erasable = m.IsErasable }) });
            return Done;
        }

        var table = VerbRun.NewTable(">entry", "part", "fact", "text");
        foreach (var mention in found)
        {
            table.AddRow(Names.Count(mention.Position), mention.IsErasable ? Names.Of(mention.Tier) : "ordinary: cannot be erased", mention.Fact,
                Markup.Escape(mention.Text));
        }

        run.Show(table);
        run.Say($"{Names.Count(found.Count)} texts. Erase with the name: furrow person erase {id} "
            + string.Concat(found.Where(m => m.Tier == Tier.Restricted).Select(m => $"--entries {m.Position} ").Distinct()) + "--reason \"…\"");
        return Done;
    });

    private static Guid? Named(ProgrammeState state, string text) => state.PersonNamed(text)
        ?? (Guid.TryParse(text, out var id) && state.People.Find(id) is not null ? id : null);
}
