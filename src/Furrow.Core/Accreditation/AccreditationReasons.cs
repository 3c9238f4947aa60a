using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>What of accreditation stands in the way of some work on a day. One that is suspended does whatever others there are, also of what need not be
/// accredited.</summary>
internal sealed class AccreditationReasons(IKnown known, CooperationSettings settings)
{
    private readonly AccreditationRegister _register = known.Of<AccreditationRegister>();
    private readonly OrganisationRegister _organisations = known.Of<OrganisationRegister>();
    private readonly ProcedureRegister _procedures = known.Of<ProcedureRegister>();

    public IReadOnlyList<EntitlementReason> Of(AccreditedKind kind, Guid subject, FieldActivity activity, DateOnly day) =>
        WhyNot(kind, subject, _register.Of(subject), activity, day) is { } problem ? [new(kind, subject, problem)] : [];

    /// <summary>What is part of another works under its accreditation, and stops with it.</summary>
    public IReadOnlyList<EntitlementReason> OfOrganisation(Guid id, FieldActivity activity, DateOnly day)
    {
        var organisation = _organisations.StandingFor(_organisations.Find(id)!);
        var around = Partners.Around(_organisations, organisation).Select(o => o.Id).ToHashSet();
        var cases = _register.OfOrganisations.Where(c => _organisations.Find(c.Subject) is { } other
            && around.Contains(_organisations.StandingFor(other).Id));
        return WhyNot(AccreditedKind.Organisation, organisation.Id, cases, activity, day) is { } problem
            ? [new(AccreditedKind.Organisation, organisation.Id, problem)] : [];
    }

    /// <summary>One procedure of the organisation, or of what it is part of, that is in use and accredited for the work is enough.</summary>
    public IReadOnlyList<EntitlementReason> OfProcedures(Guid id, FieldActivity activity, DateOnly day)
    {
        if (!settings.AccreditationNeeded.Contains(AccreditedKind.Procedure))
        {
            return [];
        }

        var organisation = _organisations.StandingFor(_organisations.Find(id)!);
        var around = Partners.Around(_organisations, organisation).Select(o => o.Id).ToHashSet();
        var inUse = _procedures.All.Where(p => p.IsInUse(day) && around.Contains(_organisations.StandingFor(_organisations.Find(p.Organisation)!).Id))
            .Select(p => (Procedure: p, Cases: _register.Of(p.Id).Where(c => c.IsFor(activity, day)).ToList())).Where(p => p.Cases.Count > 0)
            .Select(p => (p.Procedure, WhyNot: WhyNot(AccreditedKind.Procedure, p.Procedure.Id, p.Cases, activity, day))).ToList();
        return inUse.Exists(p => p.WhyNot is null) ? []
            : [new(AccreditedKind.Organisation, organisation.Id, Problems.EntitlementWithoutProcedure(organisation.Name)),
                .. inUse.Select(p => new EntitlementReason(AccreditedKind.Procedure, p.Procedure.Id, p.WhyNot!))];
    }

    private Problem? WhyNot(AccreditedKind kind, Guid subject, IEnumerable<AccreditationCase> cases, FieldActivity activity, DateOnly day)
    {
        var (held, latest) = (false, (AccreditationMove?)null);
        foreach (var accreditation in cases.Where(c => c.IsFor(activity, day)))
        {
            var move = accreditation.On(day);
            if (move?.Stage == AccreditationStage.Suspended)
            {
                return Problems.AccreditationSuspendedSince(NameOf(kind, subject), move.From);
            }

            held |= accreditation.Holds(activity, day);
            latest = move is not null && !(move.From < latest?.From) ? move : latest;
        }

        var isMissing = !held && (settings.AccreditationNeeded.Contains(kind) || latest is { Stage: AccreditationStage.Withdrawn });
        return isMissing ? Missing(kind, subject, latest, day) : null;
    }

    private Problem Missing(AccreditedKind kind, Guid subject, AccreditationMove? latest, DateOnly day) => latest switch
    {
        null => Problems.AccreditationMissing(NameOf(kind, subject)),
        { Stage: AccreditationStage.Withdrawn } => Problems.AccreditationWithdrawnSince(NameOf(kind, subject), latest.From),
        { Stage: AccreditationStage.Refused } => Problems.AccreditationRefusedOn(NameOf(kind, subject), latest.From),
        _ when latest.HasLapsed(day) => Problems.AccreditationLapsedAfter(NameOf(kind, subject), latest.Until!.Value),
        _ => Problems.AccreditationUndecided(NameOf(kind, subject)),
    };

    private string NameOf(AccreditedKind kind, Guid subject) => AccreditedSubjects.NameOf(known, kind, subject);
}
