using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Identity;

namespace Furrow.Server.Accounts;

/// <summary>What accounts need of the server. Nothing of it opens the file of accounts before somebody signs in.</summary>
public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton(p => p.GetRequiredService<ServeOptions>().Accounts);
        services.AddSingleton(p => new AccountsFile(p.GetRequiredService<Programme>().Path));
        services.AddScoped(p => p.GetRequiredService<AccountsFile>().AsItIs());
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<AccountTokens>();
        services.AddSingleton<ExerciseCast>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<AccountTurns>();
        services.AddScoped<AccountSignIn>();
        services.AddSingleton<AccountMaking>();
        services.AddScoped<AccountWelcome>();
        services.AddScoped<AccountCodes>();
        services.AddSingleton<AskedPasskeys>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<AccountPasskeys>();
        // Unlocked by a finger or a number, and found without a name: then one passkey is two things.
        services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required"));
        services.AddSingleton<ILookupNormalizer, NameKeys>();
        services.AddIdentityCore<Account>(o => (o.Stores.SchemaVersion, o.User.AllowedUserNameCharacters) = (IdentitySchemaVersions.Version3, ""))
            .AddEntityFrameworkStores<AccountsContext>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddOptions<PasswordHasherOptions>().Configure<AccountOptions>((o, accounts) => o.IterationCount = accounts.PasswordRounds);
        services.AddOptions<IdentityOptions>().Configure<AccountOptions>((o, accounts) =>
            (o.Lockout.MaxFailedAccessAttempts, o.Lockout.DefaultLockoutTimeSpan) = (accounts.MostWrong, accounts.LockedFor));
    }

    /// <summary>Names to sign in with are compared as the verbs compare them.</summary>
    private sealed class NameKeys : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name is null ? null : AccountChanges.KeyOf(name);

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
