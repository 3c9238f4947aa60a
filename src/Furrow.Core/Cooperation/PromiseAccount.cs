namespace Furrow.Core.Cooperation;

/// <summary>What was promised by a clause and what came of it, as of a day: in service = delivered − lost − retired.</summary>
/// <param name="Missing">Promised and not delivered; nothing where more was delivered.</param>
public sealed record PromiseAccount(Clause Clause, decimal Promised, decimal Delivered, decimal Lost, decimal Retired)
{
    public decimal InService => Delivered - Lost - Retired;

    public decimal Missing => Math.Max(0, Promised - Delivered);

    /// <summary>The account of each promise, in the order they were recorded.</summary>
    public static IEnumerable<PromiseAccount> Of(AgreementRegister agreements, DateOnly asOf) =>
        from clause in agreements.AllClauses
        where clause.Kind == ClauseKind.Promise
        let came = agreements.DeliveriesOf(clause.Id).Where(d => d.On <= asOf).ToLookup(d => d.Change, d => d.Quantity)
        select new PromiseAccount(clause, clause.Quantity ?? 0, came[DeliveryChange.Delivered].Sum(), came[DeliveryChange.Lost].Sum(),
            came[DeliveryChange.Retired].Sum());
}
