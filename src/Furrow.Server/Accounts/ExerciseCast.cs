using System.Collections.Concurrent;
using Furrow.Core.Accounts;
using Furrow.Core.Programmes;
using Furrow.Core.Roles;
using Furrow.Server.Programmes;

namespace Furrow.Server.Accounts;

/// <summary>The people of an EXERCISE programme, whom anybody at this machine may play: each with the roles they have, so that a newcomer sees what each
/// of them sees. Nobody of them is an administrator, or has an account. Who plays one is known until the server ends; nothing is kept.</summary>
public sealed class ExerciseCast(Programme programme, TimeProvider clock, AccountOptions options)
{
    private readonly ConcurrentDictionary<string, (Guid Person, Guid Session, DateTimeOffset Begun)> _playing = new();

    private DateOnly Today => ProgrammeTime.Of(programme.State).Today(clock);

    /// <summary>Who can be played, and what they are, by role.</summary>
    public IReadOnlyList<(Guid Person, IReadOnlyList<Role> Roles)> All => Of(programme.State, Today);

    /// <returns>What the browser is to hold; null where nobody of the cast is meant.</returns>
    public string? Begin(Guid person)
    {
        if (All.All(c => c.Person != person))
        {
            return null;
        }

        var key = SecretKey.Make();
        _playing[Known(key)!] = (person, Guid.NewGuid(), clock.GetUtcNow());
        foreach (var (old, played) in _playing)
        {
            if (IsOver(played.Begun))
            {
                _playing.TryRemove(old, out _);
            }
        }

        return key;
    }

    public SignedIn? Find(string? key) => programme.State.IsExercise && Known(key) is { } known && _playing.TryGetValue(known, out var played)
        && !IsOver(played.Begun) && All.Any(c => c.Person == played.Person) ? new SignedIn(played.Person, played.Session, null) : null;

    public void End(string? key)
    {
        if (Known(key) is { } known)
        {
            _playing.TryRemove(known, out _);
        }
    }

    private bool IsOver(DateTimeOffset begun) => clock.GetUtcNow() - begun > options.Idle;

    private static string? Known(string? key) => SecretKey.HashOf(key) is { } hash ? Convert.ToHexString(hash) : null;

    private static IReadOnlyList<(Guid Person, IReadOnlyList<Role> Roles)> Of(ProgrammeState state, DateOnly today)
    {
        var (roles, accounts) = (state.Of<RoleRegister>(), state.Of<AccountRegister>());
        return !state.IsExercise ? [] :
        [
            .. roles.All.Where(h => h.IsInForce(today) && !roles.IsSuspended(h.Person)).GroupBy(h => h.Person)
                .Where(held => held.All(h => h.Role != Role.Administrator) && accounts.AccountOf(held.Key) is null)
                .Select(held => (held.Key, (IReadOnlyList<Role>)[.. held.Select(h => h.Role).Distinct().Order()])).OrderBy(c => c.Item2[0]),
        ];
    }
}
