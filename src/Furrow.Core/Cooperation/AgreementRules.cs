using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How instruments become known, and how they end. None of it lets anybody do anything: that is asked of <see cref="OperationalRight"/>.</summary>
public static class AgreementRules
{
    public const int LongestName = 200;

    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "agreement", ClauseThing = "clause", PromiseThing = "promise", DeliveryThing = "delivery";

    public static Ruling Record(IKnown known, Act act, RecordAgreement intent) =>
        Refused(known, intent.Name, intent.Parties, intent.Countries, intent.InForceOn, intent.Until) is { } problem ? problem
            : [new AgreementRecorded(DerivedId.Of(act.Id, Thing), intent.Name.Trim(), intent.Kind, intent.Level, intent.SignedOn, intent.InForceOn,
                intent.Until, intent.Parties ?? [], CountryCodes.Of(intent.Countries))];

    public static Ruling Change(IKnown known, Act act, ChangeAgreement intent) =>
        Refused(known, intent.Name, intent.Parties, intent.Countries, intent.InForceOn, intent.Until) is { } problem ? problem
            : [new AgreementChanged(intent.Agreement, intent.Name.Trim(), intent.Kind, intent.Level, intent.SignedOn, intent.InForceOn, intent.Until,
                intent.Parties ?? [], CountryCodes.Of(intent.Countries))];

    public static Ruling End(IKnown known, Act act, EndAgreement intent)
    {
        var agreement = Of(known).Find(intent.Agreement)!;
        return agreement.EndedOn is not null ? Problems.ClosedAlready(agreement.Name)
            : agreement.InForceOn is not { } first ? Problems.AgreementNeverInForce(agreement.Name)
            : intent.EndedOn.AddDays(1) < first ? Problems.AgreementEndsBeforeItBegins(agreement.Name)
            : act.IsWithoutReason ? Problems.ReasonMissing("end an agreement")
            : [new AgreementEnded(intent.Agreement, intent.EndedOn)];
    }

    public static Ruling TakeBackEnd(IKnown known, Act act, TakeBackAgreementEnd intent)
    {
        var agreement = Of(known).Find(intent.Agreement)!;
        return agreement.EndedOn is null ? Problems.AgreementNotEnded(agreement.Name)
            : act.IsWithoutReason ? Problems.ReasonMissing("take back the end of an agreement")
            : [new AgreementEndTakenBack(intent.Agreement)];
    }

    public static Ruling Link(IKnown known, Act act, LinkAgreement intent)
    {
        var fact = new AgreementLinked(intent.Agreement, intent.Other, intent.Link);
        var agreement = Of(known).Find(intent.Agreement)!;
        return agreement.Links.Contains((intent.Other, intent.Link)) ? Problems.AgreementLinkKnown(agreement.Name, Of(known).Find(intent.Other)!.Name)
            : Of(known).Apply(new Placed(0, act.At, act, fact)).LeadsBack(intent.Agreement) ? Problems.AgreementRestsOnItself(agreement.Name)
            : [fact];
    }

    public static Ruling Unlink(IKnown known, Act act, UnlinkAgreement intent)
    {
        var agreement = Of(known).Find(intent.Agreement)!;
        return agreement.Links.Contains((intent.Other, intent.Link)) ? [new AgreementUnlinked(intent.Agreement, intent.Other, intent.Link)]
            : Problems.AgreementLinkUnknown(agreement.Name, Of(known).Find(intent.Other)!.Name);
    }

    private static AgreementRegister Of(IKnown known) => known.Of<AgreementRegister>();

    private static Problem? Refused(IKnown known, string name, IReadOnlyList<Guid>? parties, IReadOnlyList<string>? countries, DateOnly? inForceOn,
        DateOnly? until) =>
        Codes.IsBlank(name) ? Problems.AgreementNameBlank()
        : CountryCodes.Refused(countries) is { } wrong ? wrong
        : parties is not { Count: > 0 } && CountryCodes.Of(countries).Count == 0 ? Problems.AgreementWithoutParty()
        : until < inForceOn ? Problems.AgreementEndsBeforeItBegins(name)
        : (parties ?? []).Select(p => known.Of<OrganisationRegister>().Find(p)!).FirstOrDefault(o => o.MergedInto is not null) is { } merged
            ? Problems.OrganisationMerged(merged.Name) : null;
}
