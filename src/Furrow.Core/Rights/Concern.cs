using Furrow.Core.Land;
using Furrow.Core.Log;

namespace Furrow.Core.Rights;

/// <summary>What a fact is about: for people who may act only for one organisation or in one area, and for whoever decides on something that has changed
/// since they looked at it.</summary>
public sealed record Concern
{
    /// <summary>The programme as a whole, and nothing in it by name.</summary>
    public static readonly Concern OfTheProgramme = new();

    /// <summary>Things themselves, and nothing else.</summary>
    public static IEnumerable<Concern> Of(params IReadOnlyList<Guid> objects) => [new Concern { Objects = objects }];

    /// <summary>What it changes, by its ids. Whoever decides on one of these must have seen the last fact that names it.</summary>
    public IReadOnlyList<Guid> Objects { get; init; } = [];

    /// <summary>What the objects belong to. It is not decided on, but whoever decides on it as a whole must have seen this.</summary>
    public IReadOnlyList<Guid> Within { get; init; } = [];

    /// <summary>For whom it speaks, as reports name organisations; null: for nobody alone.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where it is; null: at no place alone, or one that is not known.</summary>
    public GridBox? Place { get; init; }
}

/// <summary>A fact that says what it is about. One that does not concerns the programme as a whole.</summary>
public interface IConcerning : IFact
{
    /// <param name="known">The programme before the fact, or at any time after: what a fact is about does not change.</param>
    /// <returns>One for each thing it is about, where these may belong to different organisations or places.</returns>
    IEnumerable<Concern> Concerns(IKnown known);
}
