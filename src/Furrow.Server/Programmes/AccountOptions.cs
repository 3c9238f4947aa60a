namespace Furrow.Server.Programmes;

/// <summary>How accounts are guarded.</summary>
public sealed record AccountOptions
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512 for a password.</summary>
    public int PasswordRounds { get; init; } = 210_000;

    /// <summary>Forms of this kind that are taken from one address in a minute.</summary>
    public int AttemptsPerMinute { get; init; } = 30;

    /// <summary>Wrong passwords in a row after which an account is shut for <see cref="LockedFor"/>.</summary>
    public int MostWrong { get; init; } = 5;

    public TimeSpan LockedFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A session ends when its browser has asked for nothing so long.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(12);

    /// <summary>A session ends so long after it began, whatever is done.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a link is good.</summary>
    public TimeSpan Link { get; init; } = TimeSpan.FromHours(24);
}
