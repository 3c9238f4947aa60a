using Furrow.Core.Checks.Rules;
using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>The parts that may share land with another, by number: first those that stand, then the parts of the batch that have land. What is kept of all is
/// the box and what decides whether two may clash; shapes are read.</summary>
internal sealed class OverlapSides
{
    private readonly BatchToCheck _batch;
    private readonly DraftGround _ground;

    /// <summary>Numbers of the parts of the batch that have land.</summary>
    private readonly int[] _parts;

    /// <summary>The two halves of the key of each shape; 0 while nobody has asked. Each is written whole, and only ever as one number, so several threads may.
    /// </summary>
    private readonly (ulong[] High, ulong[] Low) _keys;

    public OverlapSides(BatchToCheck batch, DraftGround ground)
    {
        (_batch, _ground) = (batch, ground);
        _parts = [.. Enumerable.Range(0, ground.Parts.Length).Where(p => !ground.Parts[p].Box.IsEmpty)];
        _keys = (new ulong[Count], new ulong[Count]);
    }

    /// <summary>A part with its shape.</summary>
    internal sealed record Side(PartRef Part, Shape Shape);

    public int Count => Standing + _parts.Length;

    private int Standing => _batch.Standing.Count;

    public GridBox BoxOf(int side) => side < Standing ? _batch.Standing[side].Shape.Bounds : PartOf(side).Box;

    /// <summary>Those of a draft of the batch.</summary>
    public (int From, int End) Of(int draft)
    {
        var (from, end) = _ground.PartsOf(draft);
        return (FirstFrom(from), FirstFrom(end));
    }

    /// <param name="side">One of the batch.</param>
    /// <param name="draft">Its draft, as it was read.</param>
    public Side Of(int side, CheckedDraft draft)
    {
        var index = PartOf(side).Index;
        return new(BatchCheck.RefOf(draft.Report, index), draft.Parts.First(p => p.Index == index && p.Shape is { IsEmpty: false }).Shape!);
    }

    public Side Read(int side) => side < Standing ? new(_batch.Standing[side].Part, _batch.Standing[side].Shape)
        : Of(side, _batch.Drafts[PartOf(side).Draft]);

    /// <summary>Whether two are of different reports, with one purpose and a common kind.</summary>
    public bool MayClash(int first, int second)
    {
        var (a, b) = (TermsOf(first), TermsOf(second));
        return a.Report != b.Report && a.Purpose is LandPurpose.Hazard or LandPurpose.Release && a.Purpose == b.Purpose && (a.Kinds & b.Kinds) != 0;
    }

    /// <summary>Of the shape: most have no neighbour, and are never asked for it.</summary>
    public PolygonKey KeyOf(int side, Func<int, Side> read)
    {
        var key = new PolygonKey(Volatile.Read(ref _keys.High[side]), Volatile.Read(ref _keys.Low[side]));
        if (key.High == 0 || key.Low == 0)
        {
            key = PolygonKey.Of(read(side).Shape.Polygons);
            Volatile.Write(ref _keys.High[side], key.High);
            Volatile.Write(ref _keys.Low[side], key.Low);
        }

        return key;
    }

    private (Guid Report, LandPurpose Purpose, KindSet Kinds) TermsOf(int side)
    {
        if (side < Standing)
        {
            var standing = _batch.Standing[side].Part;
            return (standing.Report, EffectClass.Of(standing.Effect), standing.Kinds);
        }

        var part = PartOf(side);
        return (_ground.IdOf(part.Draft), part.Purpose, part.Kinds);
    }

    private ref readonly DraftGround.Part PartOf(int side) => ref _ground.Parts[_parts[side - Standing]];

    private int FirstFrom(int part) => Standing + (Array.BinarySearch(_parts, part) is var at && at < 0 ? ~at : at);
}
