using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Programmes;

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
    /// <summary>Kinds the map has no ink for (borders, built-up ground) are left out.</summary>
    public static IReadOnlyList<BaseFeature> For(ProgrammeState state) =>
        [.. ExerciseGround.MapOf(state.Opened).Select(Feature).OfType<BaseFeature>()];

    private static BaseFeature? Feature(BaseMapFeature drawn)
    {
        BaseKind? kind = drawn.Layer switch
        {
            "land" => BaseKind.Coast,
            "contour" => BaseKind.Contour,
            "river" => BaseKind.River,
            "road" => BaseKind.Road,
            "spring" => BaseKind.Spring,
            "village" => BaseKind.Place,
            _ => null,
        };
        var isLarge = drawn.Properties.GetValueOrDefault("kind") == "town";
        return kind is { } known ? new BaseFeature(known, drawn.Name, known == BaseKind.Place && !isLarge ? 1 : 0, drawn.Lines) : null;
    }
}
