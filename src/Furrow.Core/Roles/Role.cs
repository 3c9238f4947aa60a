using System.Collections.Immutable;

namespace Furrow.Core.Roles;

/// <summary>What somebody is in the programme, and so may do in it; what they are in the field is another matter. The numbers are for ever.</summary>
public enum Role : byte
{
    /// <summary>Opens and sets up the programme, says who has which role, erases.</summary>
    Administrator = 1,

    /// <summary>Imports, checks, accepts or sends back, answers for the figures.</summary>
    InformationManager = 2,

    /// <summary>Tasks teams and watches their work.</summary>
    OperationsOfficer = 3,

    /// <summary>Accredits, visits, samples.</summary>
    QualityOfficer = 4,

    /// <summary>Keeps agreements, and what partners promised and delivered.</summary>
    LiaisonOfficer = 5,

    /// <summary>Reports from the field.</summary>
    TeamLeader = 6,
}

/// <summary>Which rights come with a role. Everybody may record what happened.</summary>
public static class RoleRights
{
    private static readonly ImmutableDictionary<Role, ImmutableHashSet<Right>> Table = new Dictionary<Role, ImmutableHashSet<Right>>
    {
        [Role.Administrator] = [Right.Record, Right.Administer, Right.GiveRoles, Right.Erase],
        [Role.InformationManager] = [Right.Record, Right.Check, Right.Accept, Right.DecideFindings, Right.Publish, Right.KeepOrganisations],
        [Role.OperationsOfficer] = [Right.Record, Right.Check, Right.KeepPeople],
        [Role.QualityOfficer] = [Right.Record, Right.Check, Right.KeepAccreditation],
        [Role.LiaisonOfficer] = [Right.Record, Right.KeepOrganisations, Right.KeepAgreements, Right.KeepPeople],
        [Role.TeamLeader] = [Right.Record],
    }.ToImmutableDictionary();

    public static ImmutableHashSet<Right> Of(Role role) => Table[role];
}
