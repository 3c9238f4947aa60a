using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Privacy;

/// <summary>A part that was erased.</summary>
/// <param name="Position">Of the entry it belonged to.</param>
/// <param name="By">Of the entry that erased it.</param>
/// <param name="Act">Who erased it, and on what ground.</param>
public sealed record Erasure(long Position, Tier Tier, long By, Act Act);

/// <summary>Everything that was erased. Nothing else of what a programme knows changes with an erasure: it never held the text.</summary>
[Folds(typeof(PartErased))]
public sealed class Erasures : ISubject<Erasures>
{
    private ImmutableDictionary<(long Position, Tier Tier), Erasure> _byPart = ImmutableDictionary<(long Position, Tier Tier), Erasure>.Empty;

    public static Erasures Empty { get; } = new();

    /// <summary>The oldest first.</summary>
    public ImmutableList<Erasure> All { get; private init; } = [];

    public Erasure? Find(long position, Tier tier) => _byPart.GetValueOrDefault((position, tier));

    public Erasures Apply(Placed placed) => placed.Fact is PartErased fact && !_byPart.ContainsKey((fact.Position, fact.Tier))
        && new Erasure(fact.Position, fact.Tier, placed.Position, placed.Act) is var erasure
        ? new Erasures { All = All.Add(erasure), _byPart = _byPart.Add((fact.Position, fact.Tier), erasure) } : this;
}
