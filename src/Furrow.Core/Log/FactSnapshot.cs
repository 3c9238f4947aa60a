using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>A whole fact within a snapshot, for what is rare: name, version and parts as the log has them, without salt.</summary>
internal static class FactSnapshot
{
    public static void Write(ByteWriter to, IFact fact)
    {
        var encoded = FactFormat.Encode(fact);
        to.Put(encoded.Name);
        to.Put(encoded.Version);
        to.Put((int)encoded.Scopes);
        to.PutAll(encoded.Parts, static (to, part) =>
        {
            to.PutByte((byte)part.Tier);
            to.Put(part.Bytes.Span);
        });
    }

    /// <summary><see cref="FormatException"/> when it is another fact than the one asked for.</summary>
    public static T Read<T>(ByteReader from)
        where T : class, IFact =>
        FactFormat.Decode(new EncodedFact(from.RequiredText(), from.Int(), (Scopes)from.Int(),
            from.All(static from => new FactPart((Tier)from.Byte(), from.Bytes())))) as T
        ?? throw new FormatException($"A snapshot without the {typeof(T).Name} it should hold.");
}
