using Furrow.Core.Keeping;

namespace Furrow.Core.Land;

/// <summary>One acceptance: cuts what it adds and removes at the cell lines, does the touched rows again, and posts the differences.
/// Rows are independent, so they run side by side; results are joined in order, so the outcome does not depend on it.</summary>
internal static class LedgerAcceptance
{
    /// <summary>Claims of a trial that are read together: few enough that their list is no large object.</summary>
    private const int FoldedTogether = 1_024;

    // Scratch memory of a row, kept between rows.
    [ThreadStatic]
    private static List<Posting>? _postings;

    [ThreadStatic]
    private static List<CellSpan>? _spans;

    [ThreadStatic]
    private static List<int>? _touched;

    public static LandLedger Run(LandLedger land, LandAcceptance acceptance, CancellationToken stop)
    {
        var next = Begun(land, acceptance);
        var changes = RowChanges.Of(acceptance.Adds, [.. acceptance.Removes.Select(id => land.Claim(id))]);
        var results = new (int Row, CellSpan[] Spans, Posting[] Postings)[changes.Count];
        if (changes.Count < 4)
        {
            for (var i = 0; i < changes.Count; i++)
            {
                results[i] = DoRow(next, changes[i], acceptance.Number, stop);
            }
        }
        else
        {
            Parallel.For(0, changes.Count, new ParallelOptions { CancellationToken = stop },
                i => results[i] = DoRow(next, changes[i], acceptance.Number, stop));
        }

        var cells = land.Cells.With([.. results.Select(r => (r.Row, r.Spans))]);
        var postings = land.Postings.With([.. results.Select(r => (IReadOnlyList<Posting>)r.Postings)]);
        return new LandLedger(acceptance.Number, next.AllClaims, next.FoldClaims, next.RemovedAt, next.Areas, next.AreaClaims, cells, postings, land.Split);
    }

    /// <summary>A first view of the ledger after the acceptance, with the old cells: enough to judge claims and fold them.</summary>
    internal static LandLedger Begun(LandLedger land, LandAcceptance acceptance)
    {
        Check(land, acceptance);
        var areas = land.Areas.With(acceptance.Adds);
        var claims = land.AllClaims.With(acceptance.Adds);
        FoldClaim[] adds = [.. acceptance.Adds.Select(claim => FoldClaim.Of(claim, areas))];
        var folded = land.FoldClaims.With(adds);
        var areaClaims = land.AreaClaims.With(acceptance.Adds, adds, areas);
        var removed = land.RemovedAt.SetItems(acceptance.Removes.Select(id => KeyValuePair.Create(id, acceptance.Number)));
        return new LandLedger(acceptance.Number, claims, folded, removed, areas, areaClaims, land.Cells, land.Postings, land.Split);
    }

    /// <summary>The same without the claims, for a trial: what the fold reads of them. They may be made anew each time they are asked for.</summary>
    /// <param name="firstRows">Takes the first row of cells of each.</param>
    internal static LandLedger BegunWithoutClaims(LandLedger land, LandAcceptance acceptance, Span<int> firstRows)
    {
        CheckNumber(land, acceptance);
        var rows = new int[acceptance.Adds.Count];
        var areas = land.Areas.With(acceptance.Adds.Select((claim, i) =>
        {
            CheckAdd(land, acceptance, i, claim);
            rows[i] = ClaimChange.FirstRowOf(claim);
            return claim;
        }));
        rows.CopyTo(firstRows);
        var removed = land.RemovedAt.SetItems(acceptance.Removes.Select(id => KeyValuePair.Create(id, acceptance.Number)));
        return new LandLedger(acceptance.Number, land.AllClaims, Folded(land.FoldClaims, acceptance.Adds, areas), removed, areas, land.AreaClaims, land.Cells,
            land.Postings, land.Split);
    }

    private static PagedList<FoldClaim> Folded(PagedList<FoldClaim> folded, IReadOnlyList<LandClaim> adds, AreaNames areas)
    {
        for (var from = 0; from < adds.Count; from += FoldedTogether)
        {
            var (first, part) = (from, new FoldClaim[Math.Min(FoldedTogether, adds.Count - from)]);
            Parallel.For(0, part.Length, i => part[i] = FoldClaim.Of(adds[first + i], areas));
            folded = folded.With(part);
        }

        return folded;
    }

