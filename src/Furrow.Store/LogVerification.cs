using System.Runtime.InteropServices;
using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>One part that is not simply present: withheld, erased by a later entry, or broken.</summary>
/// <param name="ErasedBy">The entry that erased it and gives the ground; 0 unless erased.</param>
/// <param name="Why">What is wrong, when it is broken; else null.</param>
public sealed record PartFinding(long Position, Tier Tier, PartState State, long ErasedBy, string? Why)
{
    public override string ToString() => Why is not null
        ? $"entry {Position}, {Tier} part: broken, {Why}"
        : $"entry {Position}, {Tier} part: {(State == PartState.Erased ? $"erased by entry {ErasedBy}" : "withheld")}";
}

/// <summary>What a whole reading of the log has shown.</summary>
/// <param name="Entries">Entries read and chained.</param>
/// <param name="Head">The end of the proved chain.</param>
/// <param name="PartsPresent">Parts that are here and match their header.</param>
/// <param name="Parts">The parts that are withheld, erased or broken.</param>
/// <param name="BrokenAt">The first position at which the chain or a part is broken, or null.</param>
/// <param name="Why">What is wrong there.</param>
/// <param name="Loss">What is known to be missing at the end.</param>
public sealed record LogVerification(long Entries, LogHead Head, long PartsPresent, IReadOnlyList<PartFinding> Parts, long? BrokenAt,
    string? Why, LogLoss? Loss)
{
    /// <summary>Nothing broken, nothing missing. Withheld and erased parts are in order.</summary>
    public bool IsWhole => BrokenAt is null && Loss is null;

    /// <summary>Reads the whole log, proves the chain and every part, and matches each erased part with the entry that erased it. Never throws for what
    /// it finds. Takes about two seconds for a million entries and one processor.</summary>
    public static LogVerification Of(ILog log, IProgress<long>? progress = null)
    {
        var run = new LogVerificationRun(log.Loss);
        try
        {
            foreach (var entry in log.Read())
            {
                if (!run.Add(entry))
                {
                    break;
                }

                if (entry.Position % 4096 == 0)
                {
                    progress?.Report(entry.Position);
                }
            }
        }
        catch (LogBrokenException broken)
        {
            run.Break(broken.Position, broken.Why);
        }

        var found = run.Finish();
        return found.BrokenAt is null && IndexFault(log, run, found.Entries) is var (position, why) ? found with { BrokenAt = position, Why = why } : found;
    }

    /// <summary>The index of fact names must lead to every entry under the name its statement has, and to nothing else. That an entry not in it has the right
    /// number was seen when it was read.</summary>
    private static (long Position, string Why)? IndexFault(ILog log, LogVerificationRun run, long entries)
    {
        try
        {
            foreach (var (name, positions) in run.Positions.Where(p => LogReading.IsIndexed(p.Key)))
            {
                var found = log.Find([name], 0, entries);
                var right = found.Zip(positions, (one, other) => one == other).TakeWhile(same => same).Count();
                if (right < positions.Count || right < found.Count)
                {
                    return (right < positions.Count ? positions[right] : found[right], "the index of fact names does not lead to it");
                }
            }

            return null;
        }
        catch (LogBrokenException broken)
        {
            return (broken.Position, broken.Why);
        }
    }
}

/// <summary>The state of one verification.</summary>
internal sealed class LogVerificationRun(LogLoss? loss)
{
    private readonly List<PartFinding> _findings = [];
    private readonly Dictionary<(long Position, Tier Tier), long> _erasures = [];
    private readonly EntryChain _chain = EntryChain.FromStart();
    private readonly Dictionary<string, List<long>> _positions = [];
    private long _present;
    private long? _brokenAt;
    private string? _why;

    /// <summary>Where each name of a fact stands.</summary>
    internal IReadOnlyDictionary<string, List<long>> Positions => _positions;

    /// <summary>False when the chain breaks here: what follows proves nothing.</summary>
    internal bool Add(Entry entry)
    {
        if (_chain.WhyNot(entry) is { } why)
        {
            Break(_chain.Head.Position + 1, why);
            return false;
        }

        _chain.Add(entry);
        (CollectionsMarshal.GetValueRefOrAddDefault(_positions, entry.Statement.FactName, out _) ??= []).Add(entry.Position);
        for (var i = 0; i < entry.Parts.Length; i++)
        {
            Add(entry, entry.Parts[i], entry.Statement.Parts[i]);
        }

        if (entry.Statement.FactName == PartErased.Name)
        {
            NoteErasure(entry);
        }

        return true;
    }

    internal void Break(long position, string why)
    {
        if (_brokenAt is null || position < _brokenAt)
        {
            (_brokenAt, _why) = (position, why);
        }
    }

    internal LogVerification Finish()
    {
        var findings = _findings.ConvertAll(Judge);
        var gone = findings.Where(f => f.State == PartState.Erased).Select(f => (f.Position, f.Tier)).ToHashSet();
        findings.AddRange(_erasures.Keys.Where(e => !gone.Contains(e))
            .Select(e => new PartFinding(e.Position, e.Tier, PartState.Present, 0, $"entry {_erasures[e]} erased it, and it is still here")));
        foreach (var broken in findings.Where(f => f.Why is not null))
        {
            Break(broken.Position, $"{broken.Tier} part: {broken.Why}");
        }

        return new LogVerification(_chain.Head.Position, _chain.Head, _present, findings, _brokenAt, _why, loss);
    }

    private void Add(Entry entry, EntryPart part, PartSeal seal)
    {
        if (part.State != PartState.Present)
        {
            _findings.Add(new PartFinding(entry.Position, part.Tier, part.State, part.ErasedBy, null));
        }
        else if (part.Matches(seal))
        {
            _present++;
        }
        else
        {
            _findings.Add(new PartFinding(entry.Position, part.Tier, part.State, 0, "its bytes are not the ones its header names"));
        }
    }

    private void NoteErasure(Entry entry)
    {
        try
        {
            if (FactFormat.Decode(entry) is PartErased erased)
            {
                _erasures.TryAdd((erased.Position, erased.Tier), entry.Position);
            }
        }
        catch (FormatException wrong)
        {
            Break(entry.Position, wrong.Message);
        }
    }

    /// <summary>An erased part must be one that an entry says it erased; anybody can write "erased" on a disk.</summary>
    private PartFinding Judge(PartFinding finding) =>
        finding.State == PartState.Erased && _erasures.GetValueOrDefault((finding.Position, finding.Tier)) is var by && by != finding.ErasedBy
            ? finding with { Why = by == 0 ? "it is gone, but no entry erased it" : $"it was erased by entry {by}, not {finding.ErasedBy}" }
            : finding;
}
