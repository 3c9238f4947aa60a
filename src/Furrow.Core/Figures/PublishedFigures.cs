using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Figures;

/// <summary>A figure that went out, without its file: that stays in the log and is read there by its position.</summary>
/// <param name="Position">Of the fact in the log.</param>
/// <param name="Act">That published it.</param>
public sealed record PublishedFigure(Guid Figure, string QuestionJson, DateOnly AsOf, int KnownAt, int EngineVersion, int MovesVersion,
    string FileName, string FileSha256, long Position, Act Act)
{
    public static PublishedFigure Of(FigurePublished fact, long position, Act act) => new(fact.Figure, fact.QuestionJson, fact.AsOf, fact.KnownAt,
        fact.EngineVersion, fact.MovesVersion, fact.FileName, fact.FileSha256, position, act);
}

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
        && PublishedFigure.Of(fact, placed.Position, placed.Act) is var figure
        ? new PublishedFigures { All = All.Add(figure), _byId = _byId.Add(fact.Figure, figure) } : this;
}
