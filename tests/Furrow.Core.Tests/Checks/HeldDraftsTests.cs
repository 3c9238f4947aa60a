using System.Collections;
using System.Collections.Concurrent;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Checks.Draft;

namespace Furrow.Core.Tests.Checks;

/// <summary>Drafts of a large file are read from its stage: while they are judged, those nobody looks at are not in memory.</summary>
public sealed class HeldDraftsTests
{
    private const int Count = 4_000;

    /// <summary>Drafts are made at each asking. The last eight have one code, one polygon, or one place with another.</summary>
    private sealed class Anew : IPortionedList<CheckedDraft>
    {
        public ConcurrentBag<WeakReference> Shapes { get; } = [];

        public int Count => HeldDraftsTests.Count;

        public CheckedDraft this[int index] => Made(index);

        public IReadOnlyList<CheckedDraft> Portion(int from, int count) => [.. Enumerable.Range(from, count).Select(Made)];

        public IEnumerator<CheckedDraft> GetEnumerator() => Enumerable.Range(0, Count).Select(Made).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public int Held()
        {
            GC.Collect();
            return Shapes.Select(s => s.Target).Where(t => t is not null).Distinct().Count();
        }

        private CheckedDraft Made(int index)
        {
            var (n, east) = (index < Count - 8 ? index : index / 2 * 2, 200 * (index % 200));
            var shape = ShapeOf(Square(index < Count - 8 ? east : 200 * (n % 200) + index % 2 * (n % 4) * 10, 200 * (index / 200), 100));
            Shapes.Add(new WeakReference(shape));
            var report = Hazard with
            {
                Id = Id((ulong)index + 100), Code = $"EXERCISE-{(index < Count - 4 ? index : n)}", HazardousArea = $"EXERCISE-HA-{index}",
                Parts = [new ReportPart { Effect = LandEffect.Suspect, Shape = shape }],
            };
            return new CheckedDraft(report, [new CheckedPart(0, shape.Polygons, shape, 10_000_000_000)]);
        }
    }

    [Fact]
    public void A_batch_that_is_judged_holds_no_land_of_drafts_that_are_not_looked_at()
    {
        var drafts = new Anew();
        var batch = new BatchToCheck { Drafts = drafts, Today = Today, Settings = CheckSettings.Default };
        var ground = DraftGround.Of(batch);
        var (context, overlaps) = (BatchIndexes.ContextOf(batch, ground), new BatchOverlaps(batch, ground));
        Assert.InRange(drafts.Held(), 0, 100);
        GC.KeepAlive((ground, context, overlaps));
    }

    [Fact]
    public void Findings_of_drafts_read_again_are_those_of_drafts_that_are_held()
    {
        var drafts = new Anew();
        var batch = new BatchToCheck { Drafts = drafts, Today = Today, Settings = CheckSettings.Default };
        string[] Told(BatchToCheck of) => [.. BatchCheck.Judge(of).Select(f => $"{f.Code} {f.ReportCode} {f.Part} {f.AreaMicro} {f.Sentence}")];
        var told = Told(batch);
        Assert.Equal(["duplicate-code", "duplicate-polygon", "overlap"], told.Select(t => t.Split(' ')[0]).Distinct().Order());
        Assert.Equal(told, Told(batch with { Drafts = [.. drafts] }));
    }
}
