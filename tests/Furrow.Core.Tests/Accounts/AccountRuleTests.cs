using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Roles;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Accounts;

/// <summary>Whose an account becomes.</summary>
public sealed class AccountRuleTests
{
    private static readonly Act Ann = By("Ann");

    private static readonly ProgrammeState Nobody = ProgrammeState.Empty.ApplyAll(Placed([
        new PersonRegistered(Ann.Person, "Ann"), new PersonRegistered(Id(8), "Bea"), new PersonRegistered(Id(9), "Cem"),
    ]));

    private static readonly ProgrammeState Administered =
        Nobody.ApplyAll(Placed([new RoleGiven(Id(30), Ann.Person, Role.Administrator)], after: Nobody.Position));

    /// <summary>Ann has account 1, Bea 2; Cem had 3.</summary>
    private static readonly ProgrammeState Known = Nobody.ApplyAll(Placed([
        new AccountBound(Id(1), Ann.Person), new AccountBound(Id(2), Id(8)), new AccountBound(Id(3), Id(9)), new AccountUnbound(Id(3)),
    ], after: Nobody.Position));

    public static TheoryData<string, string, Func<Ruling>> Answers => new()
    {
        { "the first administrator", "account-bound role-given", () => AccountRules.BindFirst(Nobody, Ann, Id(1)) },
        { "the first administrator, who is one", "account-bound", () => AccountRules.BindFirst(Administered, Ann, Id(1)) },
        { "a second first administrator", "account-first-made", () => AccountRules.BindFirst(Known, Ann, Id(4)) },
        { "to oneself", "account-of-oneself", () => Bind(Known, "Ann") },
        { "to oneself, while nobody has one", "account-of-oneself", () => Bind(Nobody, "Ann") },
        { "to oneself, though one's own is lost", "account-of-oneself", () => Bind(Known, "Ann", isLost: true) },
        { "to somebody who has one", "account-bound-already", () => Bind(Known, "bea") },
        { "to somebody whose account is lost", "account-unbound account-bound", () => Bind(Known, "Bea", isLost: true) },
        { "to somebody who had one", "account-bound", () => Bind(Known, "Cem") },
        { "to somebody new", "person-registered account-bound", () => Bind(Known, "Dan") },
        { "to somebody without a name", "person-missing", () => Bind(Known, " ") },
        { "to somebody whose name looks like another", "person-looks-like", () => Bind(Known, "Веа") },
        { "taken from somebody", "account-unbound", () => AccountRules.Unbind(Known, Ann, Id(2)) },
        { "taken from oneself", "account-of-oneself", () => AccountRules.Unbind(Known, Ann, Id(1)) },
        { "taken from nobody", "account-of-nobody", () => AccountRules.Unbind(Known, Ann, Id(3)) },
    };

    [Theory, MemberData(nameof(Answers))]
    public void An_account_becomes_somebodys(string how, string answer, Func<Ruling> ask) => Assert.Equal((how, answer), (how, ask().Answer()));

    [Fact]
    public void The_door_is_shut_from_the_first_account_on_for_good()
    {
        var emptied = Known.ApplyAll(Placed([new AccountUnbound(Id(1)), new AccountUnbound(Id(2))], after: Known.Position));
        Assert.False(Nobody.Of<AccountRegister>().IsDoorShut);
        Assert.True(Known.Of<AccountRegister>().IsDoorShut);
        Assert.True(emptied.Of<AccountRegister>().IsDoorShut);
        Assert.Empty(emptied.Of<AccountRegister>().All);
    }

    [Fact]
    public void An_account_that_is_given_again_is_of_the_last_one_alone()
    {
        var register = Known.ApplyAll(Placed([new AccountBound(Id(2), Id(9))], after: Known.Position)).Of<AccountRegister>();
        Assert.Equal((Id(9), null, Id(2)), (register.PersonOf(Id(2)), register.AccountOf(Id(8)), register.AccountOf(Id(9))));
    }

    private static Ruling Bind(ProgrammeState known, string name, bool isLost = false) => AccountRules.Bind(known, Ann, Id(4), name, _ => isLost);
}
