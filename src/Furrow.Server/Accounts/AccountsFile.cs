using Furrow.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Furrow.Server.Accounts;

/// <summary>The file of accounts beside a ledger, of its owner alone. It is made when the first account is: nothing of it is in the log, and it is not
/// exchanged with anybody.</summary>
public sealed class AccountsFile : IDbContextFactory<AccountsContext>
{
    /// <summary>The context asks the services of its application which tables there are: those of the version with passkeys, also for a verb.</summary>
    private static readonly IServiceProvider Tables = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    private readonly string _path;
    private readonly Lazy<DbContextOptions<AccountsContext>> _options;
    private readonly Lock _making = new();
    private volatile bool _isThere;

    /// <param name="ledger">The ledger it lies beside.</param>
    public AccountsFile(string ledger)
    {
        _path = PathOf(ledger);
        // Without a pool of connections: the file is let go with the last question, so that it can be moved and restored.
        _options = new(() => new DbContextOptionsBuilder<AccountsContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString())
            .UseApplicationServiceProvider(Tables).Options);
    }

    public static string PathOf(string ledger) => ledger + "-accounts";

    public bool Exists => File.Exists(_path);

    /// <summary>For what is at hand at every request: a file that is not there is not made, and nothing is asked of it.</summary>
    public AccountsContext AsItIs() => Exists ? CreateDbContext() : new AccountsContext(_options.Value);

    /// <summary>Opens it, and makes it where there is none.</summary>
    public AccountsContext CreateDbContext()
    {
        var context = new AccountsContext(_options.Value);
        if (!_isThere || !Exists)
        {
            lock (_making)
            {
                OwnerFiles.Ensure(_path);
                context.Database.EnsureCreated();
                _isThere = true;
            }
        }

        return context;
    }
}
