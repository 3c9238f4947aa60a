namespace Furrow.Core.Land;

/// <summary>How well it is known where a piece of land lies, from the best to none.</summary>
public enum Whereabouts : byte
{
    Polygon = 0,

    /// <summary>A single point. It is never turned into a circle of land.</summary>
    Point = 1,

    /// <summary>The name of a place alone.</summary>
    Place = 2,
    Nowhere = 3,
}

/// <summary>What is known of where a record without polygon lies.</summary>
/// <param name="AccuracyMetres">How well the point is known; null when nobody said.</param>
/// <param name="Place">The name of the place; null when none is known.</param>
public sealed record UndrawnPlace(GridPoint? Point, double? AccuracyMetres, string? Place);

public static class KnownWhereabouts
{
    public static readonly IReadOnlyList<Whereabouts> All = Enum.GetValues<Whereabouts>();

    public static string NameOf(Whereabouts where) => where switch
    {
        Whereabouts.Polygon => "polygon",
        Whereabouts.Point => "point",
        Whereabouts.Place => "place",
        _ => "nowhere",
    };

    /// <summary>How many of each, by name, those that do not occur as well.</summary>
    public static IReadOnlyDictionary<string, int> CountNames(IEnumerable<Whereabouts> found)
    {
        var counts = All.ToDictionary(NameOf, _ => 0);
        foreach (var where in found)
        {
            counts[NameOf(where)]++;
        }

        return counts;
    }

    public static Whereabouts Of(LandClaim claim) => !claim.IsUnlocated ? Whereabouts.Polygon : Of(claim.Undrawn);

    public static Whereabouts Of(UndrawnPlace? undrawn) =>
        undrawn is null ? Whereabouts.Nowhere : undrawn.Point is not null ? Whereabouts.Point : Whereabouts.Place;
}
