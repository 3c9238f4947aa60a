namespace Furrow.Core.Log;

/// <summary>The door an intent came through. Numbers are part of the format.</summary>
public enum Door : byte
{
    Verb = 1,
    Page = 2,
    Api = 3,
    Phone = 4,
    Import = 5,
}

/// <summary>One intent of one person, an entry of its own. Its facts follow it and say what came of it; they hold no author, time or reason, which stand
/// here once for all of them.</summary>
/// <param name="Id">Made where the intent is made, so that sending it twice can be seen.</param>
/// <param name="Person">Who acts: an opaque id. The name stands in a personal part of <c>person-registered</c>.</param>
/// <param name="At">The time the person claims; the log's own time is that of the placement.</param>
/// <param name="Seen">Position of the log the person had seen.</param>
/// <param name="Organisation">The organisation they act for, by its opaque id.</param>
/// <param name="Function">The function they act in.</param>
[FactName(Name, 1, needs: Right.Record)]
public sealed record Act(Guid Id, Guid Person, DateTimeOffset At, Door Door, long Seen, [property: Sensitive(Tier.Restricted)] Sealed? Reason = null,
    Guid? Organisation = null, string? Function = null) : IFact
{
    /// <summary>The log itself knows an act by this name, of whatever version.</summary>
    public const string Name = "act-taken";

    /// <summary>Stands for an act of a later release, which this one cannot read.</summary>
    public static readonly Act Unread = new(Guid.Empty, Guid.Empty, DateTimeOffset.UnixEpoch, default, 0);

    /// <summary>Nobody said why.</summary>
    public bool IsWithoutReason => Sealed.IsBlank(Reason);
}
