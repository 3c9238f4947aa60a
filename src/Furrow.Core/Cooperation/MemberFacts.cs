using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>What a person does in the field or for a team. It gives no right in the programme: roles do. The numbers are for ever.</summary>
public enum PersonFunction : byte
{
    TeamLeader = 1,
    Deminer = 2,
    EodOperator = 3,
    Medic = 4,
    DogHandler = 5,
    MachineOperator = 6,
    Liaison = 7,
    Interpreter = 8,

    /// <summary>Information management.</summary>
    Information = 9,

    Operations = 10,
    Quality = 11,
    Surveyor = 12,
    Driver = 13,
}

/// <summary>Somebody is in a team from a day on.</summary>
/// <param name="Membership">The id of this time in the team.</param>
/// <param name="JoinedOn">The first day.</param>
/// <param name="Also">On some of these days they are in another team as well, or have another function in this one, and it was said so.</param>
[FactName("team-joined", 1, needs: Right.KeepPeople)]
public sealed record TeamJoined(Guid Membership, Guid Team, Guid Person, PersonFunction Function, DateOnly JoinedOn, bool Also) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team, Person);
}

/// <summary>Somebody left a team.</summary>
/// <param name="LeftOn">The last day they were in it.</param>
[FactName("team-left", 1, needs: Right.KeepPeople)]
public sealed record TeamLeft(Guid Membership, Guid Team, Guid Person, DateOnly LeftOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team, Person);
}

/// <summary>They did not leave.</summary>
[FactName("team-leaving-taken-back", 1, needs: Right.KeepPeople)]
public sealed record TeamLeavingTakenBack(Guid Membership, Guid Team, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team, Person);
}

/// <summary>They never were in it: it was recorded by mistake.</summary>
[FactName("team-joining-withdrawn", 1, needs: Right.KeepPeople)]
public sealed record TeamJoiningWithdrawn(Guid Membership, Guid Team, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.Of(known, Team, Person);
}

[JsonSerializable(typeof(TeamJoined))]
[JsonSerializable(typeof(TeamLeft))]
[JsonSerializable(typeof(TeamLeavingTakenBack))]
[JsonSerializable(typeof(TeamJoiningWithdrawn))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class MemberFactsJson : JsonSerializerContext;
