using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>Answers questions of entitlement over one state; remembers what it was asked of organisations.</summary>
internal sealed class EntitlementJudge(IKnown known, CooperationSettings settings)
{
    private readonly Dictionary<(Guid Organisation, FieldActivity Activity, string? Place, DateOnly Day), OrganisationAnswer> _organisations = [];
    private readonly AccreditationReasons _accreditation = new(known, settings);
    private readonly PersonReasons _people = new(known, settings);
    private readonly TeamRegister _teams = known.Of<TeamRegister>();
    private readonly DogPairRegister _pairs = known.Of<DogPairRegister>();

    /// <summary>Which clause lets an organisation do it, and what stands in its way.</summary>
    private sealed record OrganisationAnswer(Clause? By, IReadOnlyList<EntitlementReason> WhyNot);

    /// <param name="asked">Its subject is registered.</param>
    public EntitlementAnswer Of(EntitlementAsked asked) => asked.Activity != FieldActivity.Eod ? Answered(asked)
        : Answered(asked) with { Orders = known.Of<EmergencyOrders>().Of(asked.Subject, asked.Day) };

    private EntitlementAnswer Answered(EntitlementAsked asked) => asked.Kind switch
    {
        AccreditedKind.Team => OfTeam(asked, _teams.Find(asked.Subject)!),
        AccreditedKind.DogPair => OfPair(asked, _pairs.Find(asked.Subject)!),
        _ => OfPerson(asked),
    };

    private EntitlementAnswer OfTeam(EntitlementAsked asked, Team team)
    {
        if (!team.IsThere(asked.Day))
        {
            return new(asked, null, [Reason(AccreditedKind.Team, team.Id, Problems.EntitlementTeamNotThere(TeamNames.LabelOf(known, team), asked.Day))]);
        }

        var organisation = OfOrganisation(asked, team.Organisation);
        var members = _teams.Members(team.Id, asked.Day);
        List<EntitlementReason> whyNot =
        [
            .. organisation.WhyNot,
            .. _accreditation.Of(AccreditedKind.Team, team.Id, asked.Activity, asked.Day),
            .. Turnover(team, members, asked.Day),
            .. new ManningReasons(_people, settings).Of(team.Id, members, asked),
        ];
        if (asked.Activity == FieldActivity.DogClearance)
        {
            whyNot.AddRange(PairsOf(team, members, asked.Day));
        }

        return new(asked, organisation.By, whyNot);
    }

    /// <summary>A computed state: it ends with the next assessment on site, and nobody records it.</summary>
    private IEnumerable<EntitlementReason> Turnover(Team team, IReadOnlyList<Membership> members, DateOnly day)
    {
        if (settings.TurnoverSharePercent is not { } most || members.Count == 0
            || known.Of<AccreditationRegister>().Of(team.Id).Max(c => c.LastAssessed(day)) is not { } assessed)
        {
            return [];
        }

        var before = _teams.Members(team.Id, assessed).Select(m => m.Person).ToHashSet();
        var now = members.Select(m => m.Person).ToHashSet();
        var share = 100.0 * now.Count(p => !before.Contains(p)) / now.Count;
        return share <= most ? []
            : [Reason(AccreditedKind.Team, team.Id, Problems.EntitlementTurnover(TeamNames.LabelOf(known, team), share, assessed, most))];
    }

    /// <summary>A team works with dogs by at least one pair that may.</summary>
    private IEnumerable<EntitlementReason> PairsOf(Team team, IReadOnlyList<Membership> members, DateOnly day)
    {
        var handlers = members.Select(m => m.Person).ToHashSet();
        var pairs = _pairs.All.Where(p => handlers.Contains(p.Handler) && p.Stands(day))
            .Select(p => (Pair: p, WhyNot: PairReasons(p, FieldActivity.DogClearance, day))).ToList();
        return pairs.Exists(p => p.WhyNot.Count == 0) ? []
            : [Reason(AccreditedKind.Team, team.Id, Problems.EntitlementWithoutPair(TeamNames.LabelOf(known, team))), .. pairs.SelectMany(p => p.WhyNot)];
    }

    private EntitlementAnswer OfPair(EntitlementAsked asked, DogPair pair)
    {
        var organisation = OfOrganisation(asked, pair.Organisation);
        return new(asked, organisation.By, [.. organisation.WhyNot, .. PairReasons(pair, asked.Activity, asked.Day)]);
    }

    private List<EntitlementReason> PairReasons(DogPair pair, FieldActivity activity, DateOnly day) =>
    [
        .. new DogPairReasons(known, settings).Of(pair, day).Select(p => Reason(AccreditedKind.DogPair, pair.Id, p)),
        .. _accreditation.Of(AccreditedKind.DogPair, pair.Id, activity, day),
        .. _people.Of(pair.Handler, activity, day),
    ];

    /// <summary>Of several organisations somebody serves, one by which they may is enough.</summary>
    private EntitlementAnswer OfPerson(EntitlementAsked asked)
    {
        List<EntitlementReason> own = [.. _people.Of(asked.Subject, asked.Activity, asked.Day)];
        if (asked.Activity == FieldActivity.DogClearance)
        {
            own.Add(Reason(AccreditedKind.Person, asked.Subject, Problems.EntitlementByPair()));
        }

        var organisations = known.Of<PersonnelRegister>().ServicesOf(asked.Subject, asked.Day).Select(s => s.Organisation)
            .Concat(_teams.MembershipsWith(asked.Subject, asked.Day).Select(m => _teams.Find(m.Team)!.Organisation)).Distinct()
            .Select(o => OfOrganisation(asked, o)).ToList();
        return organisations.Count == 0 ? new(asked, null, [Reason(AccreditedKind.Person, asked.Subject, Problems.EntitlementServesNobody(asked.Day)), .. own])
            : organisations.Find(o => o.WhyNot.Count == 0) is { } letting ? new(asked, letting.By, own)
            : new(asked, organisations.Find(o => o.By is not null)?.By, [.. organisations.SelectMany(o => o.WhyNot).Distinct(), .. own]);
    }

    private OrganisationAnswer OfOrganisation(EntitlementAsked asked, Guid id)
    {
        var key = (id, asked.Activity, asked.Place, asked.Day);
        return _organisations.TryGetValue(key, out var answer) ? answer : _organisations[key] = Judged(asked, id);
    }

    private OrganisationAnswer Judged(EntitlementAsked asked, Guid id)
    {
        var rights = WorkWords.ClausesFor(asked.Activity).Select(a => OperationalRight.Ask(known, new(id, a, asked.Day, asked.Place))).ToList();
        var given = rights.Find(r => r.IsGiven);
        return new(given?.By,
        [
            .. (given is null ? rights.SelectMany(r => r.WhyNot).Distinct() : []).Select(p => Reason(AccreditedKind.Organisation, id, p)),
            .. _accreditation.OfOrganisation(id, asked.Activity, asked.Day),
            .. _accreditation.OfProcedures(id, asked.Activity, asked.Day),
        ]);
    }

    private static EntitlementReason Reason(AccreditedKind kind, Guid subject, Problem problem) => new(kind, subject, problem);
}
