namespace Furrow.Core.Drills.RawCountries;

/// <summary>Where areas lie. Those drawn alone get ground on which nothing lies yet, near a cluster; the others lie where they are told to.</summary>
internal sealed class RawSites
{
    private const double CellMetres = 2_000;
    private const double ClusterMetres = 4_500;

    private readonly Dictionary<(int East, int North), List<(PlanePoint Centre, double Radius)>> _taken = [];
    private readonly PlanePoint[] _clusters;
    private readonly RawBorders _borders;

    public RawSites(SeededNumbers numbers, RawBorders borders)
    {
        _borders = borders;
        const double reach = (RawBorders.Side / 2.0 - 1) * RawBorders.Step;
        _clusters = [.. Enumerable.Range(0, 260).Select(_ => new PlanePoint(numbers.Between(-reach, reach), numbers.Between(-reach, reach)))];
    }

    /// <summary>A free place for something of that radius, further from its cluster with every failure; it is taken from then on.</summary>
    public PlanePoint Free(SeededNumbers numbers, double radius)
    {
        var cluster = numbers.Pick(_clusters);
        for (var spread = ClusterMetres; ; spread *= 1.05)
        {
            var centre = cluster + new PlanePoint(numbers.Gaussian(), numbers.Gaussian()) * spread;
            if (IsFree(centre, radius))
            {
                Take(centre, radius);
                return centre;
            }
        }
    }

    /// <summary>A place on a border between two districts.</summary>
    public PlanePoint OnBorder(SeededNumbers numbers) => On(numbers, numbers.Pick(_borders.Inner));

    /// <summary>A place off the coast, out of reach of every district.</summary>
    public PlanePoint Outside(SeededNumbers numbers, double radius)
    {
        var coast = On(numbers, numbers.Pick(_borders.Outer));
        return coast + coast * ((RawBorders.Step + radius) / coast.Length);
    }

    /// <summary>Says that something lies there, so that nothing is later drawn alone over it.</summary>
    public void Take(PlanePoint centre, double radius)
    {
        foreach (var cell in Cells(centre, radius))
        {
            (_taken.TryGetValue(cell, out var there) ? there : _taken[cell] = []).Add((centre, radius));
        }
    }

    private bool IsFree(PlanePoint centre, double radius) => Cells(centre, radius).All(cell =>
        !_taken.TryGetValue(cell, out var there) || there.TrueForAll(t => (t.Centre - centre).Length > t.Radius + radius));

    private static IEnumerable<(int East, int North)> Cells(PlanePoint centre, double radius)
    {
        int Cell(double metres) => (int)Math.Floor(metres / CellMetres);
        for (var east = Cell(centre.East - radius); east <= Cell(centre.East + radius); east++)
        {
            for (var north = Cell(centre.North - radius); north <= Cell(centre.North + radius); north++)
            {
                yield return (east, north);
            }
        }
    }

    private static PlanePoint On(SeededNumbers numbers, PlanePoint[] line)
    {
        var i = numbers.Below(line.Length - 1);
        return line[i] + (line[i + 1] - line[i]) * numbers.Unit();
    }
}
