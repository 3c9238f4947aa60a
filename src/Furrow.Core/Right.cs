namespace Furrow.Core;

/// <summary>What somebody may do. A fact names the one it needs at least (<see cref="Log.FactNameAttribute.Needs"/>). The numbers are for ever: functions
/// that people hold will name rights in the log. Each is explained in docs/rights.md.</summary>
public enum Right : byte
{
    /// <summary>No right was named: a fact without one is a bug, and a test finds it.</summary>
    Unnamed = 0,

    /// <summary>To record what happened. Nobody is refused for lack of this right: what happened is always recorded.</summary>
    Record = 1,

    /// <summary>To look over what was reported, before somebody else accepts it.</summary>
    Check = 2,

    /// <summary>To accept, send back or reject reports, and take back what was accepted.</summary>
    Accept = 3,

    /// <summary>To decide on groups of findings.</summary>
    DecideFindings = 4,

    /// <summary>To publish figures.</summary>
    Publish = 5,

    /// <summary>To open a programme, change its profile, versions and time zone, and load boundaries.</summary>
    Administer = 6,

    /// <summary>To erase restricted and personal texts, giving the ground.</summary>
    Erase = 7,

    /// <summary>To register organisations, and say what is known of them.</summary>
    KeepOrganisations = 8,

    /// <summary>To record agreements and their clauses, and what becomes of them.</summary>
    KeepAgreements = 9,

    /// <summary>To record teams and who is in them, whom people serve, what they are qualified for and how they are insured.</summary>
    KeepPeople = 10,

    /// <summary>To register procedures, types of machines and dog-handler pairs, and to accredit, suspend and withdraw.</summary>
    KeepAccreditation = 11,

    /// <summary>To say who has which role, and to suspend somebody.</summary>
    GiveRoles = 12,
}
