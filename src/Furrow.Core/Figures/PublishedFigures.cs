using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Figures;

/// <summary>A figure that went out, and the act that published it.</summary>
public sealed record PublishedFigure(FigurePublished Fact, Act Act);

/// <summary>Every figure that went out.</summary>
[Folds(typeof(FigurePublished))]
public sealed class PublishedFigures : ISubject<PublishedFigures>
{
    private ImmutableDictionary<Guid, PublishedFigure> _byId = ImmutableDictionary<Guid, PublishedFigure>.Empty;

    public static PublishedFigures Empty { get; } = new();

    /// <summary>The oldest first.</summary>
    public ImmutableList<PublishedFigure> All { get; private init; } = [];

    public PublishedFigure? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>A figure went out once: what bears its id afterwards is not it.</summary>
    public PublishedFigures Apply(Placed placed) => placed.Fact is FigurePublished fact && !_byId.ContainsKey(fact.Figure)
        && new PublishedFigure(fact, placed.Act) is var figure
        ? new PublishedFigures { All = All.Add(figure), _byId = _byId.Add(fact.Figure, figure) } : this;
}