    /// <summary>What one row of the acceptance posts; its cells are let go.</summary>
    internal static Posting[] PostingsOf(LandLedger next, RowChanges.Row change, int cause, CancellationToken stop) =>
        DoRow(next, change, cause, stop).Postings;

    private static void Check(LandLedger land, LandAcceptance acceptance)
    {
        CheckNumber(land, acceptance);
        for (var i = 0; i < acceptance.Adds.Count; i++)
        {
            CheckAdd(land, acceptance, i, acceptance.Adds[i]);
        }
    }

    private static void CheckNumber(LandLedger land, LandAcceptance acceptance)
    {
        if (acceptance.Number != land.KnownAt + 1)
        {
            throw new ArgumentException($"Acceptance {acceptance.Number} does not follow {land.KnownAt}.", nameof(acceptance));
        }

        foreach (var id in acceptance.Removes)
        {
            if (!land.Counts(id))
            {
                throw new ArgumentException($"Claim {id} does not count and cannot be removed.", nameof(acceptance));
            }
        }
    }

    private static void CheckAdd(LandLedger land, LandAcceptance acceptance, int number, LandClaim claim)
    {
        if (claim.Id != land.ClaimCount + number || claim.AcceptedAt != acceptance.Number)
        {
            throw new ArgumentException($"Claim {claim.Id} is out of order.", nameof(acceptance));
        }
    }

    private static (int, CellSpan[], Posting[] Postings) DoRow(LandLedger next, RowChanges.Row change, int cause, CancellationToken stop)
    {
        var (postings, spans, touched) = (_postings ??= [], _spans ??= [], _touched ??= []);
        postings.Clear();
        spans.Clear();
        var poster = new CellPosting(next, cause);
        foreach (var interval in change.Against(next.Cells.Row(change.Number)))
        {
            stop.ThrowIfCancellationRequested();
            if (interval.Changes.Count == 0)
            {
                Append(spans, new CellSpan(interval.From, interval.To, interval.Old!));
                continue;
            }

            var claims = Join(interval.Old?.Claims ?? [], interval.Changes);
            var active = Array.TrueForAll(claims, c => next.Counts(c.Claim)) ? claims : Array.FindAll(claims, c => next.Counts(c.Claim));
            var (faces, parts) = CellFaces.Of(active, change.Number, next.Split, interval.Old?.Parts, interval.Changes);
            Touch(interval.Changes, touched);
            poster.Post(change.Number, interval.From, interval.To, interval.Old?.Faces ?? [], faces, touched, postings);
            Append(spans, new CellSpan(interval.From, interval.To, new CellContent(claims, faces, cause, parts)));
        }

        return (change.Number, [.. spans], [.. postings]);
    }

    private static void Touch(List<RowChanges.Change> changes, List<int> touched)
    {
        touched.Clear();
        foreach (var change in changes)
        {
            touched.Add(change.Claim.Claim);
        }

        touched.Sort();
    }

    /// <summary>Claims that ever touched the cell, with those of this acceptance; numbers grow, so they come at the end.</summary>
    private static CellClaim[] Join(CellClaim[] known, List<RowChanges.Change> changes)
    {
        var count = known.Length;
        foreach (var change in changes)
        {
            count += change.IsAdded ? 1 : 0;
        }

        var joined = new CellClaim[count];
        known.CopyTo(joined, 0);
        var at = known.Length;
        foreach (var change in changes)
        {
            if (!change.IsAdded)
            {
                continue;
            }

            // Changes come nearly in order already.
            var place = at++;
            for (; place > known.Length && joined[place - 1].Claim > change.Claim.Claim; place--)
            {
                joined[place] = joined[place - 1];
            }

            joined[place] = change.Claim;
        }

        return joined;
    }

    /// <summary>Neighbouring runs without edges and with the same history are one run: a district-wide area stays cheap.</summary>
    internal static void Append(List<CellSpan> spans, CellSpan span)
    {
        if (spans.Count > 0 && spans[^1] is var last && last.To + 1 == span.From
            && (ReferenceEquals(last.Content, span.Content) ? !span.Content.HasEdges : AreAlike(last.Content, span.Content)))
        {
            spans[^1] = last with { To = span.To };
            return;
        }

        spans.Add(span);
    }

    private static bool AreAlike(CellContent a, CellContent b) =>
        a.LastChange == b.LastChange && !a.HasEdges && !b.HasEdges
        && a.Claims.Length == b.Claims.Length && a.Claims.AsSpan().SequenceEqual(b.Claims);
}
