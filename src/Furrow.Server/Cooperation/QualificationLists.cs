using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>Certificates, national courses, and what these count for.</summary>
public static class QualificationLists
{
    private const string Valid = "valid", Lapsed = "lapsed", NotYet = "not-yet", Withdrawn = "withdrawn";

    public static readonly Listing<Certificate> Certificates = new("certificates", "certificates.title",
        ask => Register(ask).RecordedCertificates.OrderBy(c => c.IsWithdrawn).ThenBy(c => c.ExpiresOn ?? DateOnly.MaxValue))
    {
        Of = QualificationRules.Thing,
        Id = c => c.Id,
        Columns =
        [
            PersonLists.PersonColumn<Certificate>(c => c.Person),
            new("competency", "certificates.competency", CellType.Word, (c, _) => c.Competency is { } k ? ListWord.Of("competency", k) : null),
            new("course", "certificates.course", CellType.Text,
                (c, ask) => c.Course is { } id ? QualificationIntents.LabelOf(Register(ask).FindCourse(id)!) : null)
            {
                Link = c => c.Course is { } id ? $"/records/courses/{id:D}" : null,
            },
            new("issuer", "certificates.issuer", CellType.Text, (c, _) => c.Issuer),
            new("number", "certificates.number", CellType.Text, (c, ask) => ask.Reader?.Open(c.Number)) { Tier = Tier.Personal, Shown = false },
            new("issued-on", "certificates.issued-on", CellType.Day, (c, _) => c.IssuedOn),
            new("expires-on", "certificates.expires-on", CellType.Day, (c, _) => c.ExpiresOn),
            new("state", "organisations.state", CellType.Word, (c, ask) => WordOf(StateOf(c, ask.AsOf))),
        ],
        Filters =
        [
            PersonLists.PersonFilter<Certificate>(c => c.Person),
            new("competency", "certificates.competency", FilterType.Choice, (c, k, _) => c.Competency is { } own && Names.Of(own) == k)
            {
                Choices = [.. Enum.GetValues<Competency>().Select(k => new FilterChoice(Names.Of(k), "competency." + Names.Of(k)))],
            },
            new("state", "organisations.state", FilterType.Choice, (c, state, ask) => StateOf(c, ask.AsOf) == state)
            {
                Choices = [.. new[] { Valid, Lapsed, NotYet, Withdrawn }.Select(s => new FilterChoice(s, "certificate-state." + s))],
            },
        ],
    };

    public static readonly Listing<Course> Courses = new("courses", "courses.title", ask => Register(ask).Courses)
    {
        Of = QualificationRules.CourseThing,
        Id = c => c.Id,
        Columns =
        [
            new("name", "area.name", CellType.Text, (c, _) => c.Name),
            new("country", "organisations.country", CellType.Code, (c, _) => c.Country),
            new("counts-for", "courses.counts-for", CellType.Text, (c, ask) => string.Join(" · ", Register(ask).EquivalencesOf(c.Id)
                .Where(e => e.Holds(ask.AsOf)).Select(e => Qualification.NameOf(e.Competency).English))),
        ],
    };

    public static readonly Listing<Equivalence> Equivalences = new("equivalences", "equivalences.title", ask => Register(ask).AllEquivalences)
    {
        Of = QualificationRules.EquivalenceThing,
        Id = e => e.Id,
        Columns =
        [
            new("course", "certificates.course", CellType.Text, (e, ask) => QualificationIntents.LabelOf(Register(ask).FindCourse(e.Course)!)),
            new("competency", "certificates.competency", CellType.Word, (e, _) => ListWord.Of("competency", e.Competency)),
            new("decided-by", "equivalences.decided-by", CellType.Text, (e, ask) => TeamLists.NameOf(ask.State, e.DecidedBy)),
            new("from", "members.joined-on", CellType.Day, (e, _) => e.From),
            new("taken-back-on", "equivalences.taken-back-on", CellType.Day, (e, _) => e.TakenBackOn),
            new("evidence", "equivalences.evidence", CellType.Text, (e, ask) => ask.Reader?.Open(e.Evidence)) { Tier = Tier.Restricted },
        ],
    };

    internal static string StateOf(Certificate certificate, DateOnly day) => certificate.IsWithdrawn ? Withdrawn : certificate.Days.Holds(day) ? Valid
        : certificate.ExpiresOn < day ? Lapsed : NotYet;

    internal static ListWord WordOf(string state) =>
        new("certificate-state." + state, state, null, state == Valid ? "good" : state == Lapsed ? "bad" : "warn");

    private static QualificationRegister Register(ListAsk ask) => ask.State.Of<QualificationRegister>();
}
