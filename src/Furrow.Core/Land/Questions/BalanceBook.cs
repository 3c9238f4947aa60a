using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Draws up balances for one or several kinds in one reading. Opening and flows are read from postings; closing is summed from faces; the trial
/// balance compares the two, per status.</summary>
/// <param name="kinds">Kinds, the overall projection or custody, each with a balance of its own.</param>
internal sealed class BalanceBook(LandLedger land, BalanceQuestion question, IReadOnlyList<KindSet> kinds)
{
    /// <summary>From so many postings on, postings and faces are read side by side: they share nothing.</summary>
    private const int Many = 20_000;

    private readonly LandLedger _known = land.At(question.KnownAt);
    private readonly int _until = question.AsOf.DayNumber;
    private readonly int _from = question.From?.DayNumber ?? int.MinValue;
    private readonly KindBook[] _books = [.. kinds.Select(k => new KindBook(k, land.Areas.Count))];

    /// <summary>How often an area was looked at while they were counted: what that costs.</summary>
    public long AreasLooked => _books.Sum(b => b.Areas.Looked);

    public IReadOnlyList<BalanceAnswer> Answers()
    {
        if (land.Postings.Count < Many)
        {
            ReadPostings();
            ReadFaces();
        }
        else
        {
            Parallel.Invoke(ReadPostings, ReadFaces);
        }

        var unlocated = _known.CountingClaims().Where(c => c.IsUnlocated && c.Day <= _until).ToList();
        return [.. _books.Select(b => AnswerOf(b, question with { Kind = b.Kind }, unlocated))];
    }

    private BalanceAnswer AnswerOf(KindBook book, BalanceQuestion asked, List<LandClaim> unlocated)
    {
        var accounts = new List<BalanceAccount>();
        long trial = 0;
        foreach (var (status, _) in Statuses.Names)
        {
            if (status is not (LandStatus.Unrecorded or LandStatus.NotHandedOver))
            {
                trial += book.TrialMicro(status);
                if (book.Account(status) is { } account)
                {
                    accounts.Add(account);
                }
            }
        }

        var rows = BalanceRows.Of(_known, asked, out var sharedMicro);
        return new BalanceAnswer(asked, _known.KnownAt, trial, accounts, book.Flows(), Unlocated(asked.Kind, unlocated), rows, book.Areas.Count())
        {
            SharedMicro = sharedMicro,
        };
    }

    private void ReadPostings()
    {
        for (var i = 0; i < land.Postings.Count; i++)
        {
            ref readonly var p = ref land.Postings[i];
            if (p.Cause > _known.KnownAt)
            {
                break;
            }

            ref readonly var claim = ref land.FoldClaims[p.Claim];
            if (claim.Day > _until)
            {
                continue;
            }

            foreach (var book in _books)
            {
                if ((p.Kinds & book.Kind) != 0)
                {
                    book.Post(p, claim.Day < _from, claim.Baseline);
                }
            }
        }
    }

    private void ReadFaces()
    {
        var faces = new FaceStatus(_known);
        var outlines = new OutlineFold(_known);
        var states = new LandStatus?[_books.Length];
        foreach (var row in _known.Cells.RowNumbers())
        {
            foreach (var span in _known.Cells.Row(row))
            {
                foreach (var face in span.Content.Faces)
                {
                    Read(faces.LinesOf(face.Claims), outlines, face.AreaMicro * span.Count, states);
                }
            }
        }
    }

    /// <summary>What a face is at the end of the period, and what it was for the areas that drew it, from before the period to its end.</summary>
    private void Read(List<FoldLine> lines, OutlineFold outlines, long micro, LandStatus?[] states)
    {
        Array.Clear(states);
        outlines.Start();
        Array.ForEach(_books, book => book.Areas.StartFace());
        var all = CollectionsMarshal.AsSpan(lines);
        var isBefore = true;
        for (var i = 0; i < all.Length; i++)
        {
            ref readonly var claim = ref _known.FoldClaims[all[i].Claim];
            if (claim.Day > _until)
            {
                break;
            }

            if (isBefore && claim.Day >= _from)
            {
                Follow(outlines, null, micro);
                isBefore = false;
            }

            outlines.Apply(all[i]);
            for (var k = 0; k < states.Length; k++)
            {
                states[k] = (all[i].Mask & kinds[k]) != 0 ? all[i].To : states[k];
            }

            // All lines of a claim are one step.
            if (!isBefore && (i + 1 == all.Length || all[i + 1].Claim != all[i].Claim))
            {
                Follow(outlines, claim, micro);
            }
        }

        if (isBefore)
        {
            Follow(outlines, null, micro);
        }

        Close(outlines, micro, states);
    }

    private void Close(OutlineFold outlines, long micro, LandStatus?[] states)
    {
        for (var i = 0; i < states.Length; i++)
        {
            _books[i].Outline(outlines, micro);
            if (states[i] is { } status)
            {
                _books[i].Closing[(int)status] += micro;
            }
        }
    }

    private void Follow(OutlineFold outlines, FoldClaim? claim, long micro)
    {
        if (outlines.Areas.Length > 0)
        {
            foreach (var book in _books)
            {
                book.Areas.Follow(outlines, claim, micro);
            }

            outlines.Settle();
        }
    }

    private static UnlocatedAccount Unlocated(KindSet kind, List<LandClaim> unlocated)
    {
        var waiting = unlocated.FindAll(c => kind is KindSet.Overall || (c.Kinds & kind) != 0);
        return new UnlocatedAccount(waiting.Count, waiting.Sum(c => c.StatedSquareMetres ?? 0), waiting.Count(c => c.StatedSquareMetres is null))
        {
            WithPoint = waiting.Count(c => KnownWhereabouts.Of(c) == Whereabouts.Point),
            ByPlace = waiting.Count(c => KnownWhereabouts.Of(c) == Whereabouts.Place),
        };
    }
}
