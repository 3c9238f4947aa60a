using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>A competency that somebody has on a day.</summary>
/// <param name="Certificate">It rests on this one.</param>
/// <param name="Equivalence">By which a national course counts for it; null: the certificate is for the competency itself.</param>
/// <param name="By">What the certificate is for: a higher level where the competency follows from it.</param>
public sealed record HeldCompetency(Competency Competency, Certificate Certificate, Equivalence? Equivalence, Competency By)
{
    /// <summary>The last day it is held by this certificate; null: no end is known.</summary>
    public DateOnly? Until => Certificate.ExpiresOn;
}

/// <summary>Whether somebody has a competency on a day: by what, or every reason why not, each with what would mend it.</summary>
public sealed record QualificationAnswer(Guid Person, Competency Competency, DateOnly Day, HeldCompetency? By, IReadOnlyList<Problem> WhyNot)
{
    public bool IsHeld => By is not null;
}

/// <summary>What somebody is qualified for on a day. What has lapsed follows from the day and is recorded nowhere. EOD 3+ counts for 3, 2 and 1, each level for
/// those below it; IEDD follows from none of them, nor they from it.</summary>
public static class Qualification
{
    /// <summary>Everything somebody has on a day, each by the certificate that lasts longest.</summary>
    public static IReadOnlyList<HeldCompetency> Of(IKnown known, Guid person, DateOnly day) =>
        [.. Possible(known, person).Where(h => IsHeld(h, day)).GroupBy(h => h.Competency).Select(Longest).OrderBy(h => h.Competency)];

    /// <summary>The levels of explosive ordnance disposal among them.</summary>
    public static IReadOnlyList<EodLevel> LevelsOf(IKnown known, Guid person, DateOnly day) =>
        [.. Of(known, person, day).Where(h => h.Competency <= Competency.Iedd).Select(h => (EodLevel)h.Competency)];

    public static QualificationAnswer Ask(IKnown known, Guid person, EodLevel level, DateOnly day) => Ask(known, person, (Competency)level, day);

    public static QualificationAnswer Ask(IKnown known, Guid person, Competency competency, DateOnly day)
    {
        var possible = Possible(known, person).Where(h => h.Competency == competency).ToList();
        var held = possible.Where(h => IsHeld(h, day)).ToList();
        return held.Count > 0 ? new(person, competency, day, Longest(held), [])
            : new(person, competency, day, null, possible.Count > 0 ? [.. possible.Select(h => WhyNot(h, day)).Distinct()]
                : [Unrecognised(known, person, day) is { } course ? Problems.QualificationUnrecognised(NameOf(competency), course.Name)
                    : Problems.QualificationLacking(NameOf(competency))]);
    }

    /// <summary>The levels that a level counts for, itself first.</summary>
    public static IEnumerable<Competency> Covered(Competency by)
    {
        yield return by;
        for (var level = by; level is > Competency.Eod1 and <= Competency.Eod3Plus;)
        {
            yield return --level;
        }
    }

    /// <summary>As it is said: "EOD 3+".</summary>
    public static Word NameOf(Competency competency) => new(competency switch
    {
        Competency.Eod1 => "EOD 1",
        Competency.Eod2 => "EOD 2",
        Competency.Eod3 => "EOD 3",
        Competency.Eod3Plus => "EOD 3+",
        Competency.Iedd => "IEDD",
        Competency.ManualClearance => "manual clearance",
        Competency.Medic => "medic",
        Competency.DogHandling => "dog handling",
        Competency.MachineOperation => "machine operation",
        Competency.Survey => "survey",
        Competency.TeamLeading => "team leading",
        _ => "quality management",
    });

    /// <summary>Everything the certificates of somebody can count for, whatever the day.</summary>
    private static IEnumerable<HeldCompetency> Possible(IKnown known, Guid person)
    {
        var register = known.Of<QualificationRegister>();
        return from certificate in register.CertificatesOf(person)
               from counted in certificate.Course is { } course ? register.EquivalencesOf(course).Select(e => (e.Competency, Equivalence: (Equivalence?)e))
                   : [(certificate.Competency!.Value, null)]
               from covered in Covered(counted.Competency)
               select new HeldCompetency(covered, certificate, counted.Equivalence, counted.Competency);
    }

    private static bool IsHeld(HeldCompetency held, DateOnly day) => held.Certificate.Days.Holds(day) && held.Equivalence?.Holds(day) != false;

    private static HeldCompetency Longest(IEnumerable<HeldCompetency> held) => held.MaxBy(h => h.Until ?? DateOnly.MaxValue)!;

    private static Problem WhyNot(HeldCompetency held, DateOnly day) =>
        held.Certificate.ExpiresOn < day ? Problems.QualificationLapsed(NameOf(held.By), held.Certificate.Issuer, held.Certificate.ExpiresOn!.Value)
        : day < held.Certificate.IssuedOn ? Problems.QualificationNotYet(NameOf(held.By), held.Certificate.Issuer, held.Certificate.IssuedOn)
        : held.Equivalence is { } e && day < e.From ? Problems.EquivalenceNotYet(NameOf(held.By), e.From)
        : Problems.EquivalenceEnded(NameOf(held.By), held.Equivalence!.TakenBackOn!.Value);

    /// <summary>A course of a certificate that is valid on the day, of which nobody has decided what it counts for.</summary>
    private static Course? Unrecognised(IKnown known, Guid person, DateOnly day)
    {
        var register = known.Of<QualificationRegister>();
        return register.CertificatesOf(person).Where(c => c.Course is { } course && c.Days.Holds(day) && !register.EquivalencesOf(course).Any())
            .Select(c => register.FindCourse(c.Course!.Value)).FirstOrDefault();
    }
}
