namespace Furrow.Core.Cooperation;

/// <summary>An instrument in a picture of what rests on what.</summary>
/// <param name="Layer">0: it rests on nothing here; else one more than the highest of those it rests on, amends or replaces.</param>
/// <param name="Place">In its layer, from 0 on, the earliest signed first.</param>
public sealed record GraphedAgreement(Agreement Agreement, int Layer, int Place);

/// <summary>Everything an instrument is linked with, over however many others, in layers: what rests on something lies above it.</summary>
public sealed record AgreementGraph(IReadOnlyList<GraphedAgreement> Agreements,
    IReadOnlyList<(GraphedAgreement Upper, GraphedAgreement Lower, AgreementLink Link)> Links)
{
    /// <summary>More is no picture any more.</summary>
    public const int Most = 60;

    public int Layers => Agreements.Count == 0 ? 0 : Agreements.Max(a => a.Layer) + 1;

    public int Widest => Agreements.Count == 0 ? 0 : Agreements.Max(a => a.Place) + 1;

    /// <summary>The nearest ones where there are more than <see cref="Most"/>.</summary>
    public static AgreementGraph Of(AgreementRegister register, Guid agreement)
    {
        var near = Near(register, agreement);
        var layers = new Dictionary<Guid, int>();
        int LayerOf(Agreement at) => layers.TryGetValue(at.Id, out var known) ? known
            : layers[at.Id] = at.Links.Where(l => near.ContainsKey(l.Other)).Select(l => LayerOf(near[l.Other]) + 1).DefaultIfEmpty(0).Max();
        var placed = near.Values.GroupBy(LayerOf).SelectMany(layer => layer.OrderBy(a => a.SignedOn ?? a.InForceOn ?? DateOnly.MaxValue)
            .ThenBy(a => a.Name, Codes.Order).Select((a, i) => new GraphedAgreement(a, layer.Key, i))).ToDictionary(a => a.Agreement.Id);
        return new AgreementGraph([.. placed.Values.OrderByDescending(a => a.Layer).ThenBy(a => a.Place)], [.. from upper in placed.Values
            from link in upper.Agreement.Links
            where placed.ContainsKey(link.Other)
            select (upper, placed[link.Other], link.Link)]);
    }

    /// <summary>Along links in both directions, those fewer steps away first.</summary>
    private static Dictionary<Guid, Agreement> Near(AgreementRegister register, Guid agreement)
    {
        var (found, open) = (new Dictionary<Guid, Agreement>(), new Queue<Guid>([agreement]));
        while (found.Count < Most && open.TryDequeue(out var at))
        {
            if (register.Find(at) is not { } here || !found.TryAdd(at, here))
            {
                continue;
            }

            foreach (var other in here.Links.Select(l => l.Other).Concat(register.Upon(at).Select(u => u.Agreement.Id)))
            {
                open.Enqueue(other);
            }
        }

        return found;
    }
}
