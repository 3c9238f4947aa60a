using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class QualificationExamples : SubjectExamples
{
    private static readonly DateOnly Issued = new(2023, 3, 1), Expires = new(2030, 2, 28);

    public override IEnumerable<IFact> Facts =>
    [
        new CourseRecorded(Id(121), "EXERCISE sapper course 3", "XB"),
        new EquivalenceDecided(Id(122), Id(121), Competency.Eod2, Id(81), Issued, "EXERCISE its syllabus and a test"),
        new EquivalenceDecided(Id(123), Id(121), Competency.ManualClearance, Id(81), Issued, "EXERCISE a test"),
        new EquivalenceTakenBack(Id(123), Id(121), new DateOnly(2024, 1, 1)),
        new CertificateRecorded(Id(124), Id(65), Competency.Eod3, Id(121), "EXERCISE school", "EXERCISE 17/2023", Issued, Expires, true),
        new CertificateRecorded(Id(125), Id(65), null, Id(121), "EXERCISE school", null, Issued, null, false),
        new CertificateRecorded(Id(126), Id(65), Competency.Medic, null, "EXERCISE hospital", null, Issued, Expires, false),
        new CertificateWithdrawn(Id(126), Id(65)),
    ];
}
