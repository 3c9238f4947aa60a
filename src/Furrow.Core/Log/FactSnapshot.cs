using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>A fact within a snapshot, for what is rare: its name, its version, its ordinary part, and the entry its sealed values stand in. Never what is
/// sealed.</summary>
internal static class FactSnapshot
{
    public static void Write(ByteWriter to, IFact fact)
    {
        var (kind, ordinary, position) = FactFormat.WithoutSealed(fact);
        to.Put(kind.Name);
        to.Put(kind.Version);
        to.Put(ordinary);
        to.Put(position);
    }

    /// <summary><see cref="FormatException"/> when it is another fact than the one asked for.</summary>
    public static T Read<T>(ByteReader from)
        where T : class, IFact =>
        FactFormat.OfOrdinary(from.RequiredText(), from.Int(), from.Bytes().Span, from.Long()) as T
        ?? throw new FormatException($"A snapshot without the {typeof(T).Name} it should hold.");
}
