namespace Furrow.Core.Land;

/// <summary>The table of moves: from a status, by what a report says, to a status, under a heading. docs/moves.md prints it; a test compares the two.
/// What is not listed for a status leaves it as it is under <see cref="Otherwise"/>.</summary>
public static class Moves
{
    /// <summary>Version of the table; a new one takes effect by an entry in the log.</summary>
    public const int Version = 1;

    public sealed record Move(LandStatus From, LandEffect By, LandStatus To, Heading Heading);

    private static readonly LandStatus[] Released = [LandStatus.Cancelled, LandStatus.Reduced, LandStatus.Cleared];

    public static readonly IReadOnlyList<Move> Table = [.. Rows()];

    private static readonly Move?[,] Lookup = Index();

    /// <summary>The move for a status and an effect. Never null: land always has a status, and everything said is kept under a heading.</summary>
    public static Move Of(LandStatus from, LandEffect by) => Lookup[(int)from, (int)by] ?? new Move(from, by, from, Otherwise(by));

    /// <summary>The heading of what changes nothing by its nature.</summary>
    public static Heading Otherwise(LandEffect by) => by switch
    {
        LandEffect.SearchSurface => Heading.SurfaceOnly,
        LandEffect.LeaveIncomplete => Heading.NotCompleted,
        LandEffect.Inspect => Heading.Inspection,
        LandEffect.Investigate => Heading.FindOutsideReleased,
        LandEffect.EndInvestigation => Heading.NothingToReopen,
        LandEffect.HandOver or LandEffect.TakeBack => Heading.Repeated,
        _ => Heading.Repeated,
    };

    private static IEnumerable<Move> Rows()
    {
        foreach (var from in new[] { LandStatus.Unrecorded, LandStatus.SurveyedNoEvidence })
        {
            var surveyed = from == LandStatus.SurveyedNoEvidence;
            yield return new(from, LandEffect.Suspect, LandStatus.Suspected, Heading.Move);
            yield return new(from, LandEffect.Confirm, LandStatus.Confirmed, Heading.Move);
            yield return new(from, LandEffect.FindNoEvidence, LandStatus.SurveyedNoEvidence, surveyed ? Heading.Repeated : Heading.Move);
            yield return new(from, LandEffect.Cancel, from, Heading.ReleaseOfUnrecorded);
            yield return new(from, LandEffect.Discredit, from, Heading.ReleaseOfUnrecorded);
            yield return new(from, LandEffect.Reduce, from, Heading.ReleaseOfUnrecorded);
            yield return new(from, LandEffect.Clear, LandStatus.Cleared, surveyed ? Heading.ClearedWithoutHazard : Heading.ClearedOutsideHazard);
            yield return new(from, LandEffect.ReopenSuspected, LandStatus.Suspected, surveyed ? Heading.Reopened : Heading.NothingToReopen);
            yield return new(from, LandEffect.ReopenConfirmed, LandStatus.Confirmed, surveyed ? Heading.Reopened : Heading.NothingToReopen);
        }

        yield return new(LandStatus.SurveyedNoEvidence, LandEffect.Investigate, LandStatus.ReleasedUnderInvestigation, Heading.Move);

        foreach (var from in new[] { LandStatus.Suspected, LandStatus.Confirmed })
        {
            var confirmed = from == LandStatus.Confirmed;
            yield return new(from, LandEffect.Suspect, from, confirmed ? Heading.SuspicionOverConfirmed : Heading.Repeated);
            yield return new(from, LandEffect.Confirm, LandStatus.Confirmed, confirmed ? Heading.Repeated : Heading.Move);
            yield return new(from, LandEffect.FindNoEvidence, from, Heading.NoEvidenceOverHazard);
            yield return new(from, LandEffect.Cancel, confirmed ? from : LandStatus.Cancelled, confirmed ? Heading.CancellationOfConfirmed : Heading.Move);
            yield return new(from, LandEffect.Discredit, LandStatus.Cancelled, confirmed ? Heading.Discredited : Heading.Move);
            yield return new(from, LandEffect.Reduce, LandStatus.Reduced, Heading.Move);
            yield return new(from, LandEffect.Clear, LandStatus.Cleared, Heading.Move);
            yield return new(from, LandEffect.ReopenSuspected, from, Heading.NothingToReopen);
            yield return new(from, LandEffect.ReopenConfirmed, LandStatus.Confirmed, Heading.NothingToReopen);
        }

        foreach (var from in Released.Append(LandStatus.ReleasedUnderInvestigation))
        {
            var investigated = from == LandStatus.ReleasedUnderInvestigation;
            foreach (var survey in new[] { LandEffect.Suspect, LandEffect.Confirm, LandEffect.FindNoEvidence })
            {
                yield return new(from, survey, from, Heading.SurveyOverReleased);
            }

            foreach (var release in new[] { LandEffect.Cancel, LandEffect.Discredit, LandEffect.Reduce, LandEffect.Clear })
            {
                yield return new(from, release, from, Heading.SecondRelease);
            }

            yield return new(from, LandEffect.Investigate, LandStatus.ReleasedUnderInvestigation, investigated ? Heading.Repeated : Heading.Move);
            yield return new(from, LandEffect.ReopenSuspected, LandStatus.Suspected, Heading.Reopened);
            yield return new(from, LandEffect.ReopenConfirmed, LandStatus.Confirmed, Heading.Reopened);
        }
    }

    private static Move?[,] Index()
    {
        var index = new Move?[8, 32];
        foreach (var move in Table)
        {
            index[(int)move.From, (int)move.By] = move;
        }

        return index;
    }
}
