using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about certificates, courses, and what courses count for.</summary>
internal sealed class QualificationIntents : SubjectIntents
{
    private static readonly QualificationIntentsJson Json = QualificationIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<RecordCourse>("course-record", Json, QualificationRules.Record),
        Intent<DecideEquivalence>("equivalence-decide", Json, QualificationRules.Decide, undoneBy: "equivalence-take-back"),
        Intent<TakeBackEquivalence>("equivalence-take-back", Json, QualificationRules.TakeBack, verb: "equivalence take-back"),
        Intent<RecordCertificate>("certificate-record", Json, QualificationRules.Record, undoneBy: "certificate-withdraw"),
        Intent<WithdrawCertificate>("certificate-withdraw", Json, QualificationRules.Withdraw),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        Kind(QualificationRules.CourseThing, s => Of(s).Courses, c => c.Id, LabelOf),
        Kind(QualificationRules.EquivalenceThing, s => Of(s).AllEquivalences.Select(e => (Equivalence: e, State: s)), e => e.Equivalence.Id,
            e => $"{LabelOf(Of(e.State).FindCourse(e.Equivalence.Course)!)}, {Names.Of(e.Equivalence.Competency)}, {Names.Iso(e.Equivalence.From)}",
            e => e.Equivalence.TakenBackOn is null),
        new(QualificationRules.Thing, (state, text) => Guid.TryParse(text, out var id) && Of(state).FindCertificate(id) is not null ? id : null,
            (state, reader) => Of(state).RecordedCertificates.Where(c => !c.IsWithdrawn).Select(c => (c.Id, LabelOf(state, reader, c))),
            (state, reader, id) => Of(state).FindCertificate(id) is { } certificate ? LabelOf(state, reader, certificate) : null)
        {
            Offers = (state, id) => Of(state).FindCertificate(id) is { IsWithdrawn: false },
        },
    ];

    /// <summary>Two countries may each have a course of one name.</summary>
    internal static string LabelOf(Course course) => course.Country is { } country ? $"{course.Name} ({country})" : course.Name;

    private static QualificationRegister Of(ProgrammeState state) => state.Of<QualificationRegister>();

    private static string LabelOf(ProgrammeState state, Reader reader, Certificate certificate) =>
        $"{reader.NameOf(certificate.Person)}, {WhatFor(state, certificate)}, {Names.Iso(certificate.IssuedOn)}";

    private static string WhatFor(ProgrammeState state, Certificate certificate) => certificate.Course is { } course
        ? LabelOf(Of(state).FindCourse(course)!) : Names.Of(certificate.Competency!.Value);
}
