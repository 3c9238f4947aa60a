using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Lists;
using Furrow.Server.Programmes;
using Furrow.Store;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>Publishes a balance: the very file that goes out is kept in the ledger.</summary>
internal sealed class PublishFigureVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "Where to write the figure (JSON)." };
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<DateOnly?> _from = SharedOptions.From();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();
    private readonly Option<KindSet> _kind = SharedOptions.Kind();

    public override string Name => "publish";

    public override string Summary => "Publish a balance: write it to a file, and keep the same file in the ledger.";

    protected override void Describe(Command command)
    {
        command.Add(_file);
        command.Add(_asOf);
        command.Add(_from);
        command.Add(_knownAt);
        command.Add(_kind);
    }

    protected override int Run(VerbRun run)
    {
        var path = run.Host.PathOf(run.Get(_file)!);
        return run.Decide(programme =>
        {
            // The file is whole before the ledger says that it went out, and has its name only afterwards.
            using var output = new OutputFile(path);
            FigurePublished? figure = null;
            var decided = programme.Decide(run.Acting(), (state, _) =>
            {
                figure = Figure(run, state, Path.GetFileName(path));
                output.Write(figure.FileText);
                return FigureRules.Publish(state.Book, figure);
            });
            if (decided.IsRefused)
            {
                return run.Refuse(decided.Problem!);
            }

            output.Finish();
            return run.Committed(decided.Value, $"Figure {figure!.Figure} is published, sha256 {figure.FileSha256}");
        });
    }

    private FigurePublished Figure(VerbRun run, ProgrammeState state, string fileName)
    {
        var knownAt = run.Get(_knownAt) ?? state.Book.LastAcceptance;
        var question = new BalanceQuestion(run.Get(_asOf) ?? run.Today, run.Get(_from), Math.Min(knownAt, state.Book.LastAcceptance), run.Get(_kind));
        var text = VerbRun.JsonOf(BalanceJson.Of(state, LandQuestions.Balance(state.Land, question), null)) + "\n";
        var asked = VerbRun.JsonOf(new
        {
            question = "balance",
            asOf = Names.Iso(question.AsOf),
            from = question.From is { } from ? Names.Iso(from) : null,
            knownAt,
            kind = Kinds.NameOf(question.Kind),
        });
        return new FigurePublished(Guid.NewGuid(), asked, question.AsOf, knownAt, state.Versions.Engine,
            state.Versions.Moves, fileName, FigureFiles.Sha256(text), text);
    }

}

/// <summary>Figures that went out.</summary>
internal sealed class FigureListVerb : Verb
{
    public override string Name => "list";

    public override string Summary => "Figures that were published.";

    protected override void Describe(Command command)
    {
    }

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        if (run.IsJson)
        {
            run.SayJson(new
            {
                exercise = state.IsExercise,
                figures = state.Figures.Select(f => new { figure = f.Figure, asOf = Names.Iso(f.AsOf), knownAt = f.KnownAt,
                    file = f.FileName,
                    sha256 = f.FileSha256, by = run.Reader.NameOf(f.Act.Person), at = f.Act.At }),
            });
            return Done;
        }

        ListTables.Show(run, state, FigureLists.Figures, "figure,as-of,known-at,file,by,at");
        return Done;
    });
}

/// <summary>Serves a published figure again, byte for byte.</summary>
internal sealed class ReprintFigureVerb : Verb
{
    private readonly Argument<string> _figure = new("FIGURE") { Description = "Its id, or the first letters of it." };
    private readonly Option<string?> _out = ImportOptionSet.Text("--out", "Write it to this file instead of printing it.", "FILE");

    public override string Name => "reprint";

    public override string Summary => "Print a published figure again, byte for byte, whatever has been accepted since.";

    protected override void Describe(Command command)
    {
        command.Add(_figure);
        command.Add(_out);
    }

    protected override int Run(VerbRun run) => run.ReadQuietly(programme =>
    {
        var found = programme.State.Figures
            .Where(f => f.Figure.ToString().StartsWith(run.Get(_figure)!, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count != 1)
        {
            return run.Refuse(Problems.FigureUnknown(run.Get(_figure)!));
        }

        var file = programme.FileOf(found[0]);
        if (file.IsRefused)
        {
            return run.Refuse(file.Problem!);
        }

        if (run.Get(_out) is { } path)
        {
            using var output = new OutputFile(run.Host.PathOf(path));
            output.Write(file.Value!);
            output.Finish();
        }
        else
        {
            run.Host.Out.Write(file.Value!);
        }

        return Done;
    });
}
