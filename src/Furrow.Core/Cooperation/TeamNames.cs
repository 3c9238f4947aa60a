using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Which team a name speaks of. Within one organisation each name has one bearer; two organisations may each have a team 3.</summary>
public static class TeamNames
{
    /// <summary>The team a report speaks of: of the organisation it names, who bears the name of the team it carries. Null where nobody does, or where the
    /// organisation is not known and several do.</summary>
    /// <param name="organisation">As the report spells it.</param>
    public static Team? Reported(IKnown known, string organisation, string? team)
    {
        if (Codes.IsBlank(team))
        {
            return null;
        }

        var bearing = known.Of<TeamRegister>().Bearing(team!).ToList();
        return known.Of<OrganisationRegister>().Named(organisation) is { } named ? bearing.Find(t => IsOf(known, t, named))
            : bearing is [var one] ? one : null;
    }

    /// <summary>Whether it is a team of this organisation, those merged counting as what they were merged into.</summary>
    public static bool IsOf(IKnown known, Team team, Organisation organisation) =>
        known.Of<OrganisationRegister>() is var register && register.Find(team.Organisation) is { } own
        && register.StandingFor(own).Id == register.StandingFor(organisation).Id;

    /// <summary>Its code, its name where that is another, and whose it is: "T-3 North (Contingent One)".</summary>
    public static string LabelOf(IKnown known, Team team)
    {
        var register = known.Of<OrganisationRegister>();
        var whose = register.Find(team.Organisation) is { } own ? register.StandingFor(own).Name : team.Organisation.ToString("D")[..8];
        return $"{(Codes.AreSame(team.Code, team.Name) ? team.Code : $"{team.Code} {team.Name}")} ({whose})";
    }
}
