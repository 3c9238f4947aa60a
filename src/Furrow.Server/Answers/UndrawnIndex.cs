using System.Runtime.CompilerServices;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Programmes;

namespace Furrow.Server.Answers;

/// <summary>Records without polygon by where they lie: made once for a view of the land and an acceptance, and looked through where somebody points. What is
/// looked at does not grow with the records elsewhere.</summary>
internal sealed class UndrawnIndex
{
    /// <summary>Acceptances looked back at for which one view keeps an index.</summary>
    private const int MostKept = 4;

    private static readonly ConditionalWeakTable<LandLedger, List<(NamedPlaces Places, int KnownAt, UndrawnIndex Index)>> Known = [];

    private readonly IReadOnlyList<UndrawnRecord> _records;
    private readonly PackedBoxes _reaches;

    internal UndrawnIndex(IReadOnlyList<UndrawnRecord> records) =>
        (_records, _reaches) = (records, new PackedBoxes([.. records.Select(r => Around(r.At, UndrawnRecords.ReachMetres(r)))]));

    /// <summary>How many records were looked at so far.</summary>
    internal int Looked { get; private set; }

    public static UndrawnIndex Of(ProgrammeState state, int knownAt)
    {
        // Other boundaries put records that name a place elsewhere.
        var (places, kept) = (NamedPlaces.Of(state), Known.GetOrCreateValue(state.Land));
        knownAt = Math.Min(knownAt, state.Land.KnownAt);
        lock (kept)
        {
            if (kept.Find(k => ReferenceEquals(k.Places, places) && k.KnownAt == knownAt).Index is { } index)
            {
                return index;
            }

            kept.RemoveRange(0, Math.Max(0, kept.Count - MostKept + 1));
            index = new UndrawnIndex([.. UndrawnRecords.Of(state, knownAt)]);
            kept.Add((places, knownAt, index));
            return index;
        }
    }

    /// <summary>Those within whose reach a spot lies, the nearest first.</summary>
    public IReadOnlyList<(UndrawnRecord Record, double Metres)> Near(GridPoint at)
    {
        var near = new List<(UndrawnRecord Record, double Metres)>();
        Each(GridBox.Empty.With(at), record =>
        {
            var metres = GroundMeasure.DistanceMetres(record.At, at);
            if (metres <= UndrawnRecords.ReachMetres(record))
            {
                near.Add((record, metres));
            }
        });
        return [.. near.OrderBy(r => r.Metres).ThenBy(r => r.Record.Claim.Id)];
    }

    /// <summary>Those whose point lies in a box, in the order of their claims.</summary>
    public IReadOnlyList<UndrawnRecord> In(GridBox box)
    {
        var inside = new List<UndrawnRecord>();
        Each(box, record =>
        {
            if (box.Contains(record.At))
            {
                inside.Add(record);
            }
        });
        return [.. inside.OrderBy(r => r.Claim.Id)];
    }

    private void Each(GridBox box, Action<UndrawnRecord> visit)
    {
        var looked = 0;
        _reaches.Each(box, item =>
        {
            looked++;
            visit(_records[item]);
            return true;
        });
        Looked += looked;
    }

    /// <summary>A little wider than the reach: the measure of a step differs over it.</summary>
    private static GridBox Around(GridPoint at, double metres)
    {
        var (east, north) = GroundMeasure.MetresPerStep(at.Lat);
        long x = Steps(1.01 * metres / Math.Max(east, 1e-9)), y = Steps(1.01 * metres / north);
        return new GridBox(at.Lon - x, at.Lat - y, at.Lon + x, at.Lat + y);
    }

    /// <summary>No more than once around the earth.</summary>
    private static long Steps(double steps) => (long)Math.Min(Math.Ceiling(steps), 360.0 * GridPoint.PerDegree);
}
