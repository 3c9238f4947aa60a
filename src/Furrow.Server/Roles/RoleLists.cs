using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Roles;
using Furrow.Server.Answers;
using Furrow.Server.Listings;
using Furrow.Server.Programmes;

namespace Furrow.Server.Roles;

/// <summary>Who has which role in the programme, or had it.</summary>
public static class RoleLists
{
    private const string InForce = "in-force", Coming = "coming", Over = "over", Taken = "taken", Suspended = "suspended";

    public static readonly Listing<HeldRole> Roles = new("roles", "roles.title", ask => Register(ask).All.OrderBy(h => h.Taken is not null).ThenBy(h => h.Role))
    {
        Of = RoleRules.Thing,
        Id = h => h.Id,
        Nothing = "roles.none",
        Columns =
        [
            new("person", "roles.person", CellType.Text, (h, ask) => ask.NameOf(h.Person)) { Tier = Tier.Personal },
            new("role", "roles.role", CellType.Word, (h, _) => ListWord.Of("role", h.Role)),
            new("organisation", "by.organisation", CellType.Text,
                (h, ask) => h.Organisation is { } id ? ask.State.Of<OrganisationRegister>().Find(id)?.Name : null),
            new("place", "roles.place", CellType.Text, (h, _) => h.Place),
            new("from", "roles.from", CellType.Day, (h, _) => h.From),
            new("until", "roles.until", CellType.Day, (h, _) => h.Until),
            new("state", "roles.state", CellType.Word, (h, ask) => StateOf(h, ask) is var state ? new ListWord("role-state." + state, state) : null),
            new("given", "roles.given", CellType.Day, (h, ask) => ProgrammeTime.Of(ask.State).DayOf(h.Given.At)),
            new("taken", "roles.taken", CellType.Day, (h, ask) => h.Taken is { } act ? ProgrammeTime.Of(ask.State).DayOf(act.At) : null),
        ],
        Filters =
        [
            new("q", "area.name", FilterType.Search, (h, words, ask) => ask.May(Tier.Personal) && Core.Codes.Has(ask.NameOf(h.Person), words))
            {
                Tier = Tier.Personal,
            },
            new("role", "roles.role", FilterType.Choice, (h, role, _) => Names.Of(h.Role) == role)
            {
                Choices = [.. Enum.GetValues<Role>().Select(r => new FilterChoice(Names.Of(r), "role." + Names.Of(r)))],
            },
            new("state", "roles.state", FilterType.Choice, (h, state, ask) => StateOf(h, ask) == state)
            {
                Choices = [.. new[] { InForce, Coming, Over, Taken, Suspended }.Select(s => new FilterChoice(s, "role-state." + s))],
            },
        ],
    };

    private static RoleRegister Register(ListAsk ask) => ask.State.Of<RoleRegister>();

    private static string StateOf(HeldRole held, ListAsk ask) => held.Taken is not null ? Taken
        : Register(ask).IsSuspended(held.Person) ? Suspended
        : held.IsInForce(ask.Today) ? InForce
        : held.From > ask.Today ? Coming : Over;
}
