using System.Collections;
using System.Runtime.CompilerServices;

namespace Furrow.Core.Log;

/// <summary>What a rule answers to an intent: facts, or the problem that refuses it. Written as <c>taken ? Problems.NameTaken(name) : [new Renamed(…)]</c>.
/// </summary>
[CollectionBuilder(typeof(Ruling), nameof(Of))]
public sealed class Ruling : IEnumerable<IFact>
{
    private readonly IReadOnlyList<IFact> _facts;

    private Ruling(IReadOnlyList<IFact> facts, Problem? problem) => (_facts, Problem) = (facts, problem);

    /// <summary>Why nothing is done; null when it is.</summary>
    public Problem? Problem { get; }

    public bool IsRefused => Problem is not null;

    /// <summary>What is done; asking a refusal for it is a bug.</summary>
    public IReadOnlyList<IFact> Facts => Problem is null ? _facts : throw new InvalidOperationException(Problem.ToString());

    public static Ruling Of(ReadOnlySpan<IFact> facts) => new(facts.ToArray(), null);

    public static Ruling Of(IReadOnlyList<IFact> facts) => new(facts, null);

    public static implicit operator Ruling(Problem problem) => new([], problem);

    public IEnumerator<IFact> GetEnumerator() => Facts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
