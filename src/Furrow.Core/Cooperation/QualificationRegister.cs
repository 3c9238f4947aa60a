using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>A national course.</summary>
public sealed record Course(Guid Id, string Name, string? Country);

/// <summary>For which competency a course counts.</summary>
/// <param name="Evidence">Where it stands in the log; a reader opens it.</param>
public sealed record Equivalence(Guid Id, Guid Course, Competency Competency, Guid DecidedBy, DateOnly From, Sealed Evidence)
{
    /// <summary>The first day it does not count.</summary>
    public DateOnly? TakenBackOn { get; init; }

    public bool Holds(DateOnly day) => From <= day && !(TakenBackOn <= day);
}

/// <summary>A certificate of a person: for a competency itself, or of a national course.</summary>
/// <param name="Number">Where it stands in the log; a reader opens it.</param>
/// <param name="ExpiresOn">The last day it is valid; null: it does not expire.</param>
/// <param name="Act">Which recorded it.</param>
public sealed record Certificate(Guid Id, Guid Person, Competency? Competency, Guid? Course, string Issuer, Sealed? Number, DateOnly IssuedOn,
    DateOnly? ExpiresOn, bool Also, Act Act)
{
    public bool IsWithdrawn { get; init; }

    public DayRange Days => new(IssuedOn, ExpiresOn);
}

/// <summary>Certificates of people, national courses, and what these count for.</summary>
[Folds(typeof(CourseRecorded), typeof(EquivalenceDecided), typeof(EquivalenceTakenBack), typeof(CertificateRecorded), typeof(CertificateWithdrawn))]
public sealed record QualificationRegister : ISubject<QualificationRegister>
{
    public static QualificationRegister Empty { get; } = new();

    private KeptByPerson<Certificate> Certificates { get; init; } = KeptByPerson<Certificate>.Empty;

    /// <summary>Of each course, as certificates are of a person.</summary>
    private KeptByPerson<Equivalence> Equivalences { get; init; } = KeptByPerson<Equivalence>.Empty;

    /// <summary>In the order they were recorded.</summary>
    public ImmutableList<Course> Courses { get; private init; } = [];

    /// <summary>In the order they were decided, those taken back too.</summary>
    public IEnumerable<Equivalence> AllEquivalences => Equivalences.All;

    /// <summary>In the order they were recorded; also those withdrawn.</summary>
    public IEnumerable<Certificate> RecordedCertificates => Certificates.All;

    public Course? FindCourse(Guid id) => Courses.Find(c => c.Id == id);

    public Equivalence? FindEquivalence(Guid id) => Equivalences.Find(id);

    public Certificate? FindCertificate(Guid id) => Certificates.Find(id);

    public IEnumerable<Equivalence> EquivalencesOf(Guid course) => Equivalences.Of(course);

    /// <summary>Those of a person, by their first day.</summary>
    public IEnumerable<Certificate> CertificatesOf(Guid person) => Certificates.Of(person).Where(c => !c.IsWithdrawn).OrderBy(c => c.IssuedOn);

    /// <summary>Every number of a certificate of a person: what goes with the name when it is erased.</summary>
    public IEnumerable<Sealed> TextsOf(Guid person) => Certificates.Of(person).Select(c => c.Number).OfType<Sealed>();

    public QualificationRegister Apply(Placed placed) => placed.Fact switch
    {
        CourseRecorded f => FindCourse(f.Course) is null ? this with { Courses = Courses.Add(new(f.Course, f.Name, f.Country)) } : this,
        EquivalenceDecided f => this with
        {
            Equivalences = Equivalences.With(f.Equivalence, f.Course, new(f.Equivalence, f.Course, f.Competency, f.DecidedBy, f.From, f.Evidence)),
        },
        EquivalenceTakenBack f => this with { Equivalences = Equivalences.Changed(f.Equivalence, e => e with { TakenBackOn = f.TakenBackOn }) },
        CertificateRecorded f => this with
        {
            Certificates = Certificates.With(f.Certificate, f.Person, new(f.Certificate, f.Person, f.Competency, f.Course, f.Issuer, f.Number, f.IssuedOn,
                f.ExpiresOn, f.Also, placed.Act)),
        },
        CertificateWithdrawn f => this with { Certificates = Certificates.Changed(f.Certificate, c => c with { IsWithdrawn = true }) },
        _ => this,
    };
}
