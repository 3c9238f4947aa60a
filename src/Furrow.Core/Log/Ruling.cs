using System.Collections;
using System.Runtime.CompilerServices;
using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>What a rule answers to an intent: facts, or the problem that refuses it. Written as <c>taken ? Problems.NameTaken(name) : [new Renamed(…)]</c>.
/// </summary>
[CollectionBuilder(typeof(Ruling), nameof(Of))]
public sealed class Ruling : IEnumerable<IFact>
{
    private readonly IReadOnlyList<IFact> _facts;

    private Ruling(IReadOnlyList<IFact> facts, Problem? problem, IReadOnlyList<IFact>? oneOfEach = null) =>
        (_facts, Problem, OneOfEach) = (facts, problem, oneOfEach ?? facts);

    /// <summary>Why nothing is done; null when it is.</summary>
    public Problem? Problem { get; }

    public bool IsRefused => Problem is not null;

    /// <summary>What is done; asking a refusal for it is a bug.</summary>
    public IReadOnlyList<IFact> Facts => Problem is null ? _facts : throw new InvalidOperationException(Problem.ToString());

    /// <summary>All facts, but of those that differ in what they record alone (the reports of one file) only the first: enough to judge scopes and rights by.
    /// </summary>
    public IReadOnlyList<IFact> OneOfEach { get; }

    public static Ruling Of(ReadOnlySpan<IFact> facts) => new(facts.ToArray(), null);

    public static Ruling Of(IReadOnlyList<IFact> facts) => new(facts, null);

    /// <param name="facts">They may be made while they are read, each time anew.</param>
    /// <param name="oneOfEach">See <see cref="OneOfEach"/>.</param>
    public static Ruling Of(IReadOnlyList<IFact> facts, IReadOnlyList<IFact> oneOfEach) => new(facts, null, oneOfEach);

    /// <summary>The same and more.</summary>
    public Ruling With(IReadOnlyList<IFact> more) => more.Count == 0 ? this
        : new(new JoinedList<IFact>(Facts, more), null, new JoinedList<IFact>(OneOfEach, more));

    public static implicit operator Ruling(Problem problem) => new([], problem);

    public IEnumerator<IFact> GetEnumerator() => Facts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
