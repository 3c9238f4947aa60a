using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>The sums of one kind's balance while postings and faces are read. Opening and flows come from postings, closing and the areas
/// from faces.</summary>
internal sealed class KindBook(KindSet kind, int areas)
{
    private readonly long[] _opening = new long[32];
    private readonly long[] _posted = new long[32];
    private readonly Dictionary<int, long> _flows = [];

    /// <summary>By status, then by number of the hazardous area: how much land inside its own outline has that status at the end of the period.</summary>
    private readonly long[]?[] _inside = new long[]?[32];

    public KindSet Kind => kind;

    /// <summary>Hazardous areas that open and close.</summary>
    public AreaFlow Areas { get; } = new(kind);

    /// <summary>Land by status at the closing date, summed from faces.</summary>
    public long[] Closing { get; } = new long[32];

    /// <param name="before">The posting speaks of a day before the period.</param>
    /// <param name="baseline">It comes from history before the ledger.</param>
    public void Post(in Posting p, bool before, bool baseline)
    {
        if (p.From != p.To)
        {
            var side = before ? _opening : _posted;
            side[(int)p.From] -= p.AmountMicro;
            side[(int)p.To] += p.AmountMicro;
        }

        if (!before)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_flows, FlowOf(p, baseline), out _) += p.AmountMicro;
        }
    }

    /// <summary>Counts a face, as it is at the end of the period, for the hazardous areas that drew it.</summary>
    public void Outline(OutlineFold face, long micro)
    {
        foreach (ref readonly var area in face.Areas)
        {
            if (face.StatusOf(area, kind) is { Part: not OutlinePart.PassedOn } found)
            {
                (_inside[(int)found.Status] ??= new long[areas])[area.Area] += micro;
            }
        }
    }

    /// <summary>Sum over all accounts of |opening + postings − closing|: zero, or the ledger is broken.</summary>
    public long TrialMicro(LandStatus status) => Math.Abs(_opening[(int)status] + _posted[(int)status] - Closing[(int)status]);

    public BalanceAccount? Account(LandStatus status)
    {
        var s = (int)status;
        return _opening[s] != 0 || Closing[s] != 0 || _posted[s] != 0
            ? new BalanceAccount(status, _opening[s], Closing[s], WithLand(_inside[s]))
            : null;
    }

    public List<BalanceFlow> Flows() =>
    [
        .. _flows.Where(f => f.Value != 0)
            .Select(f => new BalanceFlow((LandStatus)(f.Key & 31), (LandStatus)(f.Key >> 5 & 31), (Heading)(f.Key >> 11), f.Value, (f.Key >> 10 & 1) != 0))
            .OrderBy(f => f.Heading).ThenBy(f => f.From).ThenBy(f => f.To).ThenByDescending(f => f.Baseline),
    ];

    /// <summary>A flow as one number: statuses, baseline, heading.</summary>
    private static int FlowOf(in Posting p, bool baseline) => (int)p.From | (int)p.To << 5 | (baseline ? 1 << 10 : 0) | (int)p.Heading << 11;

    /// <summary>Areas with land of a status inside their own outline. What is there by rounding alone does not count.</summary>
    private static int WithLand(long[]? inside)
    {
        var count = 0;
        foreach (var land in inside ?? [])
        {
            count += land > AreaQuestion.NegligibleMicro ? 1 : 0;
        }

        return count;
    }
}
