using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Land;

/// <summary>The land as known after some acceptance: an immutable view. The status of land is a pure function of the accepted claims; postings
/// are the differences each acceptance made. <see cref="Accept"/> gives the next view and leaves this one as it was.</summary>
[Folds(typeof(LandAcceptance))]
public sealed partial class LandLedger : ILargeSubject<LandLedger>
{
    public static LandLedger Empty { get; } = new();

    private readonly PagedList<LandClaim> _claims = PagedList<LandClaim>.Empty;
    private readonly PagedList<FoldClaim> _folded = PagedList<FoldClaim>.Empty;
    private readonly ImmutableDictionary<int, int> _removedAt = ImmutableDictionary<int, int>.Empty;

    private LandLedger()
    {
    }

    internal LandLedger(int knownAt, PagedList<LandClaim> claims, PagedList<FoldClaim> folded, ImmutableDictionary<int, int> removedAt, AreaNames areas,
        AreaClaims areaClaims, CellGrid cells, PagedList<Posting> postings, CellSplit split)
    {
        KnownAt = knownAt;
        _claims = claims;
        _folded = folded;
        _removedAt = removedAt;
        (Areas, AreaClaims) = (areas, areaClaims);
        Cells = cells;
        Postings = postings;
        Split = split;
    }

    /// <summary>An empty ledger that divides crowded cells by another rule than the standard one.</summary>
    internal static LandLedger EmptyWith(CellSplit split) => new() { Split = split };

    /// <summary>The last acceptance this view knows; 0 before the first.</summary>
    public int KnownAt { get; }

    public AreaNames Areas { get; } = AreaNames.Empty;

    /// <summary>Which claims speak of which area.</summary>
    internal AreaClaims AreaClaims { get; } = AreaClaims.Empty;

    /// <summary>What the areas are on the days somebody asked about; nothing but a memory of computed answers.</summary>
    internal Questions.AreaCache AreaCache { get; } = new();

    /// <summary>What it was tried with last; nothing but a memory of a computed answer.</summary>
    private readonly TriedAcceptance _tried = new();

    /// <summary>The journal. A view as known at an earlier acceptance ignores later causes.</summary>
    public PagedList<Posting> Postings { get; } = PagedList<Posting>.Empty;

    /// <summary>Every claim ever accepted, also those that no longer count.</summary>
    public int ClaimCount => _claims.Count;

    /// <summary>How crowded cells are divided.</summary>
    internal CellSplit Split { get; private init; } = CellSplit.Standard;

    internal CellGrid Cells { get; } = CellGrid.Empty;

    internal PagedList<LandClaim> AllClaims => _claims;

    /// <summary>The same claims as the fold reads them.</summary>
    internal PagedList<FoldClaim> FoldClaims => _folded;

    internal ImmutableDictionary<int, int> RemovedAt => _removedAt;

    public LandClaim Claim(int id) => _claims[id];

    /// <summary>Whether a claim counts in this view.</summary>
    public bool Counts(int claim) =>
        _folded[claim].AcceptedAt <= KnownAt && (_removedAt.IsEmpty || !(_removedAt.TryGetValue(claim, out var removed) && removed <= KnownAt));

    public IEnumerable<LandClaim> CountingClaims()
    {
        for (var i = 0; i < _claims.Count; i++)
        {
            if (Counts(i))
            {
                yield return _claims[i];
            }
        }
    }

    /// <summary>The next view. Claim ids of the acceptance must continue this ledger's; its number must be the next.</summary>
    /// <param name="stop">Ends the arranging between two cells; this view is as it was.</param>
    public LandLedger Accept(LandAcceptance acceptance, CancellationToken stop = default) =>
        _tried.Find(this, acceptance) ?? _tried.Keep(LedgerAcceptance.Run(this, acceptance, stop));

    /// <summary>The ledger as known at an earlier acceptance. Cells unchanged since are shared, the others computed again.</summary>
    public LandLedger At(int? knownAt) => knownAt is not { } n || n >= KnownAt ? this : LedgerHistory.At(this, Math.Max(n, 0));

    /// <summary>The same for a question that looks at some rows of cells only; it costs what they hold.</summary>
    internal LandLedger At(int? knownAt, IReadOnlySet<int> rows) =>
        knownAt is not { } n || n >= KnownAt ? this : LedgerHistory.At(this, Math.Max(n, 0), rows);

    /// <summary>What the given claims did to land they cover together, in order.</summary>
    internal void FoldOf(ReadOnlySpan<int> claims, List<FoldClaim> scratch, List<FoldLine> lines)
    {
        scratch.Clear();
        foreach (var claim in claims)
        {
            scratch.Add(_folded[claim]);
        }

        var ordered = CollectionsMarshal.AsSpan(scratch);
        FoldClaim.Sort(ordered);
        Fold.OfThisThread.Run(ordered, lines);
    }
}
