using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>What a row of a list of people comes to: several facts of one act, each judged as it would be alone. A refusal names the field, so that a table can
/// name the cell.</summary>
public static class EngagementRules
{
    /// <summary>What the fields of intents call a table.</summary>
    public const string Thing = "engagement";

    public static Ruling Engage(IKnown known, Act act, EngagePerson intent)
    {
        var person = PersonOf(known, act, intent);
        if (person.IsRefused)
        {
            return person.Problem!;
        }

        var (id, facts) = (DerivedId.Of(act.Id, "registered"), new List<IFact>(person.Value!));
        var inTeam = !Codes.IsBlank(intent.Team);
        facts.Add(new ServiceBegun(DerivedId.Of(act.Id, ServiceRules.Thing), id, intent.Organisation, intent.From, inTeam ? null : intent.Function, false));
        var team = inTeam ? TeamOf(known, act, intent, id) : [];
        var papers = PapersOf(known, act, intent, id);
        return TeamRules.OrganisationRefused(known, intent.Organisation) is { } refused ? refused with { Where = new ProblemPlace(null, null, "organisation") }
            : team.IsRefused ? team
            : papers.IsRefused ? papers
            : Ruling.Of([.. facts, .. team.Facts, .. papers.Facts]);
    }

    /// <summary>What is recorded once for the rows of a table.</summary>
    /// <param name="acts">Those of its rows.</param>
    public static Ruling Close(IKnown known, Act act, string file, IReadOnlyList<Guid> acts) => [new TableEngaged(DerivedId.Of(act.Id, Thing), file, acts)];

    /// <summary>Who is registered by it. Two people may have one name, if both have a service code, or if it is said.</summary>
    private static Outcome<IReadOnlyList<IFact>> PersonOf(IKnown known, Act act, EngagePerson intent)
    {
        var (id, withheld) = (DerivedId.Of(act.Id, "registered"), Codes.IsBlank(intent.Name));
        if (withheld && Codes.IsBlank(intent.ServiceCode))
        {
            return Problems.EngagedWithoutName();
        }

        if (!Codes.IsBlank(intent.ServiceCode) && PersonRules.CodeRefused(known, intent.ServiceCode!, null) is { } taken)
        {
            return taken;
        }

        var name = (withheld ? intent.ServiceCode : intent.Name)!.Trim();
        var isOther = intent.Another == true
            || (!Codes.IsBlank(intent.ServiceCode) && known.PersonNamed(name) is { } same && known.Of<People>().Find(same)?.Code is not null);
        var registered = isOther ? (id, (IReadOnlyList<IFact>)[new PersonRegistered(id, name)]) : PersonRules.Named(known.PersonNamed, name, id);
        if (registered.IsRefused || registered.Value.Registered.Count == 0)
        {
            return (registered.Problem ?? Problems.PersonKnown(registered.Value.Person)) with
            {
                Where = new ProblemPlace(null, null, withheld ? "serviceCode" : "name"),
            };
        }

        return Codes.IsBlank(intent.ServiceCode) ? new(registered.Value.Registered, null)
            : new([.. registered.Value.Registered, new PersonCodeGiven(id, intent.ServiceCode!.Trim(), withheld)], null);
    }

    private static Ruling TeamOf(IKnown known, Act act, EngagePerson intent, Guid person)
    {
        if (intent.Function is not { } function)
        {
            return Problems.EngagedWithoutFunction();
        }

        var (organisation, code) = (known.Of<OrganisationRegister>().Find(intent.Organisation)!, intent.Team!.Trim());
        var team = known.Of<TeamRegister>().Bearing(code).FirstOrDefault(t => TeamNames.IsOf(known, t, organisation));
        if (team is not null)
        {
            var joined = Joined(act, team.Id, person, function, intent.From);
            return MemberRules.Refused(known, team, joined) is { } problem ? problem : [joined];
        }

        if (intent.NewTeam != true)
        {
            return Problems.EngagedTeamUnknown(code, organisation.Name);
        }

        if (intent.Work is not { } work)
        {
            return Problems.EngagedTeamWithoutWork();
        }

        var formed = new TeamFormed(DerivedId.Of(act.Id, TeamRules.Thing), code, code, intent.Organisation, work, intent.From);
        return TeamRules.NamesRefused(known, intent.Organisation, null, [code], null) is { } refused
            ? refused with { Where = new ProblemPlace(null, null, "team") } : [formed, Joined(act, formed.Team, person, function, intent.From)];
    }

    private static TeamJoined Joined(Act act, Guid team, Guid person, PersonFunction function, DateOnly from) =>
        new(DerivedId.Of(act.Id, TeamRules.MembershipThing), team, person, function, from, false);

    private static Ruling PapersOf(IKnown known, Act act, EngagePerson intent, Guid person)
    {
        var facts = new List<IFact>();
        if (ServiceRules.Languages(intent.Languages) is var languages && languages.IsRefused)
        {
            return languages.Problem!;
        }

        if (languages.Value!.Count > 0)
        {
            facts.Add(new PersonLanguagesSaid(person, languages.Value));
        }

        if (intent.EodLevel is { } level)
        {
            if (intent.IssuedOn is not { } issued)
            {
                return Problems.EngagedWithoutIssue();
            }

            var issuer = Codes.IsBlank(intent.Issuer) ? known.Of<OrganisationRegister>().Find(intent.Organisation)!.Name : intent.Issuer!.Trim();
            var certificate = new CertificateRecorded(DerivedId.Of(act.Id, QualificationRules.Thing), person, (Competency)level, null, issuer,
                Codes.IsBlank(intent.CertificateNumber) ? null : intent.CertificateNumber!.Trim(), issued, intent.ExpiresOn, false);
            if (QualificationRules.Refused(known, certificate) is { } problem)
            {
                return problem;
            }

            facts.Add(certificate);
        }
        else if (!Codes.IsBlank(intent.CertificateNumber) || intent.IssuedOn is not null || intent.ExpiresOn is not null)
        {
            return Problems.EngagedWithoutLevel();
        }

        if (intent.InsuredUntil is { } until)
        {
            if (until < intent.From)
            {
                return Problems.InsuranceEndsBeforeItBegins() with { Where = new ProblemPlace(null, null, "insuredUntil") };
            }

            facts.Add(new InsuranceRecorded(DerivedId.Of(act.Id, ServiceRules.InsuranceThing), person, intent.From, until, null, null));
        }

        return Ruling.Of(facts);
    }
}
