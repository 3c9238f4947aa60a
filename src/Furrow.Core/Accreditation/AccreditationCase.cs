using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>One step of the course of an accreditation.</summary>
/// <param name="From">The first day of the stage.</param>
/// <param name="Until">Of what is given: the last day.</param>
/// <param name="Activities">Of what is given: for which work.</param>
/// <param name="Conditions">Where they stand in the log; a reader opens them.</param>
/// <param name="IsAssessment">It was looked at on site and stayed what it was.</param>
public sealed record AccreditationMove(AccreditationStage Stage, DateOnly From, DateOnly? Until, IReadOnlyList<FieldActivity> Activities, Guid? Assessor,
    Sealed? Conditions, bool IsAssessment = false)
{
    /// <summary>It gives the accreditation, as long as it lasts.</summary>
    public bool Gives => Stage is AccreditationStage.Provisional or AccreditationStage.Full;

    /// <summary>What was given is over on a day, and nobody had to decide it.</summary>
    public bool HasLapsed(DateOnly day) => Gives && Until < day;
}

/// <summary>An accreditation as it is known: what was applied for, and its course since.</summary>
public sealed record AccreditationCase(Guid Id, AccreditedKind Kind, Guid Subject, IReadOnlyList<FieldActivity> Activities, DateOnly AppliedOn)
{
    /// <summary>The application first; days never run back.</summary>
    public ImmutableList<AccreditationMove> Moves { get; init; } =
        [new AccreditationMove(AccreditationStage.Applied, AppliedOn, null, Activities, null, null)];

    /// <summary>Where it has come to, whatever the day.</summary>
    public AccreditationMove Last => Moves[^1];

    /// <summary>Nobody has decided on it yet.</summary>
    public bool IsOpen => Last.Stage is AccreditationStage.Applied or AccreditationStage.DeskAssessment or AccreditationStage.OnSiteAssessment;

    /// <summary>Where it stood on a day; null: it was not applied for yet.</summary>
    public AccreditationMove? On(DateOnly day) => Moves.FindLast(m => m.From <= day);

    /// <summary>Whether it holds for this work on a day.</summary>
    public bool Holds(FieldActivity activity, DateOnly day) =>
        On(day) is { Gives: true } move && !move.HasLapsed(day) && move.Activities.Contains(activity);

    /// <summary>What it was before it was suspended; null where it is not.</summary>
    public AccreditationMove? BeforeSuspension => Last.Stage == AccreditationStage.Suspended ? Moves.FindLast(m => m.Gives) : null;

    /// <summary>Whether it speaks of this work: it was given for it, or asked for it while nothing was given.</summary>
    public bool IsFor(FieldActivity activity, DateOnly day) =>
        (Moves.FindLast(m => m.Gives && m.From <= day)?.Activities ?? Activities).Contains(activity);

    /// <summary>The last day it was given or looked at on site, up to a day; null: never. Lifting a suspension gives again what was given before, and is no
    /// assessment.</summary>
    public DateOnly? LastAssessed(DateOnly day)
    {
        for (var i = Moves.Count - 1; i >= 0; i--)
        {
            if (Moves[i].From <= day && (Moves[i].IsAssessment || (Moves[i].Gives && Moves[i - 1].Stage != AccreditationStage.Suspended)))
            {
                return Moves[i].From;
            }
        }

        return null;
    }

    internal AccreditationCase With(AccreditationMove move) => this with { Moves = Moves.Add(move) };
}
