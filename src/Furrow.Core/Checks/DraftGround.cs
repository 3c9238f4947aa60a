using Furrow.Core.Checks.Rules;
using Furrow.Core.Keeping;
using Furrow.Core.Land;

namespace Furrow.Core.Checks;

/// <summary>What is kept of all drafts while a batch is judged: numbers in flat arrays, by which is found what a draft may meet. The drafts themselves, with
/// all they drew, are read again when it is their turn, or when another meets them.</summary>
internal sealed class DraftGround
{
    private readonly Guid[] _ids;
    private readonly IndexKey[] _codes;

    /// <summary>For each draft the number of its first part, and behind them the count of all.</summary>
    private readonly int[] _firsts;

    private DraftGround(int drafts) => (_ids, _codes, _firsts) = (new Guid[drafts], new IndexKey[drafts], new int[drafts + 1]);

    /// <param name="Draft">Number of the draft.</param>
    /// <param name="Index">Number of the part in its report.</param>
    /// <param name="Key">Of the rings as drawn.</param>
    /// <param name="Box">Around its land; empty where it has none.</param>
    /// <param name="IsDrawn">It has rings.</param>
    internal readonly record struct Part(int Draft, int Index, PolygonKey Key, GridBox Box, KindSet Kinds, LandPurpose Purpose, bool IsDrawn);

    /// <summary>A part without polygon that has a point.</summary>
    internal readonly record struct Spot(int Draft, int Index, GridPoint At);

    /// <summary>The parts of all drafts, in their order.</summary>
    public Part[] Parts { get; private set; } = [];

    public Spot[] Spots { get; private set; } = [];

    public int Count => _ids.Length;

    public Guid IdOf(int draft) => _ids[draft];

    /// <summary>What its code has in common with codes that are the same; the default where nobody could read it.</summary>
    public IndexKey CodeOf(int draft) => _codes[draft];

    public static IndexKey KeyOf(string code) => Codes.IsBlank(code) ? default : IndexKey.Of(Codes.Key(code));

    /// <summary>One walk through all drafts, on all processors. The keys are the costly half.</summary>
    public static DraftGround Of(BatchToCheck batch)
    {
        var ground = new DraftGround(batch.Drafts.Count);
        var portions = (ground.Count + BatchToCheck.PortionDrafts - 1) / BatchToCheck.PortionDrafts;
        var (parts, spots) = (new Part[portions][], new Spot[portions][]);
        Parallel.For(0, portions, new ParallelOptions { CancellationToken = batch.Stop }, portion =>
        {
            var from = portion * BatchToCheck.PortionDrafts;
            var drafts = batch.Portion(from, Math.Min(from + BatchToCheck.PortionDrafts, ground.Count));
            for (var i = 0; i < drafts.Count; i++)
            {
                (ground._ids[from + i], ground._codes[from + i]) = (drafts[i].Report.Id, KeyOf(drafts[i].Report.Code));
            }

            parts[portion] = [.. drafts.SelectMany((d, i) => PartsOf(d, from + i))];
            spots[portion] = [.. drafts.SelectMany((d, i) => SpotsOf(d, from + i))];
        });
        (ground.Parts, ground.Spots) = (Joined(parts), Joined(spots));
        foreach (var part in ground.Parts)
        {
            ground._firsts[part.Draft + 1]++;
        }

        for (var i = 0; i < ground.Count; i++)
        {
            ground._firsts[i + 1] += ground._firsts[i];
        }

        return ground;
    }

    /// <summary>Numbers of the parts of a draft.</summary>
    public (int From, int End) PartsOf(int draft) => (_firsts[draft], _firsts[draft + 1]);

    /// <summary>Spares a draft, read again, from finding its keys out once more.</summary>
    public void HandKeysTo(int draft, CheckedDraft read)
    {
        var (from, end) = PartsOf(draft);
        for (var i = from; i < end && end - from == read.Parts.Count; i++)
        {
            read.Parts[i - from].Take(Parts[i].Key);
        }
    }

    private static IEnumerable<Part> PartsOf(CheckedDraft draft, int number) => draft.Parts.Where(p => p.Index < draft.Report.Parts.Count)
        .Select(p => new Part(number, p.Index, p.Key, p.Shape is { IsEmpty: false } shape ? shape.Bounds : GridBox.Empty, draft.Report.Kinds,
            EffectClass.Of(draft.Report.Parts[p.Index].Effect), p.Rings.Count > 0));

    private static IEnumerable<Spot> SpotsOf(CheckedDraft draft, int number)
    {
        for (var i = 0; i < draft.Report.Parts.Count; i++)
        {
            if (draft.Report.Parts[i] is { Point: { } point, Shape: not { IsEmpty: false } })
            {
                yield return new Spot(number, i, point);
            }
        }
    }

    private static T[] Joined<T>(T[][] portions)
    {
        var (all, at) = (new T[portions.Sum(p => p.Length)], 0);
        for (var i = 0; i < portions.Length; i++)
        {
            portions[i].CopyTo(all, at);
            at += portions[i].Length;
            portions[i] = [];
        }

        return all;
    }
}
