namespace Furrow.Core.Drills.RawCountries;

/// <summary>A drawn area: polygons, each a shell and its holes.</summary>
internal sealed record RawArea(PlanePoint[][][] Polygons)
{
    public PlanePoint[] Shell => Polygons[0][0];
}

/// <summary>Draws one layer, make by make. The order of makes is the order in which ground is taken.</summary>
internal sealed class RawLayer(SeededNumbers numbers, RawQuota quota, RawSites sites)
{
    private const int MostPoints = 86;

    private readonly List<RawArea> _areas = new(quota.Drawn);

    /// <param name="hosts">Areas of another layer that some of this one are drawn against.</param>
    public IReadOnlyList<RawArea> Draw(IReadOnlyList<RawArea>? hosts)
    {
        Add(1, () => At(sites.OnBorder(numbers), RawRings.Belt(numbers, MostPoints, 45_000, 150)));
        Add(quota.OverBorder, () => At(sites.OnBorder(numbers), Ring()));
        Add(quota.Outside, () => Ring() is var ring ? At(sites.Outside(numbers, RawRings.Radius(ring)), ring) : []);
        Add(quota.OverHosts, () => Against(Host(hosts!)));
        var alone = quota.Drawn - _areas.Count - quota.Tiny - quota.Neighbours - quota.OfTwoParts - quota.Degenerate - quota.Repeated;
        Add(alone, () => Alone(Ring()));
        Add(quota.Tiny, () => Alone(RawRings.Star(numbers, numbers.Between(3, 6), numbers.Between(4, 98.0))));
        Add(quota.Neighbours, () => Against(Host(_areas)));
        // Faults come before copies: a copy of a faulty area is as faulty.
        var before = _areas.Count;
        MakeFaulty(before);
        AddAreas(quota.Repeated, () => _areas[numbers.Below(before)]);
        Add(quota.Degenerate, () => Alone(RawRings.Degenerate(numbers)));
        AddAreas(quota.OfTwoParts, TwoParts);
        return _areas;
    }

    private void Add(int count, Func<PlanePoint[]> ring) => AddAreas(count, () => new RawArea([[ring()]]));

    private void AddAreas(int count, Func<RawArea> area)
    {
        for (var i = 0; i < count; i++)
        {
            _areas.Add(area());
        }
    }

    private PlanePoint[] Ring()
    {
        var points = Math.Clamp((int)Math.Round(numbers.LogNormal(quota.MedianPoints, 0.55)), 3, MostPoints);
        return RawRings.Star(numbers, points, numbers.LogNormal(quota.MedianSquareMetres, quota.Sigma));
    }

    private PlanePoint[] Alone(PlanePoint[] ring) => RawRings.Moved(ring, sites.Free(numbers, RawRings.Radius(ring)));

    private PlanePoint[] At(PlanePoint centre, PlanePoint[] ring)
    {
        sites.Take(centre, RawRings.Radius(ring));
        return RawRings.Moved(ring, centre);
    }

    /// <summary>Any area, and now and then the belt, which comes first: one line that many cross.</summary>
    private PlanePoint[] Host(IReadOnlyList<RawArea> areas)
    {
        var host = (numbers.Chance(0.04) ? areas[0] : numbers.Pick(areas)).Shell;
        return Math.Abs(RawRings.SignedArea(host)) < 1 ? Host(areas) : host;
    }

    /// <summary>Drawn against a host: half lie over one of its corners; others follow a run of its own corners, exactly or by another hand that is a few
    /// metres off; some lie inside.</summary>
    private PlanePoint[] Against(PlanePoint[] host)
    {
        var corner = numbers.Below(host.Length);
        var make = host.Length == MostPoints ? 0 : numbers.Below(10);
        if (make < 5)
        {
            return RawRings.Moved(Ring(), host[corner]);
        }

        var middle = RawRings.Middle(host);
        if (make < 6)
        {
            return Array.ConvertAll(host, p => middle + (p - middle) * 0.3);
        }

        var run = Enumerable.Range(corner, numbers.Between(2, Math.Max(2, host.Length / 2))).Select(i => host[i % host.Length]).ToArray();
        var off = make < 8 ? 0 : numbers.Between(0.5, 4.0);
        var outwards = numbers.Between(1.2, 1.6);
        PlanePoint[] ring = [.. run.Select(p => p + new PlanePoint(numbers.Between(-off, off), numbers.Between(-off, off))),
            .. run.Reverse().Select(p => middle + (p - middle) * outwards)];
        return ring;
    }

    private RawArea TwoParts()
    {
        var ring = Ring();
        var radius = RawRings.Radius(ring);
        var centre = sites.Free(numbers, radius * 3.2);
        var aside = new PlanePoint(radius * 1.1, 0);
        return new RawArea([[RawRings.Moved(ring, centre - aside)], [RawRings.Moved(ring, centre + aside)]]);
    }

    /// <summary>Some areas cross themselves, some touch themselves, some get a hole; which ones is drawn by lot.</summary>
    private void MakeFaulty(int among)
    {
        var lot = Enumerable.Range(1, among - 1).ToArray();
        numbers.Shuffle(lot);
        for (var i = 0; i < quota.Crossing + quota.Touching + quota.WithHole; i++)
        {
            var shell = _areas[lot[i]].Shell;
            _areas[lot[i]] = i < quota.Crossing ? new RawArea([[RawRings.Crossing(numbers, shell)]])
                : i < quota.Crossing + quota.Touching ? new RawArea([[RawRings.Touching(numbers, shell)]])
                : new RawArea([[shell, [.. Array.ConvertAll(shell, p => RawRings.Middle(shell) + (p - RawRings.Middle(shell)) * 0.3).Reverse()]]]);
        }
    }
}
