using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Findings;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>One decision for a whole group, and what it did to the reports.</summary>
internal sealed class DecideFindingsVerb : Verb
{
    /// <summary>So many findings without a fix are named on the screen; --json names all.</summary>
    private const int MostNamed = 10;

    private readonly Argument<string> _group = new("GROUP") { Description = "Key of the group, as \"findings list\" prints it." };
    private readonly Option<Guid?> _batch = new("--batch") { Description = "The batch of the group.", HelpName = "ID" };
    private readonly Option<string> _decision = new("--decision") { Description = "The decision: accept-as-is, repair, send-back or reconsider.", HelpName = "WORD", Required = true };
    private readonly Option<string> _reason = SharedOptions.Reason();
    private readonly PlaceOptions _places = new();

    public DecideFindingsVerb() => _decision.AcceptOnlyFromAmong([.. FindingDecision.All.Select(d => d.Decision)]);

    public override string Name => "decide";

    public override string Summary => "Decide a group of findings: accept as is, repair, send back, or reconsider.";

    protected override void Describe(Command command)
    {
        command.Add(_group);
        command.Add(_batch);
        command.Add(_decision);
        command.Add(_reason);
        _places.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        var named = _places.Read(run);
        return named.IsRefused ? run.Refuse(named.Problem!) : run.Decide(programme =>
        {
            var places = named.Value!.In(programme.State);
            if (places.IsRefused)
            {
                return run.Refuse(places.Problem!);
            }

            var (key, batch) = (run.Get(_group)!, run.Get(_batch));
            var group = LedgerFindings.Find(LedgerFindings.Of(programme.State, batch, run.Today, places.Value), programme.State, key, batch);
            return group is null ? run.Refuse(Problems.FindingGroupUnknown(key)) : Decide(run, programme, group);
        });
    }

    private int Decide(VerbRun run, Programme programme, FindingGroup group)
    {
        var decision = run.Get(_decision)!;
        var actions = FindingActions.Of(programme.State.Book, group);
        var staying = decision == FindingDecision.Reconsider && group.Decision is { } earlier ? FindingUndo.Staying(programme.State.Book, earlier) : [];
        var decided = programme.Decide(run.Acting(run.Get(_reason)), GroupIntent.Of(programme, group, decision, Guid.NewGuid()));
        if (decided.IsRefused)
        {
            return run.Refuse(decided.Problem!);
        }

        if (run.IsJson)
        {
            run.SayJson(Json(decided.Value, group, decision, actions, staying));
            return Done;
        }

        run.Committed(decided.Value, $"{group.Key}: {decision}");
        foreach (var line in decision == FindingDecision.SendBack ? SentBack(actions) : decision == FindingDecision.Repair ? Repaired(actions) : [])
        {
            run.Say(line);
        }

        if (staying.Count > 0)
        {
            run.Say($"{Names.Count(staying.Count)} reports stay as they are, because somebody has decided on them since: "
                + string.Join(", ", staying.Take(MostNamed).Select(e => e.Packed.Code)) + (staying.Count > MostNamed ? " ..." : ""));
        }

        return Done;
    }

    private static IEnumerable<string> SentBack(FindingActions actions)
    {
        yield return $"{Names.Count(actions.Waiting.Count)} reports went back to their authors.";
        if (actions.Counting.Count > 0)
        {
            yield return $"{Names.Count(actions.Counting.Count)} reports count on the land already and stay: correct or withdraw them.";
        }
    }

    private static IEnumerable<string> Repaired(FindingActions actions)
    {
        yield return $"{Names.Count(actions.Mended.Count)} reports were mended and wait to be accepted by somebody else.";
        if (actions.WithoutFix.Count > 0)
        {
            yield return $"{Names.Count(actions.WithoutFix.Count)} findings have no fix software can apply: "
                + string.Join(", ", actions.WithoutFix.Select(f => f.ReportCode).Distinct().Take(MostNamed)) + (actions.WithoutFix.Count > MostNamed ? " ..." : "");
        }
    }

    private static object Json(long position, FindingGroup group, string decision, FindingActions actions,
        IReadOnlyList<ReportEntry> staying) => new
    {
        position,
        done = $"{group.Key}: {decision}",
        sentBack = decision == FindingDecision.SendBack ? actions.Waiting.Select(e => e.Report.Code) : null,
        counting = decision == FindingDecision.SendBack ? actions.Counting.Select(e => e.Report.Code) : null,
        staying = decision == FindingDecision.Reconsider ? staying.Select(e => e.Packed.Code) : null,
        mended = decision == FindingDecision.Repair ? actions.Mended.Select(m => m.Entry.Report.Code) : null,
        withoutFix = decision == FindingDecision.Repair
            ? actions.WithoutFix.Select(f => new { report = f.Report, code = f.ReportCode, sentence = f.Sentence, fix = f.Fix.Sentence }) : null,
    };
}
