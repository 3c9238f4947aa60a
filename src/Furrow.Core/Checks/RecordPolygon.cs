using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>One of the polygons of a record, as it was drawn.</summary>
/// <param name="Part">Number of the part of the report it stands in, from 0.</param>
/// <param name="Number">Number among all polygons of the record, from 1.</param>
internal sealed class RecordPolygon(int part, int number, LandEffect effect, GridPoint[][] rings)
{
    private PolygonKey? _key;
    private Shape? _land;
    private bool _isLooked;

    public int Part { get; } = part;

    public int Number { get; } = number;

    public LandEffect Effect { get; } = effect;

    public GridBox Box { get; } = rings.Aggregate(GridBox.Empty, (box, ring) => box.With(Rings.BoxOf(ring)));

    public int Points { get; } = rings.Sum(r => r.Length);

    public PolygonKey Key => _key ??= PolygonKey.Of([rings]);

    /// <summary>What the polygon alone encloses; null where its lines cross each other, so that it takes a repair to say.</summary>
    public Shape? Land
    {
        get
        {
            (_land, _isLooked) = (_isLooked ? _land : Looked(), true);
            return _land;
        }
    }

    public long AreaMicro => Land is { } land ? SharedArea.Micro(land, land) ?? 0 : 0;

    /// <summary>All of a record, in the order they were drawn.</summary>
    public static IReadOnlyList<RecordPolygon> Of(CheckSubject s)
    {
        var polygons = new List<RecordPolygon>();
        foreach (var part in s.Parts)
        {
            if (part.Index < s.Report.Parts.Count && part.IsOnEarth)
            {
                foreach (var rings in part.Rings)
                {
                    polygons.Add(new RecordPolygon(part.Index, polygons.Count + 1, s.Report.Parts[part.Index].Effect, rings));
                }
            }
        }

        return polygons;
    }

    private Shape? Looked()
    {
        var open = rings.Select(RingGeometry.WithoutRepeats).Where(r => r.Length > 2).ToList();
        return open.Count == 0 || open.Exists(r => RingGeometry.FaultOf(r).Fault is RingFault.Crosses or RingFault.TooEntangled) ? null
            : new Shape([DrawnPart.Of(open).Rings]);
    }
}
