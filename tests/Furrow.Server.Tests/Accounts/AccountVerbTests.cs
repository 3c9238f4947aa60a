using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Rights;
using Furrow.Server.Accounts;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Accounts;

/// <summary>Accounts by verbs, where no server runs; and that behind a shut door nobody acts from a page who did not sign in, whatever the page
/// does.</summary>
public sealed class AccountVerbTests : IDisposable
{
    private readonly Shell _shell = new();

    public AccountVerbTests()
    {
        _shell.Write("one.csv", "Code,Status,Lat,Lon\nA,suspected,43.91,18.41\n");
        Assert.Equal(0, _shell.Run("import", "one.csv", "--on", "2024-01-01", "--organisation", "EXERCISE", "--apply"));
        Assert.Equal(0, _shell.Run("accounts", "add", "Bea", "--sign-in-as", "bea", "--reason", "new colleague"));
    }

    public void Dispose() => _shell.Dispose();

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    [Fact]
    public void An_account_is_taken_from_its_person_and_its_name_is_free_again()
    {
        Assert.Single(_shell.Json("accounts", "list").EnumerateArray());
        Assert.NotEqual(0, _shell.Run("accounts", "remove", "nobody", "--reason", "left"));
        Assert.Equal(0, _shell.Run("accounts", "remove", "BEA", "--reason", "left"));
        Assert.Empty(_shell.Json("accounts", "list").EnumerateArray());
        Assert.NotEqual(0, _shell.Run("accounts", "remove", "bea", "--reason", "left"));
        Assert.Equal(0, _shell.Run("accounts", "add", "Cem", "--sign-in-as", "bea", "--reason", "new colleague"));
        using var programme = Programme.OpenForReading(Ledger).Get();
        Assert.True(programme.State.Of<AccountRegister>().IsDoorShut);
        Assert.Single(programme.State.Of<AccountRegister>().All);
    }

    /// <summary>The account that was cut off before the log heard of it.</summary>
    [Fact]
    public async Task An_account_that_is_nobodys_is_removed_from_the_file_alone()
    {
        var changes = new AccountChanges(new AccountsFile(Ledger), _shell.Clock, new AccountOptions());
        (await changes.Make("left over", _ => true)).Get();
        Assert.Equal(0, _shell.Run("accounts", "remove", "left over", "--reason", "cut off"));
        Assert.Null(await changes.Find("left over"));
    }

    [Theory]
    [InlineData(Door.Page, false, "right-missing")]
    [InlineData(Door.Api, false, "right-missing")]
    [InlineData(Door.Phone, false, "right-missing")]
    [InlineData(Door.Page, true, "right-missing")]
    [InlineData(Door.Verb, false, "")]
    public void Behind_a_shut_door_nobody_has_rights_without_signing_in(Door door, bool isSignedIn, string problem)
    {
        using var programme = Programme.OpenForReading(Ledger).Get();
        var bea = programme.State.Of<AccountRegister>().All.Single().Person;
        var acting = new Acting(isSignedIn ? Actor.SignedIn(bea) : Actor.Known(bea), _shell.Clock.GetUtcNow(), door);
        Assert.Equal(problem, JudgedBatch.Of(programme.State, acting, (_, _) =>
            [new OrganisationRegistered(Guid.NewGuid(), "EXERCISE office", OrganisationKind.Company)]).Problem?.Code ?? "");
        Assert.Null(JudgedBatch.Of(programme.State, acting, (_, _) => [new PersonRegistered(Guid.NewGuid(), "Cem")]).Problem);
    }
}
