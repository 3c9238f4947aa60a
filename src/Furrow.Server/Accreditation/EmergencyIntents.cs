using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Listings;

namespace Furrow.Server.Accreditation;

/// <summary>What can be done about emergency orders, how an intent names one, and the list of them: those that wait first.</summary>
internal sealed class EmergencyIntents : SubjectIntents
{
    private const string Waiting = "waiting", Regularised = "regularised", Withdrawn = "withdrawn";

    private static readonly EmergencyIntentsJson Json = EmergencyIntentsJson.Default;

    public static readonly Listing<EmergencyOrder> Orders = new("emergency-orders", "emergency-orders.title",
        ask => ask.State.Of<EmergencyOrders>().All.OrderByDescending(o => o.Waits).ThenByDescending(o => o.On))
    {
        Of = EmergencyRules.Thing,
        Id = o => o.Id,
        Nothing = "emergency-orders.none",
        Columns =
        [
            new("on", "deliveries.on", CellType.Day, (o, _) => o.On),
            new("subject", "emergency-orders.subject", CellType.Text, (o, ask) => AccreditedSubjects.NameOf(ask.State, o.Kind, o.Subject)),
            new("place", "emergency-orders.place", CellType.Text, (o, _) => o.Place),
            new("state", "organisations.state", CellType.Word, (o, _) => WordOf(StateOf(o))),
            new("officer", "emergency-orders.officer", CellType.Text, (o, ask) => ask.NameOf(o.Officer)) { Tier = Tier.Personal },
            new("what", "emergency-orders.what", CellType.Text, (o, ask) => ask.Reader?.Open(o.What)) { Tier = Tier.Restricted },
            new("outcome", "emergency-orders.outcome", CellType.Text, (o, ask) => ask.Reader?.Open(o.Outcome)) { Tier = Tier.Restricted },
        ],
        Filters =
        [
            new("q", "emergency-orders.subject", FilterType.Search,
                (o, words, ask) => Codes.Has(AccreditedSubjects.NameOf(ask.State, o.Kind, o.Subject), words)),
            new("state", "organisations.state", FilterType.Choice, (o, state, _) => StateOf(o) == state)
            {
                Choices = [.. new[] { Waiting, Regularised, Withdrawn }.Select(s => new FilterChoice(s, "emergency-state." + s))],
            },
        ],
    };

    public override IEnumerable<Intent> All =>
    [
        Intent<RecordEmergencyOrder>("emergency-order", Json, EmergencyRules.Record, undoneBy: "emergency-withdraw",
            leadsTo: (act, _) => $"/records/emergency-orders/{DerivedId.Of(act, EmergencyRules.Thing):D}"),
        Intent<RegulariseEmergencyOrder>("emergency-regularise", Json, EmergencyRules.Regularise),
        Intent<WithdrawEmergencyOrder>("emergency-withdraw", Json, EmergencyRules.Withdraw),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(EmergencyRules.Thing, (state, text) => Guid.TryParse(text, out var id) && state.Of<EmergencyOrders>().Find(id) is not null ? id : null,
            (state, _) => state.Of<EmergencyOrders>().All.Where(o => o.Waits).Select(o => (o.Id, LabelOf(state, o))),
            (state, _, id) => state.Of<EmergencyOrders>().Find(id) is { } order ? LabelOf(state, order) : null)
        {
            Offers = (state, id) => state.Of<EmergencyOrders>().Find(id) is { Waits: true },
        },
    ];

    private static string LabelOf(ProgrammeState state, EmergencyOrder order) =>
        $"{AccreditedSubjects.NameOf(state, order.Kind, order.Subject)}, {Names.Iso(order.On)}";

    private static string StateOf(EmergencyOrder order) => order.Waits ? Waiting : order.IsWithdrawn ? Withdrawn : Regularised;

    private static ListWord WordOf(string state) => new("emergency-state." + state, state, null, state == Waiting ? "warn" : null);
}
