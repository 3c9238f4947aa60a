using System.CommandLine;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>The balance of the land ledger: accounts by status, what moved, what has no polygon, and the trial balance that must be 0.</summary>
internal sealed class BalanceVerb : Verb
{
    /// <summary>Words of --by. Any other word names the places of --places.</summary>
    private static readonly IReadOnlyList<(string Word, BalanceGroup Group)> Words =
    [
        ("place", BalanceGroup.Place),
        ("kind", BalanceGroup.Kind),
        ("organisation", BalanceGroup.Organisation),
        ("team", BalanceGroup.Team),
        ("method", BalanceGroup.Method),
        ("donor", BalanceGroup.Donor),
        ("year", BalanceGroup.Year),
        ("area", BalanceGroup.HazardousArea),
    ];

    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<DateOnly?> _from = SharedOptions.From();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();
    private readonly Option<KindSet> _kind = SharedOptions.Kind();
    private readonly PlaceOptions _places = new();

    private readonly Option<string?> _by = new("--by")
    {
        Description = "Break down by place, kind, organisation, team, method, donor, year or area; another word (municipality, district ...) means place.",
        HelpName = "WORD",
    };

    public override string Name => "balance";

    public override string Summary => "The balance of the land in m² by status, as of a date and as known at an acceptance.";

    protected override void Describe(Command command)
    {
        command.Add(_asOf);
        command.Add(_from);
        command.Add(_knownAt);
        command.Add(_kind);
        command.Add(_by);
        _places.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        var named = _places.Read(run);
        if (named.IsRefused)
        {
            return run.Refuse(named.Problem!);
        }

        var word = run.Get(_by)?.Trim().ToLowerInvariant();
        BalanceGroup? by = word is null ? null : Words.Where(w => w.Word == word).Select(w => w.Group).DefaultIfEmpty(BalanceGroup.Place).First();
        return run.Ask(state =>
        {
            var places = by == BalanceGroup.Place ? named.Value!.In(state) : default;
            if (by == BalanceGroup.Place && places.Value is null)
            {
                return run.Refuse(places.Problem ?? Problems.PlacesMissing(word!));
            }

            var question = new BalanceQuestion(run.Get(_asOf) ?? run.Today, run.Get(_from), run.Get(_knownAt), run.Get(_kind), by, places.Value)
            {
                OrganisationOf = state.OrganisationOf(run.Get(_knownAt)),
            };
            return Ahead(state, question.KnownAt) is { } refused ? run.Refuse(refused) : Answer(run, state, LandQuestions.Balance(state.Land, question), word);
        });
    }

    internal static Problem? Ahead(ProgrammeState state, int? knownAt) =>
        knownAt is { } number && (number < 0 || number > state.Book.LastAcceptance) ? Problems.FigureKnownAtAhead(number, state.Book.LastAcceptance) : null;

    private static int Answer(VerbRun run, ProgrammeState state, BalanceAnswer balance, string? word)
    {
        if (run.IsJson)
        {
            run.SayJson(BalanceJson.Of(state, balance, word));
        }
        else
        {
            BalanceTables.Print(run, balance, word);
        }

        return balance.TrialBalanceMicro == 0 ? Done : Refused;
    }
}
