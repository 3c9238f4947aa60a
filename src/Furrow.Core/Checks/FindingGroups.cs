using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Findings with one cause in one batch: judged together, by one decision.</summary>
/// <param name="Key">Check code and cause: stable for as long as the check is, so that a decision finds its group again.</param>
/// <param name="AreaMicro">Sum of the land of its findings, in 1e-6 m²: land found twice counts twice.</param>
/// <param name="Examples">The largest findings, each with a point for the map where it has one.</param>
/// <param name="Decision">The last decision taken for the group in this batch; null while it waits.</param>
public sealed record FindingGroup(string Key, Guid? Batch, Check Check, Severity Severity, string Cause, int Count, long AreaMicro,
    IReadOnlyList<Finding> Examples, DecidedGroup? Decision)
{
    /// <summary>All of its findings, in the order of their reports, where they were kept.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How many of its findings software has no fix for.</summary>
    public int WithoutFix { get; init; }

    /// <summary>Nobody has decided yet what becomes of some of its findings. Repair settles what software can mend; what came back mended or not after
    /// it was sent back, and what could not be sent back, is there to be decided again.</summary>
    public bool Waits => Count > 0 && Decision?.Decision switch
    {
        FindingDecision.AcceptAsIs => false,
        FindingDecision.Repair => WithoutFix > 0,
        _ => true,
    };
}

/// <summary>What can be decided for a group. These words are part of the fact format.</summary>
public static class FindingDecision
{
    public const string AcceptAsIs = "accept-as-is";
    public const string Repair = "repair";
    public const string SendBack = "send-back";

    /// <summary>Takes an earlier decision back: the group waits again.</summary>
    public const string Reconsider = "reconsider";

    public static readonly IReadOnlyList<(string Decision, string Meaning)> All =
    [
        (AcceptAsIs, "The findings are known and the reports stand as they are."),
        (Repair, "Software applies its fix where it has one; what is mended waits to be accepted by somebody else."),
        (SendBack, "The reports that wait go back to their authors."),
        (Reconsider, "The earlier decision is taken back, and what it did to reports nobody has decided on since."),
    ];

    public static bool IsKnown(string decision) => All.Any(d => d.Decision == decision);
}

/// <summary>Groups of findings: a pure function of the findings and the decisions taken.</summary>
public static class FindingGroups
{
    /// <summary>Groups the findings of one batch (or, with null, of reports outside batches): every finding is in exactly one group.
    /// Order: severity, then count, then key.</summary>
    /// <param name="keepAll">False: a finding is counted and, unless it is among the best examples of its group, let go: an import may have
    /// half a million.</param>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings, Guid? batch, FindingDecisions? decisions = null, int examples = 5,
        bool keepAll = true)
    {
        var groups = new Dictionary<(string Code, string Cause), FindingTally>();
        foreach (var finding in findings)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (finding.Code, finding.Cause), out _);
            (tally ??= new FindingTally(finding, examples, keepAll)).Add(finding);
        }

        return [.. groups.Values
            .Select(g => g.ToGroup(batch, decisions ?? FindingDecisions.None))
            .OrderByDescending(g => g.Severity).ThenByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    /// <summary>A group that was decided and holds no finding any more: all were mended or sent back.</summary>
    public static FindingGroup Settled(DecidedGroup decision)
    {
        var (code, cause) = decision.Group.Split(": ", 2) is [var check, var rest] ? (check, rest) : (decision.Group, "");
        var of = CheckList.Find(code) ?? new Check(code, Severity.Notice, code, _ => []);
        return new FindingGroup(decision.Group, decision.Batch, of, of.Severity, cause, 0, 0, [], decision);
    }

    public static string KeyOf(Finding finding) => $"{finding.Code}: {finding.Cause}";
}

/// <summary>A group while its findings come.</summary>
internal sealed class FindingTally(Finding first, int examples, bool keepAll)
{
    private readonly List<Finding> _shown = [];
    private readonly List<Finding> _all = [];
    private int _withoutFix;
    private Severity _severity = first.Severity;
    private Int128 _area;
    private int _count;

    public void Add(Finding finding)
    {
        _count++;
        _withoutFix += finding.Fix.IsMechanical ? 0 : 1;
        if (keepAll)
        {
            _all.Add(finding);
        }

        _area += finding.AreaMicro;
        _severity = finding.Severity > _severity ? finding.Severity : _severity;
        var at = _shown.Count;
        while (at > 0 && IsBetter(finding, _shown[at - 1]))
        {
            at--;
        }

        if (at < examples)
        {
            _shown.Insert(at, finding);
            if (_shown.Count > examples)
            {
                _shown.RemoveAt(examples);
            }
        }
    }

    /// <summary>A damaged drawing may claim half the earth many times over; a sum for a list must not throw for it.</summary>
    public FindingGroup ToGroup(Guid? batch, FindingDecisions decisions)
    {
        var key = FindingGroups.KeyOf(first);
        return new FindingGroup(key, batch, CheckList.Find(first.Code) ?? new Check(first.Code, first.Severity, first.Code, _ => []), _severity, first.Cause,
            _count, (long)Int128.Clamp(_area, long.MinValue, long.MaxValue), [.. _shown], decisions.Find(key, batch))
        {
            Findings = _all,
            WithoutFix = _withoutFix,
        };
    }

    /// <summary>Findings with a place first, then the largest; of equals the one with the lower code, then the one that came first.</summary>
    private static bool IsBetter(Finding finding, Finding than)
    {
        if (finding.At is null != than.At is null)
        {
            return finding.At is not null;
        }

        return finding.AreaMicro != than.AreaMicro ? finding.AreaMicro > than.AreaMicro : string.CompareOrdinal(finding.ReportCode, than.ReportCode) < 0;
    }
}

/// <summary>The decisions taken for groups of findings: by group. Immutable; the last decision for a group counts.</summary>
public sealed class FindingDecisions
{
    public static readonly FindingDecisions None = new(ImmutableDictionary<(string, Guid?), DecidedGroup>.Empty);

    private readonly ImmutableDictionary<(string Group, Guid? Batch), DecidedGroup> _last;

    private FindingDecisions(ImmutableDictionary<(string, Guid?), DecidedGroup> last) => _last = last;

    /// <summary>The decisions after one more.</summary>
    public FindingDecisions Apply(DecidedGroup decision) => new(_last.SetItem((decision.Group, decision.Batch), decision));

    public DecidedGroup? Find(string group, Guid? batch) => _last.GetValueOrDefault((group, batch));
}
