using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How certificates, courses, and what courses count for become known.</summary>
public static class QualificationRules
{
    public const int LongestName = 120, LongestNumber = 60;

    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "certificate", CourseThing = "course", EquivalenceThing = "equivalence";

    public static Ruling Record(IKnown known, Act act, RecordCourse intent) =>
        Codes.IsBlank(intent.Name) ? Problems.CourseNameBlank()
        : CountryCodes.Refused(intent.Country) is { } problem ? problem
        : Of(known).Courses.Exists(c => Codes.AreSame(c.Name, intent.Name) && c.Country == CountryCodes.Of(intent.Country))
            ? Problems.NameTaken(intent.Name.Trim())
        : [new CourseRecorded(DerivedId.Of(act.Id, CourseThing), intent.Name.Trim(), CountryCodes.Of(intent.Country))];

    /// <summary>Evidence is asked for always: nobody recognises a course for nothing.</summary>
    public static Ruling Decide(IKnown known, Act act, DecideEquivalence intent)
    {
        var course = Of(known).FindCourse(intent.Course)!;
        return Codes.IsBlank(intent.Evidence) ? Problems.EvidenceMissing(course.Name)
            : Of(known).EquivalencesOf(course.Id).FirstOrDefault(e => e.Competency == intent.Competency && !(e.TakenBackOn <= intent.From)) is { } before
                ? Problems.EquivalenceKnown(course.Name, before.From)
            : TeamRules.OrganisationRefused(known, intent.DecidedBy) is { } problem ? problem
            : [new EquivalenceDecided(DerivedId.Of(act.Id, EquivalenceThing), course.Id, intent.Competency, intent.DecidedBy, intent.From,
                intent.Evidence.Trim())];
    }

    public static Ruling TakeBack(IKnown known, Act act, TakeBackEquivalence intent)
    {
        var equivalence = Of(known).FindEquivalence(intent.Equivalence)!;
        return equivalence.TakenBackOn is { } before ? Problems.EquivalenceTakenBackAlready(before)
            : act.IsWithoutReason ? Problems.ReasonMissing("take back an equivalence")
            : [new EquivalenceTakenBack(equivalence.Id, equivalence.Course, intent.TakenBackOn)];
    }

    public static Ruling Record(IKnown known, Act act, RecordCertificate intent)
    {
        var fact = new CertificateRecorded(DerivedId.Of(act.Id, Thing), intent.Whom, intent.Competency, intent.Course, intent.Issuer.Trim(),
            Codes.IsBlank(intent.Number) ? null : intent.Number!.Trim(), intent.IssuedOn, intent.ExpiresOn, intent.Also == true);
        return Refused(known, fact) is { } problem ? problem : [fact];
    }

    public static Ruling Withdraw(IKnown known, Act act, WithdrawCertificate intent)
    {
        var certificate = Of(known).FindCertificate(intent.Certificate)!;
        return certificate.IsWithdrawn ? Problems.CertificateIsWithdrawn()
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a certificate")
            : [new CertificateWithdrawn(certificate.Id, certificate.Person)];
    }

    /// <summary>Why it is not recorded; null when it is. One that overlaps another of the same is said before: the older may have been typed twice.</summary>
    internal static Problem? Refused(IKnown known, CertificateRecorded said)
    {
        var days = new DayRange(said.IssuedOn, said.ExpiresOn);
        return (said.Competency is null) == (said.Course is null) ? Problems.CertificateOfWhat()
            : said.ExpiresOn < said.IssuedOn ? Problems.CertificateExpiresBeforeIssue(said.IssuedOn)
            : !said.Also && Of(known).CertificatesOf(said.Person)
                .FirstOrDefault(c => c.Competency == said.Competency && c.Course == said.Course && c.Days.Overlaps(days)) is { } other
                ? other.ExpiresOn is { } until ? Problems.CertificateOverlapsUntil(other.Issuer, other.IssuedOn, until)
                    : Problems.CertificateOverlaps(other.Issuer, other.IssuedOn)
            : null;
    }

    private static QualificationRegister Of(IKnown known) => known.Of<QualificationRegister>();
}
