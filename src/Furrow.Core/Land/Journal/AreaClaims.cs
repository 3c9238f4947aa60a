using Furrow.Core.Keeping;
using Furrow.Core.Programmes;

namespace Furrow.Core.Land;

/// <summary>What a claim says of a hazardous area.</summary>
internal enum AreaRole : byte
{
    /// <summary>It speaks of the area.</summary>
    Names,

    /// <summary>It speaks of an area that grew out of this one.</summary>
    GrewOutOf,

    /// <summary>It speaks of an area that is also known by this code.</summary>
    AlsoKnownAs,
}

/// <summary>Which claims speak of a hazardous area: asked about one area, the ledger reads only what was said of it, however many there are. Lists of
/// later views share those of earlier ones; a reader leaves out what does not count in its view.</summary>
internal sealed class AreaClaims
{
    public static readonly AreaClaims Empty = new(PagedList<Entry>.Empty, PagedTable<int>.Empty);

    private readonly PagedList<Entry> _entries;

    /// <summary>By area, one more than the place of its newest entry; 0 for none.</summary>
    private readonly PagedTable<int> _newest;

    private readonly record struct Entry(int Claim, int Before, AreaRole Role);

    private AreaClaims(PagedList<Entry> entries, PagedTable<int> newest) => (_entries, _newest) = (entries, newest);

    /// <param name="areas">Must know every code the claims name.</param>
    public AreaClaims With(IReadOnlyList<LandClaim> claims, IReadOnlyList<FoldClaim> folded, AreaNames areas)
    {
        var newest = _newest.ToBuilder();
        var added = new List<Entry>();
        for (var i = 0; i < claims.Count; i++)
        {
            if (folded[i].Area < 0)
            {
                continue;
            }

            Add(folded[i].Area, AreaRole.Names);
            foreach (var older in folded[i].Predecessors)
            {
                Add(older, AreaRole.GrewOutOf);
            }

            foreach (var alias in claims[i].Aliases)
            {
                Add(areas.NumberOf(alias), AreaRole.AlsoKnownAs);
            }

            void Add(int area, AreaRole role)
            {
                while (newest.Count <= area)
                {
                    newest.Add(0);
                }

                added.Add(new Entry(claims[i].Id, newest[area], role));
                newest[area] = _entries.Count + added.Count;
            }
        }

        return added.Count == 0 ? this : new AreaClaims(_entries.With(added), newest.ToPagedTable());
    }

    /// <summary>Claims that speak of an area, in the order they were accepted; also those that no longer count.</summary>
    public IReadOnlyList<(int Claim, AreaRole Role)> Of(int area)
    {
        var claims = new List<(int, AreaRole)>();
        for (var at = area >= 0 && area < _newest.Count ? _newest[area] : 0; at > 0; at = _entries[at - 1].Before)
        {
            claims.Add((_entries[at - 1].Claim, _entries[at - 1].Role));
        }

        claims.Reverse();
        return claims;
    }
}
