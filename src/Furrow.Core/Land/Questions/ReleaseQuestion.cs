using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Land that a report released and that is released still.</summary>
/// <param name="AreaMicro">1e-6 m²; of a report without a polygon 0: it stands in the unlocated account.</param>
/// <param name="HandedOver">Of that: what was handed over and not taken back, by to whom as the custody report names them (empty: it names nobody).</param>
public sealed record ReleasedLand(LandClaim Claim, long AreaMicro, IReadOnlyList<(string Holder, long AreaMicro)> HandedOver)
{
    public long HandedOverMicro => HandedOver.Sum(h => h.AreaMicro);
}

/// <summary>What land rests on some claims: of each face the claim that released it, and who holds it. It only reads: faces know who covers them.</summary>
internal static class ReleaseQuestion
{
    /// <returns>One for each claim that could release land, in the order of claims; those that released nothing too.</returns>
    public static IReadOnlyList<ReleasedLand> Answer(LandLedger land, Func<LandClaim, bool> which)
    {
        var claims = land.CountingClaims().Where(c => c.Effect is not (LandEffect.HandOver or LandEffect.TakeBack) && which(c)).ToDictionary(c => c.Id);
        var (released, held) = (new Dictionary<int, long>(), new Dictionary<(int, string), long>());
        foreach (var content in Touched(land, claims))
        {
            Add(land, content, claims, released, held);
        }

        return [.. claims.Values.OrderBy(c => c.Id).Select(c => new ReleasedLand(c, released.GetValueOrDefault(c.Id),
            [.. held.Where(h => h.Key.Item1 == c.Id).Select(h => (h.Key.Item2, h.Value)).OrderBy(h => h.Item1, StringComparer.Ordinal)]))];
    }

    private static IEnumerable<CellSpan> Touched(LandLedger land, Dictionary<int, LandClaim> claims)
    {
        var drawn = claims.Values.Where(c => !c.IsUnlocated).Select(c => c.Shape.Bounds).ToList();
        return drawn.Count == 0 ? [] : Spans.Within(land, new GridBox(drawn.Min(b => b.MinLon), drawn.Min(b => b.MinLat), drawn.Max(b => b.MaxLon),
            drawn.Max(b => b.MaxLat))).Select(s => s.Span).Where(s => Array.Exists(s.Content.Claims, c => claims.ContainsKey(c.Claim)));
    }

    private static void Add(LandLedger land, CellSpan span, Dictionary<int, LandClaim> claims, Dictionary<int, long> released,
        Dictionary<(int, string), long> held)
    {
        var faces = new FaceStatus(land);
        foreach (var face in span.Content.Faces.Where(f => Array.Exists(f.Claims, claims.ContainsKey)))
        {
            var (by, holder) = StateOf(faces.LinesOf(face.Claims));
            if (claims.ContainsKey(by))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(released, by, out _) += face.AreaMicro * span.Count;
                if (holder >= 0)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(held, (by, land.Claim(holder).HandedOverTo ?? ""), out _) += face.AreaMicro * span.Count;
                }
            }
        }
    }

    /// <summary>The claim that released it and the one that handed it over; −1 for none. An investigation sets a release aside and takes nothing from it.
    /// </summary>
    private static (int By, int Holder) StateOf(List<FoldLine> lines)
    {
        var (by, holder) = (-1, -1);
        foreach (var line in lines.Where(l => l.From != l.To || l.Mask == KindSet.Custody))
        {
            if (line.Mask == KindSet.Custody)
            {
                holder = line.To == LandStatus.HandedOver ? line.Claim : -1;
            }
            else if ((line.Mask & KindSet.Overall) != 0)
            {
                var isInvestigation = LandStatus.ReleasedUnderInvestigation is var aside && (line.From == aside || line.To == aside);
                by = !Statuses.IsReleased(line.To) ? -1 : isInvestigation && Statuses.IsReleased(line.From) ? by : line.Claim;
            }
        }

        return (by, holder);
    }
}
