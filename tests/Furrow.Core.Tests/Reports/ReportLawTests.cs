using CsCheck;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Reports;

/// <summary>What holds after any sequence of intents, refused or not.</summary>
public class ReportLawTests
{
    internal static readonly Gen<(int Act, int On, int With)[]> Sequences =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], Gen.Int[0, 1000], (act, on, with) => (act, on, with)).Array[1, 60];

    [Fact]
    public void Acceptance_numbers_have_no_gaps_heads_are_unique_and_no_report_is_lost() =>
        Sequences.Obeys(sequence =>
        {
            var walk = new Walk();
            foreach (var step in sequence)
            {
                var before = walk.Book.Count;
                walk.Take(step);
                Assert.True(walk.Book.Count >= before);
                Assert.Equal(Enumerable.Range(1, walk.Book.LastAcceptance), walk.Book.Acceptances.Select(a => a.Number));
                walk.CheckHeads();
            }
        }, seed: "0000KOIEYmZ2", samples: 1500);

    [Fact]
    public void Facts_folded_one_by_one_or_all_at_once_give_the_same_book() =>
        Sequences.Obeys(sequence =>
        {
            var walk = new Walk();
            Array.ForEach(sequence, step => walk.Take(step));
            Assert.Equal(walk.Book.All, Folded(walk.Log).All);
        }, seed: "0000KOIEYmZ3", samples: 300);

    [Fact]
    public void Undoing_a_batch_restores_every_head_as_it_was_before_the_batch() =>
        Sequences.Obeys(sequence =>
        {
            var walk = new Walk();
            Array.ForEach(sequence, step => walk.Take(step));
            var before = walk.Heads();
            var undo = walk.ImportThenUndo(sequence.Length);
            Assert.Null(undo.Problem);
            Assert.Equal(before, walk.Heads());
            walk.CheckHeads();
        }, seed: "0000KOIEYmZ4", samples: 500);

    private static ReportBook Folded(IEnumerable<Placed> log)
    {
        var fold = new ReportFold(ReportBook.Empty);
        foreach (var placed in log)
        {
            fold.Apply(placed);
        }

        return fold.ToBook();
    }

    /// <summary>A programme that takes random intents, and a register of counting claims kept from the acceptances alone.</summary>
    internal sealed class Walk
    {
        private readonly Dictionary<int, LandClaim> _counting = [];
        private int _next = 1;
        private int _claims;

        public ReportBook Book { get; private set; } = ReportBook.Empty;

        /// <summary>What happened, each fact with the act that did it.</summary>
        public List<Placed> Log { get; } = [];

        public void Take((int Act, int On, int With) step)
        {
            var (one, other) = (Pick(step.On), Pick(step.With));
            var id = _next++;
            var act = step.Act switch
            {
                0 or 1 or 4 => By("Ann"),
                2 => By("Cyn"),
                5 => By("Ann", "reason"),
                6 or 8 => By("Bea", "reason"),
                7 => Importing(step.With),
                _ => By("Bea"),
            };
            Decide(act, step.Act switch
            {
                0 or 1 => ReportRules.Submit(Book, act, Hazard(id, code: $"C-{step.With % 40}")),
                2 => ReportRules.Check(Book, act, one),
                3 => ReportRules.CheckAndAccept(Book, act, [one, other]),
                4 => ReportRules.Correct(Book, act, one, Hazard(id)),
                5 => ReportRules.Withdraw(Book, act, one, Id(id)),
                6 => step.With % 2 == 0 ? ReportRules.Reject(Book, act, one) : ReportRules.Return(Book, act, one),
                7 => Import(act, id, one, step.With),
                8 => BatchRules.Undo(Book, act, Book.BatchOrder.ElementAtOrDefault(step.On % (Book.BatchOrder.Count + 1))),
                _ => step.With % 3 == 0 ? ReportRules.Accept(Book, act, [one]) : ReportRules.CheckAndAccept(Book, act, [one]),
            });
        }

        public Ruling ImportThenUndo(int seed)
        {
            var batch = _next++;
            var target = Book.All.FirstOrDefault(e => e.Status == ReportStatus.Approved && e.Report.Withdraws is null)?.Report.Id ?? Guid.Empty;
            Decide(Importing(seed), Import(Importing(seed), batch, target, seed));
            return Book.FindBatch(Id(batch)) is null ? []
                : Decide(By("Bea", "reason"), BatchRules.Undo(Book, By("Bea", "reason"), Id(batch)));
        }

        public List<Guid> Heads() => [.. Book.All.Select(e => Book.HeadOf(e.Report.Id)?.Report.Id ?? Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

        public void CheckHeads()
        {
            var heads = Book.All.Where(e => e.Status == ReportStatus.Approved && e.Report.Withdraws is null).Select(e => e.Report.Id).Order();
            Assert.Equal(Heads().Order(), heads);
            Assert.Equal(heads, _counting.Values.Select(c => c.Report).Order());
        }

        private Guid Pick(int n) => Book.Count == 0 ? Guid.Empty : Book.All.ElementAt(n % Book.Count).Report.Id;

        private static Act Importing(int seed) => By("Imran", seed % 3 == 0 ? null : "old archive");

        private Ruling Import(Act act, int id, Guid target, int seed)
        {
            _next += 3;
            var reports = new List<Report> { Hazard(id + 1, baseline: true), Hazard(id + 2, baseline: true) };
            if (Book.HeadOf(target)?.Report.Id == target)
            {
                reports.Add(seed % 2 == 0
                    ? Hazard(id + 3, baseline: true, corrects: target)
                    : Hazard(id + 3) with { Kind = ReportKind.Withdrawal, Parts = [], Withdraws = target, Remarks = "reason", Baseline = true });
            }

            return BatchRules.Receive(Book, act, Batch(id, reports.Count), reports, acceptsAtOnce: act.Reason is not null);
        }

        private Ruling Decide(Act act, Ruling outcome)
        {
            var fold = new ReportFold(Book);
            foreach (var placed in outcome.IsRefused ? [] : Placed(outcome, act, Log.Count))
            {
                if (fold.Apply(placed) is { } acceptance)
                {
                    Register(acceptance);
                }

                Log.Add(placed);
            }

            Book = fold.ToBook();
            return outcome;
        }

        private void Register(LandAcceptance acceptance)
        {
            Assert.All(acceptance.Removes, id => Assert.True(_counting.Remove(id), $"claim {id} ceased without counting"));
            foreach (var claim in acceptance.Adds)
            {
                Assert.Equal(_claims++, claim.Id);
                _counting.Add(claim.Id, claim);
            }
        }
    }
}
