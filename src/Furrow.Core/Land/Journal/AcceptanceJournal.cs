namespace Furrow.Core.Land;

/// <summary>What an acceptance would post, and nothing of the land it would make: for a trial of a country's reports, of which nobody keeps the land. Rows of
/// cells are independent, so bands of rows are arranged one after another, and each is let go before the next: the postings are those that
/// <see cref="LandLedger.Accept"/> makes, in the same order.</summary>
public sealed class AcceptanceJournal
{
    /// <summary>Claims that begin in one band: enough to keep all processors busy.</summary>
    private const int BandClaims = 8_192;

    private readonly LandLedger _next;
    private readonly List<Posting> _postings = [];

    private AcceptanceJournal(LandLedger next) => _next = next;

    /// <summary>Those asked for, row by row.</summary>
    public IReadOnlyList<Posting> Postings => _postings;

    /// <summary>A claim by the number postings name it by; those of the acceptance too.</summary>
    public LandClaim Claim(int id) => _next.Claim(id);

    /// <param name="keeps">Which postings are asked for; called on several threads.</param>
    /// <param name="stop">Ends it between two cells.</param>
    public static AcceptanceJournal Of(LandLedger land, LandAcceptance acceptance, Predicate<Posting> keeps, CancellationToken stop = default) =>
        Of(land, acceptance, keeps, BandClaims, stop);

    internal static AcceptanceJournal Of(LandLedger land, LandAcceptance acceptance, Predicate<Posting> keeps, int bandClaims, CancellationToken stop = default)
    {
        var journal = new AcceptanceJournal(LedgerAcceptance.Begun(land, acceptance));
        LandClaim Claim(int n) => n < acceptance.Adds.Count ? acceptance.Adds[n] : land.Claim(acceptance.Removes[n - acceptance.Adds.Count]);
        var changes = new int[acceptance.Adds.Count + acceptance.Removes.Count];
        var rows = new int[changes.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            (changes[i], rows[i]) = (i, ClaimChange.FirstRowOf(Claim(i)));
        }

        Array.Sort(rows, changes);
        var open = new List<ClaimChange>();
        for (int next = 0, from = 0; from < CellId.Rows;)
        {
            var (end, until) = BandFrom(rows, next, from, bandClaims);
            open.AddRange(changes[next..end].Select(n => new ClaimChange(Claim(n), n < acceptance.Adds.Count)));
            journal.Add(RowChanges.Of(open, from, until), acceptance.Number, keeps, stop);
            open.RemoveAll(c => c.IsDone(until));
            (next, from) = (end, until);
        }

        return journal;
    }

    /// <summary>Which of the changes begin in the band, and the row it ends before: at least one row, up to the last where no other begins.</summary>
    private static (int End, int Until) BandFrom(int[] firstRows, int next, int from, int claims)
    {
        var end = Math.Min(next + claims, firstRows.Length);
        while (end < firstRows.Length && firstRows[end] <= from)
        {
            end++;
        }

        return (end, end < firstRows.Length ? firstRows[end] : CellId.Rows);
    }

    private void Add(IReadOnlyList<RowChanges.Row> rows, int cause, Predicate<Posting> keeps, CancellationToken stop)
    {
        var found = new Posting[rows.Count][];
        Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = stop },
            i => found[i] = Array.FindAll(LedgerAcceptance.PostingsOf(_next, rows[i], cause, stop), keeps));
        foreach (var row in found)
        {
            _postings.AddRange(row);
        }
    }
}

/// <summary>A claim that begins or ceases to count, with its cut while it is needed.</summary>
internal sealed class ClaimChange(LandClaim claim, bool isAdded)
{
    private CellCut? _cut;

    public LandClaim Claim => claim;

    public bool IsAdded => isAdded;

    /// <summary>The first row of cells it may touch: an edge on a line touches both sides.</summary>
    public static int FirstRowOf(LandClaim claim) =>
        claim.Shape.IsEmpty ? 0 : Math.Max(CellId.Of(new GridPoint(0, claim.Shape.Bounds.MinLat)).Row - 1, 0);

    public int LastRow { get; } = claim.Shape.IsEmpty ? -1 : CellId.Of(new GridPoint(0, claim.Shape.Bounds.MaxLat)).Row + 1;

    public CellCut Cut => _cut ??= CellCutter.Cut(claim.Shape);

    /// <summary>No row from this one on asks for it: its cut is let go.</summary>
    public bool IsDone(int row)
    {
        _cut = LastRow < row ? null : _cut;
        return LastRow < row;
    }
}
