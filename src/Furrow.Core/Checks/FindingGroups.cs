using System.Collections.Immutable;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>Findings with one cause in one batch: judged together, by one decision.</summary>
/// <param name="Key">Check code and cause: stable for as long as the check is, so that a decision finds its group again.</param>
/// <param name="AreaMicro">Sum of the land of its findings, in 1e-6 m²: land found twice counts twice.</param>
/// <param name="Examples">The largest findings, each with a point for the map where it has one.</param>
/// <param name="Decision">The last decision taken for the group in this batch; null while it waits.</param>
public sealed record FindingGroup(string Key, Guid? Batch, Check Check, Severity Severity, string Cause, int Count, long AreaMicro,
    IReadOnlyList<Finding> Examples, FindingsDecided? Decision)
{
    /// <summary>All of its findings, in the order of their reports.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Nobody has decided yet what becomes of some of its findings. Repair settles what software can mend; what came back mended or not after
    /// it was sent back, and what could not be sent back, is there to be decided again.</summary>
    public bool Waits => Count > 0 && Decision?.Decision switch
    {
        FindingDecision.AcceptAsIs => false,
        FindingDecision.Repair => Findings.Any(f => !f.Fix.IsMechanical),
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
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings, Guid? batch, FindingDecisions? decisions = null, int examples = 5)
    {
        var groups = new Dictionary<string, List<Finding>>();
        foreach (var finding in findings)
        {
            var key = KeyOf(finding);
            if (!groups.TryGetValue(key, out var list))
            {
                groups[key] = list = [];
            }

            list.Add(finding);
        }

        return [.. groups
            .Select(g => Make(g.Key, g.Value, batch, decisions ?? FindingDecisions.None, examples))
            .OrderByDescending(g => g.Severity).ThenByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    /// <summary>A group that was decided and holds no finding any more: all were mended or sent back.</summary>
    public static FindingGroup Settled(FindingsDecided decision)
    {
        var (code, cause) = decision.Group.Split(": ", 2) is [var check, var rest] ? (check, rest) : (decision.Group, "");
        var of = CheckList.Find(code) ?? new Check(code, Severity.Notice, code, _ => []);
        return new FindingGroup(decision.Group, decision.Batch, of, of.Severity, cause, 0, 0, [], decision);
    }

    public static string KeyOf(Finding finding) => $"{finding.Code}: {finding.Cause}";

    private static FindingGroup Make(string key, List<Finding> findings, Guid? batch, FindingDecisions decisions, int examples)
    {
        var first = findings[0];
        var shown = findings.OrderByDescending(f => f.At is not null).ThenByDescending(f => f.AreaMicro).ThenBy(f => f.ReportCode, StringComparer.Ordinal)
            .Take(examples);
        return new FindingGroup(key, batch, CheckList.Find(first.Code) ?? new Check(first.Code, first.Severity, first.Code, _ => []),
            findings.Max(f => f.Severity),
            first.Cause, findings.Count, SaturatedSum(findings), [.. shown], decisions.Find(key, batch)) { Findings = findings };
    }

    /// <summary>A damaged drawing may claim half the earth many times over; a sum for a list must not throw for it.</summary>
    private static long SaturatedSum(List<Finding> findings)
    {
        var sum = Int128.Zero;
        foreach (var finding in findings)
        {
            sum += finding.AreaMicro;
        }

        return (long)Int128.Clamp(sum, long.MinValue, long.MaxValue);
    }
}

/// <summary>The decisions taken for groups of findings: the fold of <see cref="FindingsDecided"/>. Immutable; the last decision for a group counts.</summary>
public sealed class FindingDecisions
{
    public static readonly FindingDecisions None = new(ImmutableDictionary<(string, Guid?), FindingsDecided>.Empty);

    private readonly ImmutableDictionary<(string Group, Guid? Batch), FindingsDecided> _last;

    private FindingDecisions(ImmutableDictionary<(string, Guid?), FindingsDecided> last) => _last = last;

    /// <summary>The decisions after one more.</summary>
    public FindingDecisions Apply(FindingsDecided fact) => new(_last.SetItem((fact.Group, fact.Batch), fact));

    /// <summary>The last decision for each group.</summary>
    public IEnumerable<FindingsDecided> Last => _last.Values;

    public FindingsDecided? Find(string group, Guid? batch) => _last.GetValueOrDefault((group, batch));
}
