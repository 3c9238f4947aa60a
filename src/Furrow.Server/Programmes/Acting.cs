using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Server.Programmes;

/// <summary>Somebody who acts: registered already, or by a name that is registered with what they do first.</summary>
/// <param name="Id">Of somebody registered; null: the name says who it is.</param>
public readonly record struct Actor(Guid? Id, string Name)
{
    public bool IsNobody => Id is null && string.IsNullOrWhiteSpace(Name);

    public static Actor Known(Guid id) => new(id, "");

    public static Actor Named(string name) => new(null, name);

    /// <summary>Somebody who came through the door: their roles say what they may do.
    /// Everybody else is at the machine, and may read and write its files.</summary>
    public static Actor SignedIn(Guid id) => new(id, "") { IsSignedIn = true };

    public bool IsSignedIn { get; private init; }
}

/// <summary>Who acts, when, in which way (verb, page, API, import) and why: what is known of an act before the person is looked up.</summary>
/// <param name="who">Who it is.</param>
/// <param name="seen">Position of the ledger the person had seen; null: the one the act is judged on. Never beyond that one, whatever a form says.</param>
/// <param name="id">Of the act; null: a new one. A form gives its own, so that sending it twice is seen.</param>
public sealed class Acting(Actor who, DateTimeOffset at, Door door, string? reason = null, Guid? id = null, long? seen = null)
{
    private readonly Guid _id = id ?? Guid.NewGuid();

    /// <summary>By name, as a command line says it.</summary>
    public Acting(string person, DateTimeOffset at, Door door, string? reason = null, Guid? id = null, long? seen = null)
        : this(Actor.Named(person), at, door, reason, id, seen)
    {
    }

    public Actor Who { get; } = who;

    /// <summary>The position the person had seen; null where they looked at nothing before.</summary>
    public long? Seen { get; } = seen;

    /// <summary>The id the person gets who is registered with this act.</summary>
    public Guid NewPerson => DerivedId.Of(_id, "person");

    /// <param name="person">Who it is.</param>
    /// <param name="position">Of the state it is judged on.</param>
    public Act By(Guid person, long position) =>
        new(_id, person, at, door, Math.Clamp(Seen ?? position, 0, position), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
}
