namespace Furrow.Core.Log;

/// <summary>The genesis entry: what programme this is, and whether it is an exercise, for ever.</summary>
[FactName("programme-opened", 1, Scopes.Land | Scopes.Rights | Scopes.Tasks)]
public sealed record ProgrammeOpened(Guid Programme, string Name, bool Exercise, string Profile, int EngineVersion, int MovesVersion,
    string By, DateTimeOffset At) : IFact;

/// <summary>From this entry on the programme is judged and computed by these versions. Published figures keep the versions they were made with.</summary>
[FactName("versions-took-effect", 1, Scopes.Land)]
public sealed record VersionsTookEffect(int EngineVersion, int MovesVersion, int ProfileVersion, string By, DateTimeOffset At,
    [property: Sensitive(Tier.Restricted)] string Reason) : IFact;
