using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Programmes;

/// <summary>How a ledger begins: what programme this is, whether it is an EXERCISE, for ever, and the IANA id of the time zone it counts its days by.</summary>
/// <param name="TimeZone">IANA id of the zone whose days the programme counts by, until another takes effect.</param>
[FactName("programme-opened", 1, Scopes.Land | Scopes.Rights | Scopes.Tasks | Scopes.Quality | Scopes.Access | Scopes.Privacy, needs: Right.Administer)]
public sealed record ProgrammeOpened(Guid Programme, string Name, bool Exercise, string Profile, int EngineVersion, int MovesVersion, string TimeZone) : IFact;

/// <summary>From this entry on the programme counts its days by this zone. Days recorded before stay as they are.</summary>
[FactName("time-zone-took-effect", 1, needs: Right.Administer)]
public sealed record TimeZoneTookEffect(string TimeZone) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [SettingConcerns.Of("time zone")];
}

/// <summary>From this entry on what comes in is judged by this profile. What was decided before stays. Held are the
/// settings that differ from what every programme begins with, by name, as text.</summary>
/// <param name="Version">Goes up by one with every change.</param>
/// <param name="Settings">Those that are not as they come, by name, as text: a setting that a later release adds needs no other fact.</param>
[FactName("profile-took-effect", 1, needs: Right.Administer)]
public sealed record ProfileTookEffect(int Version, IReadOnlyDictionary<string, string> Settings) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [SettingConcerns.Of("profile")];
}

/// <summary>From this entry on the programme is judged and computed by these versions. Published figures keep the versions they were made with.
/// Versions a release cannot compute with make it a fact that release does not know.</summary>
[FactName("versions-took-effect", 1, Scopes.Land, needs: Right.Administer)]
public sealed record VersionsTookEffect(int EngineVersion, int MovesVersion, int ProfileVersion) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => [SettingConcerns.Of("versions")];
}

/// <summary>What is set for the whole programme has no id of its own: it is known by its name. Whoever sets it must have seen how it was set last.</summary>
internal static class SettingConcerns
{
    public static Concern Of(string name) => new() { Objects = [DerivedId.Of(Guid.Empty, name)] };
}

[JsonSerializable(typeof(ProgrammeOpened))]
[JsonSerializable(typeof(TimeZoneTookEffect))]
[JsonSerializable(typeof(ProfileTookEffect))]
[JsonSerializable(typeof(VersionsTookEffect))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ProgrammeFactsJson : JsonSerializerContext;
