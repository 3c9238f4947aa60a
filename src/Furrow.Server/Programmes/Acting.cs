using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Server.Programmes;

/// <summary>Who acts, when, through which door and why: what is known of an act before the place that commits has found out who the person is.</summary>
/// <param name="person">Their name. Whoever was never seen before is registered with what they do first.</param>
/// <param name="seen">Position of the ledger the person had seen; null: the one the act is judged on. Never beyond that one, whatever a form says.</param>
/// <param name="id">Of the act; null: a new one. A form gives its own, so that sending it twice is seen.</param>
public sealed class Acting(string person, DateTimeOffset at, Door door, string? reason = null, Guid? id = null, long? seen = null)
{
    private readonly Guid _id = id ?? Guid.NewGuid();

    public string Person { get; } = person;

    /// <summary>The id the person gets who is registered with this act.</summary>
    public Guid NewPerson => DerivedId.Of(_id, "person");

    /// <param name="person">Who it is.</param>
    /// <param name="position">Of the state it is judged on.</param>
    public Act By(Guid person, long position) =>
        new(_id, person, at, door, Math.Clamp(seen ?? position, 0, position), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
}
