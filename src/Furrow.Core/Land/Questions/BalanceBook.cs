using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Draws up a balance. Opening and flows are read from postings; closing is summed from faces; the trial balance compares the two,
/// per status.</summary>
internal sealed class BalanceBook(LandLedger land, BalanceQuestion question)
{
    private readonly LandLedger _known = land.At(question.KnownAt);
    private readonly int _until = question.AsOf.DayNumber;
    private readonly int _from = question.From?.DayNumber ?? int.MinValue;
    private readonly long[] _opening = new long[32];
    private readonly long[] _posted = new long[32];
    private readonly long[] _closing = new long[32];
    private readonly Dictionary<int, long> _flows = [];

    /// <summary>By status, then by number of the hazardous area: how much land it holds in that status.</summary>
    private readonly (long Opening, long Closing)[]?[] _areas = new (long, long)[]?[32];

    /// <summary>From so many postings on, postings and faces are read side by side: they share nothing.</summary>
    private const int Many = 20_000;

    public BalanceAnswer Answer()
    {
        if (land.Postings.Count < Many)
        {
            ReadPostings();
            ReadFaces();
        }
        else
        {
            Parallel.Invoke(ReadPostings, ReadFaces);
        }

        var statuses = Statuses.Names.Select(n => n.Status).Where(s => s != LandStatus.Unrecorded && s != LandStatus.NotHandedOver);
        var accounts = new List<BalanceAccount>();
        long trial = 0;
        foreach (var status in statuses)
        {
            var s = (int)status;
            trial += Math.Abs(_opening[s] + _posted[s] - _closing[s]);
            if (_opening[s] != 0 || _closing[s] != 0 || _posted[s] != 0)
            {
                accounts.Add(new BalanceAccount(status, _opening[s], _closing[s], _areas[s]?.Count(a => IsOpen(a.Closing)) ?? 0));
            }
        }

        var flows = _flows.Where(f => f.Value != 0)
            .Select(f => new BalanceFlow((LandStatus)(f.Key & 31), (LandStatus)(f.Key >> 5 & 31), (Heading)(f.Key >> 11), f.Value, (f.Key >> 10 & 1) != 0))
            .OrderBy(f => f.Heading).ThenBy(f => f.From).ThenBy(f => f.To).ThenByDescending(f => f.Baseline).ToList();
        return new BalanceAnswer(question, _known.KnownAt, trial, accounts, flows, Unlocated(), BalanceRows.Of(_known, question), Count());
    }

    private void ReadPostings()
    {
        foreach (var p in land.Postings.Range(0, land.Postings.Count))
        {
            if (p.Cause > _known.KnownAt)
            {
                break;
            }

            if ((p.Kinds & question.Kind) == 0 || land.Claim(p.Claim) is var claim && claim.Day > _until)
            {
                continue;
            }

            var before = claim.Day < _from;
            if (p.From != p.To)
            {
                var side = before ? _opening : _posted;
                side[(int)p.From] -= p.AmountMicro;
                side[(int)p.To] += p.AmountMicro;
            }

            if (!before)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_flows, FlowOf(p, claim.Baseline), out _) += p.AmountMicro;
            }

            Hold(p, before);
        }
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
        ref var held = ref (_areas[(int)status] ??= new (long, long)[land.Areas.Count])[area];
        held = (held.Opening + (before ? amount : 0), held.Closing + amount);
    }

    private void ReadFaces()
    {
        var faces = new FaceStatus(_known);
        foreach (var row in _known.Cells.RowNumbers())
        {
            foreach (var span in _known.Cells.Row(row))
            {
                foreach (var face in span.Content.Faces)
                {
                    if (faces.StateAt(face.Claims, question.Kind, _until) is { } state)
                    {
                        _closing[(int)state.To] += face.AreaMicro * span.Count;
                    }
                }
            }
        }
    }

    private UnlocatedAccount Unlocated()
    {
        var waiting = _known.CountingClaims()
            .Where(c => c.IsUnlocated && c.Day <= _until && (question.Kind is KindSet.Overall || (c.Kinds & question.Kind) != 0)).ToList();
        return new UnlocatedAccount(waiting.Count, waiting.Sum(c => c.StatedSquareMetres ?? 0), waiting.Count(c => c.StatedSquareMetres is null));
    }

    private AreaCount Count()
    {
        int opening = 0, closing = 0, opened = 0, closed = 0;
        var hazards = _areas.Where((held, status) => held is not null && Statuses.IsHazard((LandStatus)status)).ToList();
        for (var area = 0; area < land.Areas.Count; area++)
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

    /// <summary>What is left of an area by rounding alone does not keep it open.</summary>
    internal static bool IsOpen(long micro) => micro > AreaQuestion.NegligibleMicro;
}
