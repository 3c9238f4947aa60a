namespace Furrow.Core.Reports;

/// <summary>A chain is a report, its corrections and withdrawals in the order they were accepted. A correction stands on the head it names; a
/// withdrawal takes the head away, and what it stood on counts again.</summary>
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
    public static IReadOnlyList<int> Standing(Func<int, ReportSlot> slot, IEnumerable<int> acts)
    {
        var standing = new List<int>();
        foreach (var act in acts)
        {
            if (!slot(act).Packed.IsWithdrawal)
            {
                standing.Add(act);
            }
            else if (standing.Count > 0)
            {
                standing.RemoveAt(standing.Count - 1);
            }
        }

        return standing;
    }
}
