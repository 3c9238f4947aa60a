using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Accounts;

/// <summary>From here on whoever signs in with this account acts as this person. The account itself (its name, its password) is kept outside the log; here
/// it is an opaque id.</summary>
[FactName("account-bound", 1, Scopes.Rights, needs: Right.Administer)]
public sealed record AccountBound(Guid Account, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Account);
}

/// <summary>The account is nobody's any more: whoever still knows its password is not let in.</summary>
[FactName("account-unbound", 1, Scopes.Rights, needs: Right.Administer)]
public sealed record AccountUnbound(Guid Account) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Account);
}

[JsonSerializable(typeof(AccountBound))]
[JsonSerializable(typeof(AccountUnbound))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AccountFactsJson : JsonSerializerContext;
