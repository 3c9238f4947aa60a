using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Furrow.Server.Accounts;

/// <summary>The tables of the file of accounts: those of ASP.NET Core Identity, and what is open.</summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<AccountLink> Links => Set<AccountLink>();

    public DbSet<AccountToken> Tokens => Set<AccountToken>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<AccountSession>(session =>
        {
            session.HasIndex(s => s.Key).IsUnique();
            session.HasIndex(s => s.Account);
        });
        builder.Entity<AccountToken>(token =>
        {
            token.HasIndex(t => t.Key).IsUnique();
            token.HasIndex(t => t.Account);
        });
        builder.Entity<AccountLink>().HasIndex(l => l.Key).IsUnique();
    }
}
