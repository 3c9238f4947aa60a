using Microsoft.AspNetCore.Identity;

namespace Furrow.Server.Accounts;

/// <summary>What somebody signs in with: a name, a password, an authenticator. Whose it is stands in the log, by the opaque id.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public long Made { get; set; }

    /// <summary>When somebody last signed in with it; 0: never.</summary>
    public long LastSignIn { get; set; }
}

/// <summary>Somebody who is signed in, in one browser.</summary>
public sealed class AccountSession
{
    public Guid Id { get; set; }

    public Guid Account { get; set; }

    /// <summary>The hash of what the browser's cookie holds: who reads the file cannot sign in by it.</summary>
    public byte[] Key { get; set; } = [];

    /// <summary>The account's stamp when it began. The stamp changes with the password: what began before is over.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Milliseconds since 1970, as all times of this file.</summary>
    public long Begun { get; set; }

    public long Seen { get; set; }

    /// <summary>What the browser calls itself, so that its owner knows it again.</summary>
    public string Browser { get; set; } = "";
}

/// <summary>A link that sets the password of an account, once.</summary>
public sealed class AccountLink
{
    public Guid Id { get; set; }

    public Guid Account { get; set; }

    public byte[] Key { get; set; } = [];

    public long Until { get; set; }
}

/// <summary>What a token is for.</summary>
public enum TokenScope
{
    /// <summary>Reads, and changes nothing.</summary>
    Read = 0,

    /// <summary>Reads and records.</summary>
    Record = 1,
}

/// <summary>What a program signs in with.</summary>
public sealed class AccountToken
{
    public Guid Id { get; set; }

    public Guid Account { get; set; }

    /// <summary>What it is for, in its owner's words.</summary>
    public string Name { get; set; } = "";

    public byte[] Key { get; set; } = [];

    public TokenScope Scope { get; set; }

    public long Made { get; set; }

    public long Until { get; set; }

    /// <summary>When a program last came with it; 0: never.</summary>
    public long LastUsed { get; set; }
}
