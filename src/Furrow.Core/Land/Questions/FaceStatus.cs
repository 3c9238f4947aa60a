using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Reads faces for the questions: folds each set of claims once and answers from the lines. Knows nothing of postings.</summary>
internal sealed class FaceStatus(LandLedger land)
{
    private readonly List<FoldClaim> _scratch = [];
    private readonly List<FoldLine> _lines = [];

    /// <summary>What the claims did, in order. Valid until the next call.</summary>
    public List<FoldLine> LinesOf(ReadOnlySpan<int> claims)
    {
        _lines.Clear();
        land.FoldOf(claims, _scratch, _lines);
        return _lines;
    }

    /// <summary>The last line of a kind up to a day: its To is the status then. Null: no line, so unrecorded (or never handed over).</summary>
    public FoldLine? StateAt(ReadOnlySpan<int> claims, KindSet kind, int day)
    {
        FoldLine? last = null;
        foreach (var line in LinesOf(claims))
        {
            if (land.FoldClaims[line.Claim].Day > day)
            {
                break;
            }

            if ((line.Mask & kind) != 0)
            {
                last = line;
            }
        }

        return last;
    }

    /// <summary>Dated statuses of every kind that is spoken of, of the overall projection and of custody; kinds that agree share one history.</summary>
    public IReadOnlyList<StatusHistory> Histories(ReadOnlySpan<int> claims)
    {
        var lines = LinesOf(claims);
        var histories = new List<StatusHistory>();
        foreach (var kind in Kinds.Accounted)
        {
            var since = new List<StatusSince>();
            foreach (var line in lines)
            {
                if ((line.Mask & kind) == 0 || line.From == line.To)
                {
                    continue;
                }

                var day = land.FoldClaims[line.Claim].Day;
                if (since.Count > 0 && since[^1].Day == day)
                {
                    since.RemoveAt(since.Count - 1);
                }

                since.Add(new StatusSince(day, line.To, line.Claim, line.Heading));
            }

            if (since.Count == 0)
            {
                continue;
            }

            var same = kind is KindSet.Overall or KindSet.Custody ? -1
                : histories.FindIndex(h => h.Kinds is not (KindSet.Overall or KindSet.Custody) && h.Since.SequenceEqual(since));
            if (same >= 0)
            {
                histories[same] = histories[same] with { Kinds = histories[same].Kinds | kind };
            }
            else
            {
                histories.Add(new StatusHistory(kind, since));
            }
        }

        return histories;
    }
}
