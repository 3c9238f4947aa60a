using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>The sums of one kind's balance while postings and faces are read. Opening and flows come from postings, closing from faces.</summary>
internal sealed class KindBook(KindSet kind, int areas)
{
    private readonly long[] _opening = new long[32];
    private readonly long[] _posted = new long[32];
    private readonly Dictionary<int, long> _flows = [];

    /// <summary>By status, then by number of the hazardous area: how much land it holds in that status.</summary>
    private readonly (long Opening, long Closing)[]?[] _areas = new (long, long)[]?[32];

    public KindSet Kind => kind;

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

        Hold(p, before);
    }

    /// <summary>Sum over all accounts of |opening + postings − closing|: zero, or the ledger is broken.</summary>
    public long TrialMicro(LandStatus status) => Math.Abs(_opening[(int)status] + _posted[(int)status] - Closing[(int)status]);

    public BalanceAccount? Account(LandStatus status)
    {
        var s = (int)status;
        return _opening[s] != 0 || Closing[s] != 0 || _posted[s] != 0
            ? new BalanceAccount(status, _opening[s], Closing[s], Open(_areas[s]))
            : null;
    }

    public List<BalanceFlow> Flows() =>
    [
        .. _flows.Where(f => f.Value != 0)
            .Select(f => new BalanceFlow((LandStatus)(f.Key & 31), (LandStatus)(f.Key >> 5 & 31), (Heading)(f.Key >> 11), f.Value, (f.Key >> 10 & 1) != 0))
            .OrderBy(f => f.Heading).ThenBy(f => f.From).ThenBy(f => f.To).ThenByDescending(f => f.Baseline),
    ];

    public AreaCount Count()
    {
        int opening = 0, closing = 0, opened = 0, closed = 0;
        var hazards = _areas.Where((held, status) => held is not null && Statuses.IsHazard((LandStatus)status)).ToArray();
        for (var area = 0; area < areas; area++)
        {
            long before = 0, after = 0;
            foreach (var held in hazards)
            {
                before += held![area].Opening;
                after += held[area].Closing;
            }

            var (was, open) = (IsOpen(before), IsOpen(after));
            opening += was ? 1 : 0;
            closing += open ? 1 : 0;
            opened += !was && open ? 1 : 0;
            closed += was && !open ? 1 : 0;
        }

        return new AreaCount(opening, opened, closed, closing);
    }

    /// <summary>A flow as one number: statuses, baseline, heading.</summary>
    private static int FlowOf(in Posting p, bool baseline) => (int)p.From | (int)p.To << 5 | (baseline ? 1 << 10 : 0) | (int)p.Heading << 11;

    /// <summary>Which hazardous area holds how much land in which status.</summary>
    private void Hold(in Posting p, bool before)
    {
        if (p.FromArea >= 0)
        {
            Add(p.FromArea, p.From, -p.AmountMicro, before);
        }

        if (p.ToArea >= 0)
        {
            Add(p.ToArea, p.To, p.AmountMicro, before);
        }
    }

    private void Add(int area, LandStatus status, long amount, bool before)
    {
        ref var held = ref (_areas[(int)status] ??= new (long, long)[areas])[area];
        held.Opening += before ? amount : 0;
        held.Closing += amount;
    }

    private static int Open((long Opening, long Closing)[]? held)
    {
        var open = 0;
        foreach (var (_, closing) in held ?? [])
        {
            open += IsOpen(closing) ? 1 : 0;
        }

        return open;
    }

    /// <summary>What is left of an area by rounding alone does not keep it open.</summary>
    private static bool IsOpen(long micro) => micro > AreaQuestion.NegligibleMicro;
}
