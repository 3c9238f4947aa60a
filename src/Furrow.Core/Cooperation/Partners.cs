using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Who an instrument and its clauses are about.</summary>
internal static class Partners
{
    /// <summary>The organisation and all it is part of, those merged counting as what they were merged into.</summary>
    public static IEnumerable<Organisation> Around(OrganisationRegister register, Organisation organisation)
    {
        var seen = new HashSet<Guid>();
        for (var next = register.StandingFor(organisation); next is not null && seen.Add(next.Id); next = register.ParentOf(next))
        {
            yield return next;
        }
    }

    /// <summary>Whether it, or what it is part of, or its state has concluded the instrument.</summary>
    public static bool IsParty(IKnown known, Agreement agreement, Organisation organisation)
    {
        var register = known.Of<OrganisationRegister>();
        return Around(register, organisation)
            .Any(o => IsAmong(register, agreement.Parties, o) || (o.Country is { } country && agreement.Countries.Contains(country)));
    }

    /// <summary>Whether a clause is for it: it is named, or what it is part of is; where nobody is named, every party.</summary>
    public static bool Has(IKnown known, Agreement agreement, Clause clause, Organisation organisation)
    {
        var register = known.Of<OrganisationRegister>();
        return clause.Partners.Count == 0 ? IsParty(known, agreement, organisation)
            : Around(register, organisation).Any(o => IsAmong(register, clause.Partners, o));
    }

    private static bool IsAmong(OrganisationRegister register, IReadOnlyList<Guid> named, Organisation organisation) =>
        named.Any(n => register.Find(n) is { } other && register.StandingFor(other).Id == organisation.Id);
}
