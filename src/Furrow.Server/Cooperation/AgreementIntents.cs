using System.Globalization;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about instruments, their clauses and what came of them, and how an intent names one.</summary>
internal sealed class AgreementIntents : SubjectIntents
{
    private static readonly AgreementIntentsJson Json = AgreementIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<RecordAgreement>("agreement-record", Json, AgreementRules.Record,
            leadsTo: (act, _) => $"/records/agreements/{DerivedId.Of(act, AgreementRules.Thing):D}"),
        Intent<ChangeAgreement>("agreement-change", Json, AgreementRules.Change),
        Intent<EndAgreement>("agreement-end", Json, AgreementRules.End, undoneBy: "agreement-unend",
            offers: (state, id) => Of(state).Find(id) is { EndedOn: null }),
        Intent<TakeBackAgreementEnd>("agreement-unend", Json, AgreementRules.TakeBackEnd, offers: (state, id) => Of(state).Find(id)?.EndedOn is not null),
        Intent<LinkAgreement>("agreement-link", Json, AgreementRules.Link, undoneBy: "agreement-unlink"),
        Intent<UnlinkAgreement>("agreement-unlink", Json, AgreementRules.Unlink, offers: (state, id) => IsLinked(Of(state), id)),
        Intent<RecordClause>("clause-record", Json, ClauseRules.Record,
            leadsTo: (act, _) => $"/records/clauses/{DerivedId.Of(act, AgreementRules.ClauseThing):D}"),
        Intent<ChangeClause>("clause-change", Json, ClauseRules.Change),
        Intent<WithdrawClause>("clause-withdraw", Json, ClauseRules.Withdraw, undoneBy: "clause-restore",
            offers: (state, id) => Of(state).FindClause(id) is { WithdrawnOn: null }),
        Intent<TakeBackClauseWithdrawal>("clause-restore", Json, ClauseRules.TakeBackWithdrawal,
            offers: (state, id) => Of(state).FindClause(id)?.WithdrawnOn is not null),
        Intent<RecordDelivery>("delivery-record", Json, ClauseRules.Deliver, undoneBy: "delivery-withdraw"),
        Intent<WithdrawDelivery>("delivery-withdraw", Json, ClauseRules.WithdrawDelivery),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(AgreementRules.Thing, FindAgreement, (state, _) => Of(state).All.Select(a => (a.Id, LabelOf(a))),
            (state, _, id) => Of(state).Find(id) is { } agreement ? LabelOf(agreement) : null),
        new(AgreementRules.ClauseThing, (state, text) => FindClause(state, text, _ => true), (state, _) => Clauses(state, _ => true),
            (state, _, id) => NameOf(state, id)),
        new(AgreementRules.PromiseThing, (state, text) => FindClause(state, text, IsPromise), (state, _) => Clauses(state, IsPromise), (state, _, id) =>
            Of(state).FindClause(id) is { } clause && IsPromise(clause) ? NameOf(state, id) : null),
        new(AgreementRules.DeliveryThing, (state, text) => Guid.TryParse(text, out var id) && Of(state).FindDelivery(id) is not null ? id : null,
            (state, _) => Of(state).AllDeliveries.Where(d => !d.IsWithdrawn).Select(d => (d.Id, LabelOf(state, d))),
            (state, _, id) => Of(state).FindDelivery(id) is { } delivery ? LabelOf(state, delivery) : null)
        {
            Offers = (state, id) => Of(state).FindDelivery(id) is { IsWithdrawn: false },
        },
    ];

    /// <summary>The name and the day it was signed: several instruments may have one name.</summary>
    public static string LabelOf(Agreement agreement) => agreement.SignedOn is { } signed ? $"{agreement.Name} ({Names.Iso(signed)})" : agreement.Name;

    /// <summary>"Arrangement (2021-06-15), 4.2".</summary>
    public static string LabelOf(AgreementRegister agreements, Clause clause) => $"{LabelOf(agreements.Find(clause.Agreement)!)}, {clause.Number}";

    private static AgreementRegister Of(ProgrammeState state) => state.Of<AgreementRegister>();

    private static bool IsLinked(AgreementRegister agreements, Guid id) => agreements.Find(id)?.Links.Count > 0;

    private static bool IsPromise(Clause clause) => clause.Kind == ClauseKind.Promise;

    private static string? NameOf(ProgrammeState state, Guid id) => Of(state).FindClause(id) is { } clause ? LabelOf(Of(state), clause) : null;

    private static string LabelOf(ProgrammeState state, Delivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(state, delivery.Clause)}, {delivery.On:yyyy-MM-dd}, {delivery.Quantity}");

    private static IEnumerable<(Guid Id, string Name)> Clauses(ProgrammeState state, Func<Clause, bool> which) =>
        Of(state).AllClauses.Where(which).Select(c => (c.Id, LabelOf(Of(state), c)));

    /// <summary>By id, by its label, or by its name where no other has it.</summary>
    private static Outcome<Guid>? FindAgreement(ProgrammeState state, string text)
    {
        var found = Guid.TryParse(text, out var id) ? [.. Of(state).All.Where(a => a.Id == id)]
            : Of(state).All.Where(a => Codes.AreSame(a.Name, text) || Codes.AreSame(LabelOf(a), text)).ToList();
        return found switch
        {
            [] => null,
            [var one] => one.Id,
            _ => Problems.AgreementNameShared(text, string.Join(", ", found.Select(a => $"{LabelOf(a)} {a.Id:D}"))),
        };
    }

    private static Outcome<Guid>? FindClause(ProgrammeState state, string text, Func<Clause, bool> which)
    {
        var found = Of(state).AllClauses.Where(which)
            .Where(c => Guid.TryParse(text, out var id) ? c.Id == id : Codes.AreSame(LabelOf(Of(state), c), text)).Take(2).ToList();
        return found is [var one] ? one.Id : null;
    }
}
