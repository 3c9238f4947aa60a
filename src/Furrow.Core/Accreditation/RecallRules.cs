using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>How a recall is opened, decided and closed. None of it changes the status of any land.</summary>
public static class RecallRules
{
    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "recall", UseThing = "use", ReportThing = "report", BatchThing = "batch";

    public static Ruling Record(IKnown known, Act act, RecordUse intent)
    {
        var kind = AccreditedSubjects.KindOf(known, intent.Subject)!.Value;
        return !IsUsed(kind) ? Problems.UseByReports(AccreditedSubjects.NameOf(known, kind, intent.Subject))
            : intent.Reports is not { Count: > 0 } && intent.Batch is null ? Problems.UseOfNothing()
            : [new UseRecorded(DerivedId.Of(act.Id, UseThing), kind, intent.Subject, [.. (intent.Reports ?? []).Distinct()], intent.Batch)];
    }

    public static Ruling WithdrawUse(IKnown known, Act act, WithdrawUse intent)
    {
        var use = Of(known).FindUse(intent.Use)!;
        return use.IsWithdrawn ? Problems.ClosedAlready(AccreditedSubjects.NameOf(known, use.Kind, use.Subject))
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a use")
            : [new UseWithdrawn(intent.Use)];
    }

    public static Ruling Open(IKnown known, Act act, OpenRecall intent)
    {
        var kind = AccreditedSubjects.KindOf(known, intent.Subject)!.Value;
        var name = AccreditedSubjects.NameOf(known, kind, intent.Subject);
        return kind == AccreditedKind.Organisation ? Problems.RecallOfOrganisation(name)
            : Of(known).OpenOf(intent.Subject) is not null ? Problems.RecallOpenAlready(name)
            : act.IsWithoutReason ? Problems.ReasonMissing("open a recall")
            : [new RecallOpened(DerivedId.Of(act.Id, Thing), kind, intent.Subject, intent.DoubtSince)];
    }

    /// <summary>What follows from suspending or withdrawing the accreditation of something that land was released on.</summary>
    internal static IReadOnlyList<IFact> Opened(IKnown known, Act act, AccreditationCase accreditation, DateOnly? since) =>
        accreditation.Kind == AccreditedKind.Organisation || Of(known).OpenOf(accreditation.Subject) is not null ? []
            : [new RecallOpened(DerivedId.Of(act.Id, Thing), accreditation.Kind, accreditation.Subject, since)];

    /// <param name="recalled">Reports under this recall (<see cref="RecallQuestion"/>).</param>
    public static Ruling Decide(IKnown known, Act act, DecideRecall intent, IReadOnlyList<Guid> recalled)
    {
        var recall = Of(known).Find(intent.Recall)!;
        IReadOnlyList<Guid> reports = intent.Reports is { Count: > 0 } some ? [.. some.Distinct()] : [.. recalled.Where(r => !recall.Decisions.ContainsKey(r))];
        return reports.Except(recalled).Any() ? Problems.RecallNotOfReport(NameOf(known, recall))
            : reports.Count == 0 ? Problems.RecallAllDecided(NameOf(known, recall))
            : act.IsWithoutReason ? Problems.ReasonMissing("decide on land under recall")
            : [new RecallDecided(intent.Recall, reports, intent.Decision)];
    }

    /// <param name="recalled">Reports under this recall.</param>
    public static Ruling Close(IKnown known, Act act, CloseRecall intent, IReadOnlyList<Guid> recalled)
    {
        var recall = Of(known).Find(intent.Recall)!;
        return recall.IsClosed ? Problems.ClosedAlready(NameOf(known, recall))
            : recalled.Count(r => !recall.Decisions.ContainsKey(r)) is > 0 and var open ? Problems.RecallUndecided(NameOf(known, recall), open)
            : [new RecallClosed(intent.Recall)];
    }

    /// <summary>Reports hold neither of these; they hold the team and the organisation.</summary>
    private static bool IsUsed(AccreditedKind kind) => kind is not (AccreditedKind.Organisation or AccreditedKind.Team);

    private static string NameOf(IKnown known, Recall recall) => AccreditedSubjects.NameOf(known, recall.Kind, recall.Subject);

    private static RecallRegister Of(IKnown known) => known.Of<RecallRegister>();
}
