namespace Furrow.Core.Reports;

/// <summary>A chain is a report, its corrections and withdrawals in the order they were accepted. A correction stands on the head it names; a
/// withdrawal takes the head away, and what it stood on counts again; the withdrawal of a withdrawal brings back what that took away.</summary>
internal static class ReportChain
{
    /// <summary>The acts up to the last one, first one first.</summary>
    public static IReadOnlyList<int> Acts(Func<int, ReportSlot> slot, int lastAct)
    {
        var acts = new List<int>();
        for (var act = lastAct; act >= 0; act = slot(act).PreviousAct)
        {
            acts.Add(act);
        }

        acts.Reverse();
        return acts;
    }

    /// <summary>What stands after some acts, lowest first; the last one is the head.</summary>
    public static IReadOnlyList<int> Standing(Func<int, ReportSlot> slot, IReadOnlyList<int> acts)
    {
        var standing = new List<int>();
        // What each withdrawal took away (≥ 0) or brought back (as its complement).
        var moved = new Dictionary<Guid, int>();
        foreach (var act in acts)
        {
            var packed = slot(act).Packed;
            if (packed.Withdraws is not { } target)
            {
                standing.Add(act);
            }
            else if (moved.TryGetValue(target, out var earlier) && earlier >= 0)
            {
                standing.Add(earlier);
                moved[packed.Id] = ~earlier;
            }
            else if (standing.Count > 0)
            {
                moved[packed.Id] = standing[^1];
                standing.RemoveAt(standing.Count - 1);
            }
        }

        return standing;
    }

    /// <summary>Withdrawals that a later act has taken back: they stand no more.</summary>
    public static IReadOnlySet<Guid> TakenBack(Func<int, ReportSlot> slot, IReadOnlyList<int> acts)
    {
        var taken = new HashSet<Guid>();
        foreach (var packed in acts.Reverse().Select(act => slot(act).Packed).Where(p => p.IsWithdrawal && !taken.Contains(p.Id)))
        {
            taken.Add(packed.Withdraws!.Value);
        }

        return taken;
    }
}
