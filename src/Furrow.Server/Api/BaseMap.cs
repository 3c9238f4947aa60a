using Furrow.Core.Land;
using Furrow.Core.Programmes;

namespace Furrow.Server.Api;

/// <summary>One thing of the base map: a coast or lake (closed lines), a river or road (lines), a place, spring or summit (points).</summary>
/// <param name="Rank">Size among its kind: 0 is the largest (a main road, a town).</param>
public sealed record BaseFeature(BaseKind Kind, string? Name, int Rank, IReadOnlyList<IReadOnlyList<GridPoint>> Parts);

public enum BaseKind
{
    Coast,
    Lake,
    Contour,
    River,
    Road,
    Place,
    Spring,
    Summit,
}

/// <summary>The ground a map is drawn on, from our own server: an exercise has its invented island. Elsewhere the browser draws the bundled outlines of the
/// world, and a sheet only its grid.</summary>
public static class BaseMap
{
    public static IReadOnlyList<BaseFeature> For(ProgrammeState state) => [];
}
