using Furrow.Core.Cooperation;

namespace Furrow.Core.Accreditation;

/// <summary>Whether a team has the people that the profile asks for. Only those count who may take part at all; where some are missing, what stands in the way
/// of each who would count is said too.</summary>
internal sealed class ManningReasons(PersonReasons people, CooperationSettings settings)
{
    private static readonly string NeverHeld = Problems.QualificationLacking(Qualification.NameOf(Competency.Eod1)).Code;

    public IEnumerable<EntitlementReason> Of(Guid team, IReadOnlyList<Membership> members, EntitlementAsked asked)
    {
        var known = new Dictionary<Guid, IReadOnlyList<EntitlementReason>>();
        return settings.Manning.Where(n => n.IsFor(asked.Activity)).SelectMany(need => need.Function is { } function
            ? OfFunction(team, members, Fit, function, need.Count) : OfLevel(team, members, Fit, need.Level!.Value, need.Count, asked.Day)).Distinct();

        // Asked only of those who would count: most of a team need not be looked at.
        IReadOnlyList<EntitlementReason> Fit(Guid person) => known.TryGetValue(person, out var reasons) ? reasons
            : known[person] = [.. people.Fit(person, asked.Activity, asked.Day)];
    }

    private static IEnumerable<EntitlementReason> OfFunction(Guid team, IReadOnlyList<Membership> members,
        Func<Guid, IReadOnlyList<EntitlementReason>> fit, PersonFunction function, int needed)
    {
        var those = members.Where(m => m.Function == function).Select(m => m.Person).Distinct().ToList();
        var have = those.Count(p => fit(p).Count == 0);
        return have >= needed ? []
            : [new(AccreditedKind.Team, team, Problems.ManningShort(WorkWords.Functions.First(f => f.Function == function).Those, have, needed)),
                .. those.SelectMany(fit)];
    }

    private IEnumerable<EntitlementReason> OfLevel(Guid team, IReadOnlyList<Membership> members, Func<Guid, IReadOnlyList<EntitlementReason>> fit,
        EodLevel level, int needed, DateOnly day)
    {
        var (have, whyNot) = (0, new List<EntitlementReason>());
        foreach (var person in members.Select(m => m.Person).Distinct())
        {
            var answer = people.Ask(person, level, day);
            if (answer.IsHeld && fit(person).Count == 0 && ++have >= needed)
            {
                return [];
            }

            // Of those who never had a certificate of it nothing is said: they are no gap of the team.
            whyNot.AddRange(answer.WhyNot.Where(p => p.Code != NeverHeld).Select(p => new EntitlementReason(AccreditedKind.Person, person, p)));
            whyNot.AddRange(answer.IsHeld || answer.WhyNot.Any(p => p.Code != NeverHeld) ? fit(person) : []);
        }

        return [new(AccreditedKind.Team, team, Problems.ManningShortOfLevel(Qualification.NameOf((Competency)level), have, needed)), .. whyNot];
    }
}
