namespace Furrow.Core;

/// <summary>Refusals about people, whom they serve and what they are qualified for, and why they lack a competency. None says a name of a person.</summary>
public static partial class Problems
{
    public static Problem PersonUnchanged() => new("person-unchanged", $"That is what is known of them already.", 409);

    public static Problem PersonNameShared(string these) =>
        new("person-name-shared", $"Several people are called so. Write the service code or the id: {these}.", 409);

    public static Problem ServiceCodeBlank() =>
        new("service-code-blank", $"A service code needs letters that can be read.", 400, new ProblemPlace(null, null, "serviceCode"));

    public static Problem ServiceCodeTaken(Guid person) => new("service-code-taken",
        $"Somebody else is called by this service code already: {person}.", 409, new ProblemPlace(null, null, "serviceCode"));

    public static Problem LanguageWrong(string text) => new("language-wrong",
        $"'{Short(text)}' is no language: write two or three letters as in ISO 639, such as az, tr, ru.", 400, new ProblemPlace(null, null, "languages"));

    public static Problem ServesAlready(string organisation, DateOnly from) =>
        new("serves-already", $"They serve '{organisation}' since {from}.", 409, new ProblemPlace(null, null, "organisation"));

    public static Problem ServesAnother(string organisation, DateOnly from) => new("serves-another",
        $"They serve '{organisation}' since {from}. End that first; if they are to serve both, say so.", 409, new ProblemPlace(null, null, "organisation"));

    public static Problem ServesAnotherUntil(string organisation, DateOnly from, DateOnly until) => new("serves-another-until",
        $"They serve '{organisation}' from {from} to {until}. If they are to serve both on some days, say so.", 409,
        new ProblemPlace(null, null, "organisation"));

    public static Problem ServiceIsWithdrawn() => new("service-is-withdrawn", $"That they served was recorded by mistake and withdrawn.", 409);

    public static Problem ServiceEndedAlready(DateOnly until) => new("service-ended-already", $"It ended on {until}.", 409);

    public static Problem ServiceEndsBeforeItBegins(DateOnly from) => new("service-ends-before-it-begins",
        $"It began on {from} only.", 400, new ProblemPlace(null, null, "until"));

    public static Problem ServiceNotEnded() => new("service-not-ended", $"It did not end.", 409);

    public static Problem InsuranceEndsBeforeItBegins() => new("insurance-ends-before-it-begins",
        $"The insurance would end before it begins.", 400, new ProblemPlace(null, null, "until"));

    public static Problem InsuranceIsWithdrawn() => new("insurance-is-withdrawn", $"The insurance was withdrawn.", 409);

    public static Problem WorkEndsBeforeItBegins() =>
        new("work-ends-before-it-begins", $"The work would end before it begins.", 400, new ProblemPlace(null, null, "until"));

    public static Problem CourseNameBlank() =>
        new("course-name-blank", $"The name of a course needs letters that can be read.", 400, new ProblemPlace(null, null, "name"));

    public static Problem EvidenceMissing(string course) => new("evidence-missing",
        $"Say on what evidence '{course}' is recognised.", 400, new ProblemPlace(null, null, "evidence"));

    public static Problem EquivalenceKnown(string course, DateOnly from) => new("equivalence-known",
        $"'{course}' counts for it from {from}. Take that back first.", 409, new ProblemPlace(null, null, "competency"));

    public static Problem EquivalenceTakenBackAlready(DateOnly on) => new("equivalence-taken-back-already", $"It was taken back on {on}.", 409);

    public static Problem CertificateOfWhat() => new("certificate-of-what",
        $"A certificate is for a competency, or of a national course: name one of the two.", 400, new ProblemPlace(null, null, "competency"));

    public static Problem CertificateExpiresBeforeIssue(DateOnly issued) => new("certificate-expires-before-issue",
        $"It was issued on {issued}: it cannot expire before.", 400, new ProblemPlace(null, null, "expiresOn"));

    public static Problem CertificateOverlaps(string issuer, DateOnly issued) => new("certificate-overlaps",
        $"They have a certificate of the same by '{issuer}', issued on {issued}, which does not expire. If both are meant, say so.", 409,
        new ProblemPlace(null, null, "issuedOn"));

    public static Problem CertificateOverlapsUntil(string issuer, DateOnly issued, DateOnly until) => new("certificate-overlaps-until",
        $"They have a certificate of the same by '{issuer}' from {issued} to {until}. If both are meant, say so.", 409,
        new ProblemPlace(null, null, "issuedOn"));

    public static Problem CertificateIsWithdrawn() => new("certificate-is-withdrawn", $"The certificate was withdrawn.", 409);

    public static Problem QualificationLacking(Word competency) => new("qualification-lacking",
        $"No certificate for {competency}. Record one, or have a course of theirs recognised.", 409);

    public static Problem QualificationUnrecognised(Word competency, string course) => new("qualification-unrecognised",
        $"No certificate for {competency}. Of their course '{course}' nobody has decided what it counts for: decide it.", 409);

    public static Problem QualificationLapsed(Word competency, string issuer, DateOnly expired) => new("qualification-lapsed",
        $"The certificate for {competency} by '{issuer}' was valid until {expired}. Renew it.", 409);

    public static Problem QualificationNotYet(Word competency, string issuer, DateOnly issued) => new("qualification-not-yet",
        $"The certificate for {competency} by '{issuer}' is valid from {issued}.", 409);

    public static Problem EquivalenceNotYet(Word competency, DateOnly from) => new("equivalence-not-yet",
        $"Their course counts for {competency} from {from}.", 409);

    public static Problem EquivalenceEnded(Word competency, DateOnly on) => new("equivalence-ended",
        $"Their course does not count for {competency} since {on}. Have it recognised again, or record another certificate.", 409);
}
