namespace Furrow.Core.Land;

/// <summary>What an acceptance would post, and nothing of the land it would make: for a trial of a country's reports, of which nobody keeps the land. Rows of
/// cells are independent, so bands of rows are arranged one after another, and each is let go before the next: the postings are those that
/// <see cref="LandLedger.Accept"/> makes, in the same order.</summary>
public sealed class AcceptanceJournal
{
    /// <summary>Claims that begin in one band: enough to keep all processors busy.</summary>
    private const int BandClaims = 1_024;

    private readonly LandLedger _before;
    private readonly LandLedger _next;
    private readonly LandAcceptance _acceptance;
    private readonly List<Posting> _postings = [];

    /// <summary>The first row of cells of each change: first what is added, then what is removed.</summary>
    private readonly int[] _firstRows;

    private AcceptanceJournal(LandLedger before, LandAcceptance acceptance)
    {
        (_before, _acceptance, _firstRows) = (before, acceptance, new int[acceptance.Adds.Count + acceptance.Removes.Count]);
        _next = LedgerAcceptance.BegunWithoutClaims(before, acceptance, _firstRows);
        for (var i = acceptance.Adds.Count; i < _firstRows.Length; i++)
        {
            _firstRows[i] = ClaimChange.FirstRowOf(ChangedBy(i));
        }
    }

    /// <summary>Those asked for, row by row.</summary>
    public IReadOnlyList<Posting> Postings => _postings;

    /// <summary>A claim by the number postings name it by; those of the acceptance too.</summary>
    public LandClaim Claim(int id) => id < _before.ClaimCount ? _before.Claim(id) : _acceptance.Adds[id - _before.ClaimCount];

    /// <param name="keeps">Which postings are asked for; called on several threads.</param>
    /// <param name="stop">Ends it between two cells.</param>
    public static AcceptanceJournal Of(LandLedger land, LandAcceptance acceptance, Predicate<Posting> keeps, CancellationToken stop = default) =>
        Of(land, acceptance, keeps, BandClaims, stop);

    internal static AcceptanceJournal Of(LandLedger land, LandAcceptance acceptance, Predicate<Posting> keeps, int bandClaims, CancellationToken stop = default)
    {
        var journal = new AcceptanceJournal(land, acceptance);
        int[] changes = [.. Enumerable.Range(0, journal._firstRows.Length)];
        Array.Sort(journal._firstRows, changes);
        var open = new List<ClaimChange>();
        for (int next = 0, from = 0; from < CellId.Rows;)
        {
            var (end, until) = BandFrom(journal._firstRows, next, from, bandClaims);
            open.AddRange(journal.Changes(changes.AsSpan(next, end - next).ToArray()));
            journal.Add(RowChanges.Of(open, from, until), keeps, stop);
            open.RemoveAll(c => c.IsDone(until));
            (next, from) = (end, until);
        }

        return journal;
    }

    private ClaimChange[] Changes(int[] numbers)
    {
        var changes = new ClaimChange[numbers.Length];
        Parallel.For(0, numbers.Length, i => changes[i] = new ClaimChange(ChangedBy(numbers[i]), numbers[i] < _acceptance.Adds.Count));
        return changes;
    }

    private LandClaim ChangedBy(int change) =>
        change < _acceptance.Adds.Count ? _acceptance.Adds[change] : _before.Claim(_acceptance.Removes[change - _acceptance.Adds.Count]);

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

    private void Add(IReadOnlyList<RowChanges.Row> rows, Predicate<Posting> keeps, CancellationToken stop)
    {
        var found = new Posting[rows.Count][];
        Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = stop },
            i => found[i] = Array.FindAll(LedgerAcceptance.PostingsOf(_next, rows[i], _acceptance.Number, stop), keeps));
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
