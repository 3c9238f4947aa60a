using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>What stands in the way of a person: insurance, stand-down, qualification, an accreditation of their own. No sentence names them.</summary>
internal sealed class PersonReasons(IKnown known, CooperationSettings settings)
{
    private readonly AccreditationReasons _accreditation = new(known, settings);
    private readonly AccreditationRegister _register = known.Of<AccreditationRegister>();
    private readonly PersonnelRegister _personnel = known.Of<PersonnelRegister>();
    private readonly QualificationRegister _qualifications = known.Of<QualificationRegister>();

    /// <summary>For work of their own.</summary>
    public IEnumerable<EntitlementReason> Of(Guid person, FieldActivity activity, DateOnly day) => Fit(person, activity, day)
        .Concat(settings.Competencies.TryGetValue(activity, out var competency)
            ? Qualification.Ask(known, person, competency, day).WhyNot.Select(p => Reason(person, p)) : []);

    /// <summary>For any part in some work, whatever they are qualified for.</summary>
    public IEnumerable<EntitlementReason> Fit(Guid person, FieldActivity activity, DateOnly day)
    {
        if (settings.InsuranceNeeded && _personnel.InsuranceOf(person, day) is null)
        {
            yield return Reason(person, Problems.EntitlementUninsured(day));
        }

        if (settings.PersonStandDownDays is { } days && StoodDown(person, days, day) is { } problem)
        {
            yield return Reason(person, problem);
        }

        foreach (var reason in _accreditation.Of(AccreditedKind.Person, person, activity, day))
        {
            yield return reason;
        }
    }

    public QualificationAnswer Ask(Guid person, EodLevel level, DateOnly day) => Qualification.Ask(known, person, level, day);

    /// <summary>A certificate that was issued, or an assessment of their own accreditation, is a test.</summary>
    private Problem? StoodDown(Guid person, int days, DateOnly day)
    {
        var last = new[]
        {
            _personnel.LastWorked(person, day), _qualifications.CertificatesOf(person).Where(c => c.IssuedOn <= day).Max(c => (DateOnly?)c.IssuedOn),
            _register.Of(person).Max(c => c.LastAssessed(day)),
        }.Max();
        return last is null ? Problems.EntitlementNeverWorked(days)
            : day.DayNumber - last.Value.DayNumber > days ? Problems.EntitlementStoodDown(last.Value, days) : null;
    }

    private static EntitlementReason Reason(Guid person, Problem problem) => new(AccreditedKind.Person, person, problem);
}
