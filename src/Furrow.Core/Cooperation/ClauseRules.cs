using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How clauses become known, and what came of what they promise.</summary>
public static class ClauseRules
{
    private const int LettersOfCurrency = 3;

    public static Ruling Record(IKnown known, Act act, RecordClause intent)
    {
        var fact = Of(DerivedId.Of(act.Id, AgreementRules.ClauseThing), intent);
        return Refused(known, Of(known).Find(intent.Agreement)!, null, fact) is { } problem ? problem : [fact];
    }

    public static Ruling Change(IKnown known, Act act, ChangeClause intent)
    {
        var before = Of(known).FindClause(intent.Clause)!;
        var said = Of(intent.Clause, new RecordClause(before.Agreement, intent.Number, intent.Kind, intent.Activity, intent.Partners, intent.Places,
            intent.From, intent.Until, intent.Promised, intent.Quantity, intent.Currency, intent.Text));
        return Refused(known, Of(known).Find(before.Agreement)!, before, said) is { } problem ? problem
            : [new ClauseChanged(said.Clause, said.Agreement, said.Number, said.Kind, said.Activity, said.Partners, said.Places, said.From, said.Until,
                said.Promised, said.Quantity, said.Currency, said.Text)];
    }

    public static Ruling Withdraw(IKnown known, Act act, WithdrawClause intent)
    {
        var clause = Of(known).FindClause(intent.Clause)!;
        return clause.WithdrawnOn is not null ? Problems.ClosedAlready(clause.Number)
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a clause")
            : [new ClauseWithdrawn(intent.Clause, intent.WithdrawnOn)];
    }

    public static Ruling TakeBackWithdrawal(IKnown known, Act act, TakeBackClauseWithdrawal intent)
    {
        var clause = Of(known).FindClause(intent.Clause)!;
        return clause.WithdrawnOn is null ? Problems.ClauseNotWithdrawn(clause.Number) : [new ClauseWithdrawalTakenBack(intent.Clause)];
    }

    /// <summary>What is there is never less than nothing, on no day.</summary>
    public static Ruling Deliver(IKnown known, Act act, RecordDelivery intent)
    {
        var clause = Of(known).FindClause(intent.Clause)!;
        var fact = new DeliveryRecorded(DerivedId.Of(act.Id, AgreementRules.DeliveryThing), intent.Clause, intent.Change, intent.On, intent.Quantity);
        return clause.Kind != ClauseKind.Promise ? Problems.ClauseNoPromise(clause.Number)
            : intent.Quantity <= 0 ? Problems.QuantityMissing()
            : IsShort(known, act, intent.Clause, fact) ? Problems.DeliveryMoreThanThere(clause.Number)
            : [fact];
    }

    public static Ruling WithdrawDelivery(IKnown known, Act act, WithdrawDelivery intent)
    {
        var delivery = Of(known).FindDelivery(intent.Delivery)!;
        var fact = new DeliveryWithdrawn(intent.Delivery);
        return delivery.IsWithdrawn ? Problems.ClosedAlready(Of(known).FindClause(delivery.Clause)!.Number)
            : IsShort(known, act, delivery.Clause, fact) ? Problems.DeliveryMoreThanThere(Of(known).FindClause(delivery.Clause)!.Number)
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a delivery")
            : [fact];
    }

    private static AgreementRegister Of(IKnown known) => known.Of<AgreementRegister>();

    private static ClauseRecorded Of(Guid id, RecordClause said) => new(id, said.Agreement, said.Number.Trim(), said.Kind, said.Activity, said.Partners ?? [],
        Trimmed(said.Places), said.From, said.Until, said.Promised, said.Quantity, Currency(said.Currency), Text(said.Text));

    /// <summary>Whether after it more would be lost or retired on some day than had come by then.</summary>
    private static bool IsShort(IKnown known, Act act, Guid clause, IFact fact)
    {
        var there = 0m;
        foreach (var day in Of(known).Apply(new Placed(0, act.At, act, fact)).DeliveriesOf(clause).GroupBy(d => d.On))
        {
            there += day.Sum(d => d.Change == DeliveryChange.Delivered ? d.Quantity : -d.Quantity);
            if (there < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Problem? Refused(IKnown known, Agreement agreement, Clause? before, ClauseRecorded clause) =>
        Codes.IsBlank(clause.Number) ? Problems.ClauseNumberBlank()
        : Of(known).ClausesOf(agreement.Id).Any(c => c.Id != before?.Id && Codes.AreSame(c.Number, clause.Number)) ? Problems.NameTaken(clause.Number)
        : clause.Until < clause.From ? Problems.ClauseEndsBeforeItBegins(clause.Number)
        : clause.Kind == ClauseKind.Activity != clause.Activity is not null ? Problems.ClauseActivityAmiss()
        : clause.Kind == ClauseKind.Promise ? PromiseRefused(clause)
        : clause.Promised is not null || clause.Quantity is not null || clause.Currency is not null ? Problems.ClausePromiseAmiss()
        : before?.Kind == ClauseKind.Promise && Of(known).DeliveriesOf(before.Id).Any() ? Problems.ClauseHasDeliveries(before.Number)
        : PartnerRefused(known, agreement, clause.Partners);

    private static Problem? PromiseRefused(ClauseRecorded clause) =>
        clause.Promised is null || clause.Quantity is not > 0 ? Problems.ClausePromiseAmiss()
        : clause.Promised == PromisedThing.Money != clause.Currency is not null ? Problems.CurrencyAmiss()
        : clause.Currency is { } currency && !(currency.Length == LettersOfCurrency && currency.All(char.IsAsciiLetterUpper)) ? Problems.CurrencyAmiss()
        : null;

    /// <summary>Nobody has a right by an instrument that neither they, nor what they are part of, nor their state has concluded. To whom data goes is free.
    /// </summary>
    private static Problem? PartnerRefused(IKnown known, Agreement agreement, IReadOnlyList<Guid> partners) =>
        partners.Select(p => known.Of<OrganisationRegister>().Find(p)!).FirstOrDefault(o => !Partners.IsParty(known, agreement, o)) is { } stranger
            ? Problems.ClausePartnerNoParty(stranger.Name, agreement.Name) : null;

    private static IReadOnlyList<string> Trimmed(IReadOnlyList<string>? texts) =>
        [.. (texts ?? []).Where(t => !Codes.IsBlank(t)).Select(t => t.Trim()).Distinct(Codes.Comparer)];

    private static string? Currency(string? text) => Codes.IsBlank(text) ? null : text!.Trim().ToUpperInvariant();

    private static Sealed? Text(string? text) => Codes.IsBlank(text) ? null : text!.Trim();
}
