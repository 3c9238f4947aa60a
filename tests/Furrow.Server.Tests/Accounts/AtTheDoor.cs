using System.Text.RegularExpressions;
using Furrow.Server.Accounts;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Accounts;

/// <summary>How a test comes in where the door of its programme is shut: with an account of its own, made as accounts are made, and by the page everybody signs
/// in on.</summary>
internal static partial class AtTheDoor
{
    /// <summary>Passwords are not what a test is slow by.</summary>
    public static readonly AccountOptions Quick = new() { PasswordRounds = 1, AttemptsPerMinute = 10_000 };

    private const string Word = "eight blue kites over the lake";

    /// <summary>Makes an account, follows the link that sets its password, and signs in.</summary>
    /// <param name="client">Keeps cookies.</param>
    /// <param name="by">Who gives the account.</param>
    public static async Task ComeIn(this HttpClient client, Programme programme, string person, Acting by)
    {
        var changes = new AccountChanges(new AccountsFile(programme.Path), TimeProvider.System, Quick);
        var made = (await new AccountMaking(programme, changes).MakeFor(person, person, by)).Get();
        await client.Send("/welcome/" + await changes.MakeLink(made.Id), "welcome", ("password", Word), ("again", Word));
        await client.Send("/sign-in", "sign-in", ("name", person), ("password", Word));
    }

    private static async Task Send(this HttpClient client, string address, string handler, params (string Name, string Value)[] typed)
    {
        var token = Token().Match(await client.GetStringAsync(address)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", handler),
            .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))]);
        using var reply = await client.PostAsync(address, form);
        if ((int)reply.StatusCode >= 400)
        {
            throw new InvalidOperationException(await reply.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
