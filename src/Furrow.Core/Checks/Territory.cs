using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Land somebody knew of: the file it came from (or the report that came by itself), and from which acceptance on it counts. Boundaries come
/// from no file and were always there.</summary>
public readonly record struct KnownLand(GridBox Box, Guid Source, int Since);

/// <summary>What a draft may not rest on when it is asked where it should lie: its own file, that of what it corrects, and what came after it.</summary>
public sealed record DraftOrigin(IReadOnlyCollection<Guid> Sources, int Before)
{
    public static readonly DraftOrigin New = new([], int.MaxValue);
}

/// <summary>Where the programme is known to work, in squares of one degree: where its places lie, or where land was recorded before. Coarse on purpose:
/// it recognises land on another part of the earth, and says nothing about land near what is known.</summary>
public sealed class Territory
{
    /// <summary>What is larger than this says nothing about where it lies.</summary>
    private const int MostDegrees = 10;

    /// <summary>An origin leaves out two sources; the earliest other one decides.</summary>
    private const int MostSources = 3;

    private readonly Dictionary<(long Lon, long Lat), List<(Guid Source, int Since)>> _squares = [];

    public bool IsEmpty => _squares.Count == 0;

    public static Territory Of(IEnumerable<KnownLand> known)
    {
        var territory = new Territory();
        foreach (var land in known)
        {
            foreach (var square in SquaresOf(land.Box, 0))
            {
                territory.Add(square, land.Source, land.Since);
            }
        }

        return territory;
    }

    /// <summary>Whether all of the box lies in known squares.</summary>
    public bool Holds(GridBox box, DraftOrigin origin) => SquaresOf(box, 0) is { Count: > 0 } squares && squares.All(s => IsKnown(s, origin));

    /// <summary>Whether the box and a square around it lie where nothing is known.</summary>
    public bool IsFarFrom(GridBox box, DraftOrigin origin) => SquaresOf(box, 1) is { Count: > 0 } squares && !squares.Any(s => IsKnown(s, origin));

    /// <summary>Whether anything is known to a draft of this origin at all.</summary>
    public bool KnowsElsewhere(DraftOrigin origin) => _squares.Keys.Any(square => IsKnown(square, origin));

    private bool IsKnown((long, long) square, DraftOrigin origin) =>
        _squares.TryGetValue(square, out var known) && known.Exists(k => k.Since < origin.Before && !origin.Sources.Contains(k.Source));

    /// <summary>Keeps the earliest sources, each once.</summary>
    private void Add((long, long) square, Guid source, int since)
    {
        if (!_squares.TryGetValue(square, out var known))
        {
            _squares[square] = known = [];
        }

        var at = known.FindIndex(k => k.Source == source);
        if (at >= 0 && known[at].Since <= since || at < 0 && known.Count == MostSources && known[^1].Since <= since)
        {
            return;
        }

        if (at >= 0 || known.Count == MostSources)
        {
            known.RemoveAt(at >= 0 ? at : known.Count - 1);
        }

        known.Insert(known.TakeWhile(k => k.Since <= since).Count(), (source, since));
    }

    /// <summary>Squares the box touches, and so many around them; none for what is empty or too large.</summary>
    private static List<(long Lon, long Lat)> SquaresOf(GridBox box, int around)
    {
        var squares = new List<(long, long)>();
        if (box.IsEmpty || box.MaxLon - box.MinLon > MostDegrees * GridPoint.PerDegree || box.MaxLat - box.MinLat > MostDegrees * GridPoint.PerDegree)
        {
            return squares;
        }

        for (var lon = Degree(box.MinLon) - around; lon <= Degree(box.MaxLon) + around; lon++)
        {
            for (var lat = Degree(box.MinLat) - around; lat <= Degree(box.MaxLat) + around; lat++)
            {
                // East of 180 begins the west.
                squares.Add(((lon + 540) % 360 - 180, lat));
            }
        }

        return squares;
    }

    private static long Degree(long value) => (value - (value < 0 ? GridPoint.PerDegree - 1 : 0)) / GridPoint.PerDegree;
}
