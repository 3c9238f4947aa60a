using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>Finds which parts of a batch share land with each other and with standing parts, for the same purpose and a common kind. The land of a neighbour is
/// read when the boxes meet, so that the shapes of a country's file are never held at once.</summary>
public sealed class BatchOverlaps
{
    /// <summary>Neighbours measured for one part at most. Land drawn over by more records than this needs no longer list to be judged.</summary>
    public const int MostPairsOfPart = 100;

    /// <summary>Bytes of shapes of neighbours that are held while some drafts are looked at.</summary>
    private const int MostHeld = 4 << 20;

    private readonly BatchToCheck _batch;
    private readonly OverlapSides _sides;
    private readonly PackedBoxes _index;

    internal BatchOverlaps(BatchToCheck batch, DraftGround ground)
    {
        (_batch, _sides) = (batch, new OverlapSides(batch, ground));
        var boxes = new GridBox[_sides.Count];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = _sides.BoxOf(i);
        }

        _index = new PackedBoxes(boxes);
    }

    /// <summary>For each draft its pairs: first its own part, second one that comes before it (standing, or earlier in the batch). The very same polygon is
    /// left to the check for duplicates.</summary>
    public static IReadOnlyList<OverlapPair>[] Find(BatchToCheck batch) =>
        new BatchOverlaps(batch, DraftGround.Of(batch)).Of(0, batch.Portion(0, batch.Drafts.Count));

    /// <summary>The same for some drafts, as they were read.</summary>
    /// <param name="first">Number of the first of them; the others lie behind it.</param>
    internal IReadOnlyList<OverlapPair>[] Of(int first, IReadOnlyList<CheckedDraft> drafts)
    {
        var neighbours = new Neighbours(_sides);
        var found = new IReadOnlyList<OverlapPair>[drafts.Count];
        for (var i = 0; i < found.Length; i++)
        {
            _batch.Stop.ThrowIfCancellationRequested();
            var (side, end) = _sides.Of(first + i);
            List<OverlapPair>? pairs = null;
            for (; side < end; side++)
            {
                PairsOf(side, drafts[i], neighbours, ref pairs);
            }

            // Of equals, the record that came first comes first.
            found[i] = pairs is null ? [] : [.. pairs.OrderBy(p => p.First.Part).ThenBy(p => p.Second.ReportCode, Codes.Order)];
        }

        return found;
    }

    private void PairsOf(int i, CheckedDraft draft, Neighbours neighbours, ref List<OverlapPair>? all)
    {
        OverlapSides.Side? own = null;
        List<(int Other, OverlapPair Pair)>? pairs = null;
        var measured = 0;
        _index.Each(_sides.BoxOf(i), j =>
        {
            if (j < i && _sides.MayClash(i, j))
            {
                own ??= _sides.Of(i, draft);
                if (_sides.KeyOf(i, _ => own) != _sides.KeyOf(j, neighbours.Of))
                {
                    measured++;
                    if (Measure(own, neighbours.Of(j)) is { } pair)
                    {
                        (pairs ??= []).Add((j, pair));
                    }
                }
            }

            return measured < MostPairsOfPart;
        });

        // The index answers in the order of its curve; findings come in the order of the records.
        pairs?.Sort((a, b) => a.Other.CompareTo(b.Other));
        (all ??= pairs is null ? null : [])?.AddRange(pairs?.Select(p => p.Pair) ?? []);
    }

    private static OverlapPair? Measure(OverlapSides.Side first, OverlapSides.Side second) =>
        SharedArea.Micro(first.Shape, second.Shape) is var shared && shared == 0 ? null
            : new OverlapPair(first.Part, second.Part, shared, SharedArea.Near(first.Shape, second.Shape));

    /// <summary>Neighbours of drafts that are looked at together, most of which meet the same ones: each is read once.</summary>
    private sealed class Neighbours(OverlapSides sides)
    {
        private readonly Dictionary<int, OverlapSides.Side> _read = [];
        private int _held;

        public OverlapSides.Side Of(int side)
        {
            if (!_read.TryGetValue(side, out var read))
            {
                if (_held > MostHeld)
                {
                    _read.Clear();
                    _held = 0;
                }

                _read[side] = read = sides.Read(side);
                _held += read.Shape.Bytes.Length + 256;
            }

            return read;
        }
    }
}
