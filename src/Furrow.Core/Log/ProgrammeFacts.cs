namespace Furrow.Core.Log;

/// <summary>The genesis entry: what programme this is, and whether it is an exercise, for ever.</summary>
[FactName("programme-opened", 1, Scopes.Land | Scopes.Rights | Scopes.Tasks)]
public sealed record ProgrammeOpened(Guid Programme, string Name, bool Exercise, string Profile, int EngineVersion, int MovesVersion,
    string By, DateTimeOffset At) : IFact;
