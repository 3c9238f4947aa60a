using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>The next state while it is being made: each fact goes to the one subject that folds it, and what comes of it to the subject it is for.</summary>
internal sealed class StateFold(ProgrammeState from, CancellationToken stop)
{
    private readonly ISubjectFold<object>?[] _folds = new ISubjectFold<object>?[Subjects.All.Count];
    private readonly long[] _counts = [.. from.Counts];
    private ImmutableList<UnreadFact> _unread = from.Kernel.Unread;
    private Scopes _frozen = from.Kernel.Unread.Aggregate(Scopes.None, (all, u) => all | u.Scopes);
    private long _position = from.Position;
    private DateTimeOffset _committedAt = from.CommittedAt;
    private int _heldBack = from.HeldBack;

    /// <summary>The subjects to fold; null: all.</summary>
    public IReadOnlySet<int>? Only { get; init; }

    public void Apply(Placed placed)
    {
        (_position, _committedAt) = (placed.Position, placed.CommittedAt);
        var subject = Subjects.Folding(placed.Fact);
        if (subject >= 0)
        {
            _counts[subject]++;
        }

        if (Kernel.UnreadOf(placed) is { } unread)
        {
            _unread = _unread.Add(unread);
            _frozen |= unread.Scopes;
            if (placed.Fact is ProgrammeOpened)
            {
                // Whose ledger it is, and that it is an exercise, is said by every release.
                Hand(subject, placed);
            }
        }
        else if (subject >= 0 && (FactScopes.Of(placed.Fact) & _frozen) != 0)
        {
            _heldBack++;
        }
        else
        {
            Hand(subject, placed);
        }
    }

    /// <summary>All subjects after these facts.</summary>
    public ProgrammeState ToState() => new(new Kernel(_position, _committedAt, _unread, _heldBack), Ended(), _counts, from.Names);

    /// <summary>The subjects folded, in a state that is further on already.</summary>
    public ProgrammeState Into(ProgrammeState state) => new(state.Kernel,
        [.. state.Subjects.Select((known, i) => Only!.Contains(i) ? _folds[i]?.ToState() ?? from.Subjects[i] : known)], state.Counts, state.Names);

    private object[] Ended() => [.. from.Subjects.Select((known, i) => _folds[i]?.ToState() ?? known)];

    private void Hand(int subject, Placed placed)
    {
        while (subject >= 0 && Only?.Contains(subject) != false)
        {
            var fold = _folds[subject] ??= Subjects.All[subject].Begin(from.Subjects[subject]);
            if (fold.Apply(placed, stop) is not { } consequence)
            {
                return;
            }

            placed = placed with { Fact = consequence };
            subject = Subjects.Folding(consequence);
        }
    }
}
