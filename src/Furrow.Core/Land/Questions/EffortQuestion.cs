using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>The effort ledger: m² worked, counted as often as it was done, and the bridge from there to the net change of status.</summary>
internal static class EffortQuestion
{
    /// <param name="organisationOf">What to count the name a report carries under; null: under itself.</param>
    public static IReadOnlyList<EffortRow> Rows(LandLedger known, DateOnly from, DateOnly asOf, Func<string, string>? organisationOf)
    {
        var rows = new Dictionary<(string, string?, string?, string?, int, LandEffect, bool), (int Claims, long Micro)>();
        foreach (var claim in Within(known, from, asOf))
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows,
                (organisationOf?.Invoke(claim.Organisation) ?? claim.Organisation, claim.Team, claim.Method, claim.Donor,
                    claim.On.Year, claim.Effect, claim.Baseline), out _);
            row = (row.Claims + 1, row.Micro + ShapeArea.Micro(claim.Shape));
        }

        return [.. rows.Select(r =>
            new EffortRow(r.Key.Item1, r.Key.Item2, r.Key.Item3, r.Key.Item4, r.Key.Item5, r.Key.Item6, r.Key.Item7, r.Value.Claims, r.Value.Micro))
            .OrderBy(r => r.Year).ThenBy(r => r.Organisation, StringComparer.Ordinal).ThenBy(r => r.Effect).ThenBy(r => r.Team, StringComparer.Ordinal)
            .ThenBy(r => r.Method, StringComparer.Ordinal).ThenBy(r => r.Donor, StringComparer.Ordinal)];
    }

    public static EffortBridge Bridge(LandLedger known, DateOnly from, DateOnly asOf)
    {
        var worked = Within(known, from, asOf).ToDictionary(c => c.Id, c => ShapeArea.Micro(c.Shape));
        var lines = new Dictionary<(Heading, LandStatus, LandStatus), long>();
        foreach (var p in known.Postings.Range(0, known.Postings.Count))
        {
            if (p.Cause <= known.KnownAt && (p.Kinds & KindSet.Overall) != 0 && worked.ContainsKey(p.Claim))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(lines, (p.Heading, p.From, p.To), out _) += p.AmountMicro;
            }
        }

        var total = worked.Values.Sum();
        // What the shapes measure alone and what their faces measure after noding with their neighbours differs by rounding only.
        var rounding = total - lines.Values.Sum();
        if (rounding != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(lines, (Heading.Rounding, LandStatus.Unrecorded, LandStatus.Unrecorded), out _) += rounding;
        }

        return new EffortBridge(total, [.. lines.Where(l => l.Value != 0).Select(l => new BridgeLine(l.Key.Item1, l.Key.Item2, l.Key.Item3, l.Value))
            .OrderBy(l => l.Heading).ThenBy(l => l.From).ThenBy(l => l.To)]);
    }

    /// <summary>Custody is not work on land.</summary>
    private static IEnumerable<LandClaim> Within(LandLedger known, DateOnly from, DateOnly asOf) => known.CountingClaims()
        .Where(c => c.On >= from && c.On <= asOf && !c.IsUnlocated && c.Effect is not (LandEffect.HandOver or LandEffect.TakeBack));
}
