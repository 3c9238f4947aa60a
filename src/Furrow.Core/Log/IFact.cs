namespace Furrow.Core.Log;

/// <summary>Something that happened. Facts are flat records in the past tense; they carry a stable name and version apart from the class name.</summary>
public interface IFact;

/// <summary>The stable name, version and scopes of a fact type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactNameAttribute(string name, int version, Scopes scopes = Scopes.None, Right needs = Right.Unnamed) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;

    public Scopes Scopes { get; } = scopes;

    /// <summary>The right that whoever acts needs at least. Of this release alone; the log does not hold it.</summary>
    public Right Needs { get; } = needs;

    /// <summary>What a fact speaks of without changing it: a figure says how land stands. It may be committed only where these are known to their end.
    /// Of this release alone; the log does not hold it.</summary>
    public Scopes RestsOn { get; init; }
}

/// <summary>A fact this release does not know: kept byte for byte, part by part, and passed on; never dropped and never a crash.</summary>
public sealed record UnknownFact(string Name, int Version, Scopes Scopes, IReadOnlyList<FactPart> Parts) : IFact;

/// <summary>A fact at its place in the log with the act it belongs to, as a fold sees it. For the act itself both are the same.</summary>
public readonly record struct Placed(long Position, DateTimeOffset CommittedAt, Act Act, IFact Fact);

/// <summary>A fact that knows itself what it will be when it is read back: of those that come by the hundred thousand, none is written and read for
/// it.</summary>
internal interface ISealing : IFact
{
    /// <summary>The same with its sealed values as places, numbered in each tier in the order they are written.</summary>
    IFact PlacedAt(long position);
}
