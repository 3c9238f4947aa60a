using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>How emergency orders are recorded and closed. What happened is always recorded; nobody is entitled by it.</summary>
public static class EmergencyRules
{
    /// <summary>What the fields of intents call it.</summary>
    public const string Thing = "emergencyOrder";

    public static Ruling Record(IKnown known, Act act, RecordEmergencyOrder intent)
    {
        var kind = AccreditedSubjects.KindOf(known, intent.Subject)!.Value;
        return kind is not (AccreditedKind.Team or AccreditedKind.Person) ? Problems.EmergencyOfWhom(AccreditedSubjects.NameOf(known, kind, intent.Subject))
            : intent.Subject == intent.Officer ? Problems.EmergencyOfOneself()
            : [new EmergencyOrdered(DerivedId.Of(act.Id, Thing), kind, intent.Subject, intent.Officer, intent.On,
                Codes.IsBlank(intent.Place) ? null : intent.Place!.Trim(), intent.What.Trim())];
    }

    /// <summary>Two people: whoever gave the order does not say that it was in order.</summary>
    public static Ruling Regularise(IKnown known, Act act, RegulariseEmergencyOrder intent)
    {
        var order = Of(known, intent.EmergencyOrder);
        return order.IsWithdrawn || order.Outcome is not null ? Problems.EmergencyClosed(order.On)
            : act.Person == order.Officer ? Problems.EmergencyByOfficer()
            : [new EmergencyOrderRegularised(intent.EmergencyOrder, intent.Outcome.Trim())];
    }

    public static Ruling Withdraw(IKnown known, Act act, WithdrawEmergencyOrder intent) =>
        !Of(known, intent.EmergencyOrder).Waits ? Problems.EmergencyClosed(Of(known, intent.EmergencyOrder).On)
        : act.IsWithoutReason ? Problems.ReasonMissing("withdraw an emergency order")
        : [new EmergencyOrderWithdrawn(intent.EmergencyOrder)];

    private static EmergencyOrder Of(IKnown known, Guid order) => known.Of<EmergencyOrders>().Find(order)!;
}
