using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Whom people serve, how they are insured, and what else is recorded of them. On one day nobody serves two organisations, unless it is said to be
/// meant.</summary>
public static class ServiceRules
{
    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "service", InsuranceThing = "insurance";

    private const int ShortestLanguage = 2, LongestLanguage = 3;

    public static Ruling Begin(IKnown known, Act act, BeginService intent)
    {
        var fact = new ServiceBegun(DerivedId.Of(act.Id, Thing), intent.Whom, intent.Organisation, intent.From, intent.Function, intent.Also == true);
        return Refused(known, fact) is { } problem ? problem : [fact];
    }

    public static Ruling End(IKnown known, Act act, EndService intent)
    {
        var service = Of(known).FindService(intent.Service)!;
        return service.IsWithdrawn ? Problems.ServiceIsWithdrawn()
            : service.Until is { } until ? Problems.ServiceEndedAlready(until)
            : intent.Until < service.From ? Problems.ServiceEndsBeforeItBegins(service.From)
            : [new ServiceEnded(service.Id, service.Person, intent.Until)];
    }

    public static Ruling TakeBackEnd(IKnown known, Act act, TakeBackServiceEnd intent)
    {
        var service = Of(known).FindService(intent.Service)!;
        return service.IsWithdrawn ? Problems.ServiceIsWithdrawn()
            : service.Until is null ? Problems.ServiceNotEnded()
            : Collides(known, service, new DayRange(service.From, null)) is { } problem ? problem
            : [new ServiceEndTakenBack(service.Id, service.Person)];
    }

    public static Ruling Withdraw(IKnown known, Act act, WithdrawService intent)
    {
        var service = Of(known).FindService(intent.Service)!;
        return service.IsWithdrawn ? Problems.ServiceIsWithdrawn()
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a service")
            : [new ServiceWithdrawn(service.Id, service.Person)];
    }

    public static Ruling Say(IKnown known, Act act, SayLanguages intent)
    {
        var languages = Languages(intent.Languages);
        return languages.IsRefused ? languages.Problem!
            : Of(known).LanguagesOf(intent.Whom).SequenceEqual(languages.Value!) ? Problems.PersonUnchanged()
            : [new PersonLanguagesSaid(intent.Whom, languages.Value!)];
    }

    public static Ruling Say(IKnown known, Act act, SayCaveats intent) =>
        Codes.IsBlank(intent.Caveats) ? Of(known).CaveatsOf(intent.Whom) is null ? Problems.PersonUnchanged() : [new PersonCaveatsSaid(intent.Whom, null)]
            : [new PersonCaveatsSaid(intent.Whom, intent.Caveats!.Trim())];

    public static Ruling Insure(IKnown known, Act act, RecordInsurance intent) =>
        intent.Until < intent.From ? Problems.InsuranceEndsBeforeItBegins()
            : [new InsuranceRecorded(DerivedId.Of(act.Id, InsuranceThing), intent.Whom, intent.From, intent.Until,
                Codes.IsBlank(intent.Insurer) ? null : intent.Insurer!.Trim(), Codes.IsBlank(intent.Covers) ? null : intent.Covers!.Trim())];

    public static Ruling Withdraw(IKnown known, Act act, WithdrawInsurance intent)
    {
        var insurance = Of(known).FindInsurance(intent.Insurance)!;
        return insurance.IsWithdrawn ? Problems.InsuranceIsWithdrawn()
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw an insurance")
            : [new InsuranceWithdrawn(insurance.Id, insurance.Person)];
    }

    public static Ruling Work(IKnown known, Act act, RecordFieldWork intent) =>
        intent.Until < intent.From ? Problems.WorkEndsBeforeItBegins() : [new FieldWorkRecorded(intent.Whom, intent.From, intent.Until ?? intent.From)];

    /// <summary>Each once, in small letters; or which is none.</summary>
    internal static Outcome<IReadOnlyList<string>> Languages(IReadOnlyList<string>? said)
    {
        List<string> languages = [.. (said ?? []).Where(l => !Codes.IsBlank(l)).Select(l => l.Trim().ToLowerInvariant()).Distinct()];
        return languages.Find(l => l.Length is < ShortestLanguage or > LongestLanguage || !l.All(char.IsAsciiLetterLower)) is { } wrong
            ? Problems.LanguageWrong(wrong) : languages;
    }

    /// <summary>Why they cannot serve it; null when they can.</summary>
    internal static Problem? Refused(IKnown known, ServiceBegun begun) =>
        TeamRules.OrganisationRefused(known, begun.Organisation)
        ?? Collides(known, new Service(begun.Service, begun.Person, begun.Organisation, begun.From, begun.Function, begun.Also, Act.Unread),
            new DayRange(begun.From, null));

    private static Problem? Collides(IKnown known, Service service, DayRange days)
    {
        var organisations = known.Of<OrganisationRegister>();
        foreach (var other in Of(known).ServicesOf(service.Person).Where(s => s.Id != service.Id && s.Days.Overlaps(days)))
        {
            var (own, theirs) = (organisations.StandingFor(organisations.Find(service.Organisation)!),
                organisations.StandingFor(organisations.Find(other.Organisation)!));
            if (own.Id == theirs.Id || !(service.Also || other.Also))
            {
                return own.Id == theirs.Id ? Problems.ServesAlready(theirs.Name, other.From)
                    : other.Until is { } until ? Problems.ServesAnotherUntil(theirs.Name, other.From, until)
                    : Problems.ServesAnother(theirs.Name, other.From);
            }
        }

        return null;
    }

    private static PersonnelRegister Of(IKnown known) => known.Of<PersonnelRegister>();
}
