using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>The work a team is made for. The numbers are for ever.</summary>
public enum TeamWork : byte
{
    ManualClearance = 1,

    /// <summary>With machines: flails, tillers, sifters.</summary>
    Mechanical = 2,

    /// <summary>It disposes of ordnance.</summary>
    Eod = 3,

    /// <summary>Non-technical and technical survey.</summary>
    Survey = 4,

    /// <summary>It marks and fences hazardous areas.</summary>
    Marking = 5,

    /// <summary>With mine detection dogs.</summary>
    Dogs = 6,

    Medical = 7,

    /// <summary>It clears battle areas of ordnance that has no mines among it.</summary>
    BattleArea = 8,

    /// <summary>It checks the work of others.</summary>
    Quality = 9,

    /// <summary>It does none of these: headquarters, supply, workshops.</summary>
    Support = 10,
}

/// <summary>A team is known from here on.</summary>
/// <param name="Code">Short, as radio and reports name it.</param>
/// <param name="Organisation">Whose team it is.</param>
/// <param name="FormedOn">The first day it is there.</param>
[FactName("team-formed", 1, needs: Right.KeepPeople)]
public sealed record TeamFormed(Guid Team, string Code, string Name, Guid Organisation, TeamWork Work, DateOnly FormedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.OfOrganisation(known, Organisation, [Team]);
}

/// <summary>It has another code or name from here on. Those before stay names of it: reports carry them.</summary>
[FactName("team-renamed", 1, needs: Right.KeepPeople)]
public sealed record TeamRenamed(Guid Team, string Code, string Name) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team);
}

/// <summary>Whose it is, what it works at and since when it is there, is known otherwise.</summary>
[FactName("team-changed", 1, needs: Right.KeepPeople)]
public sealed record TeamChanged(Guid Team, Guid Organisation, TeamWork Work, DateOnly FormedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team).Concat(TeamConcerns.OfOrganisation(known, Organisation, [Team]));
}

/// <summary>It is called so as well, as reports spell it.</summary>
[FactName("team-alias-added", 1, needs: Right.KeepPeople)]
public sealed record TeamAliasAdded(Guid Team, string Alias) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team);
}

/// <summary>It is not called so.</summary>
[FactName("team-alias-removed", 1, needs: Right.KeepPeople)]
public sealed record TeamAliasRemoved(Guid Team, string Alias) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team);
}

/// <summary>It was disbanded. Nobody is in it after that day.</summary>
/// <param name="DisbandedOn">The last day it was there.</param>
[FactName("team-disbanded", 1, needs: Right.KeepPeople)]
public sealed record TeamDisbanded(Guid Team, DateOnly DisbandedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team);
}

/// <summary>It was not disbanded.</summary>
[FactName("team-disbanding-taken-back", 1, needs: Right.KeepPeople)]
public sealed record TeamDisbandingTakenBack(Guid Team) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team);
}

/// <summary>It was recorded by mistake: there never was such a team.</summary>
[FactName("team-withdrawn", 1, needs: Right.KeepPeople)]
public sealed record TeamWithdrawn(Guid Team) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team);
}

[JsonSerializable(typeof(TeamFormed))]
[JsonSerializable(typeof(TeamRenamed))]
[JsonSerializable(typeof(TeamChanged))]
[JsonSerializable(typeof(TeamAliasAdded))]
[JsonSerializable(typeof(TeamAliasRemoved))]
[JsonSerializable(typeof(TeamDisbanded))]
[JsonSerializable(typeof(TeamDisbandingTakenBack))]
[JsonSerializable(typeof(TeamWithdrawn))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class TeamFactsJson : JsonSerializerContext;
