using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>People, whom they serve, and how they are insured.</summary>
public static class PersonLists
{
    /// <summary>Everybody who ever acted or works in the field, with what they are as of a day.</summary>
    public static readonly Listing<Person> People = new("people", "people.title", ask => ask.State.People.All.OrderBy(p => p.IsWithdrawn))
    {
        Of = "person",
        Id = p => p.Id,
        Columns =
        [
            new("name", "area.name", CellType.Text, (p, ask) => ask.NameOf(p.Id)) { Tier = Tier.Personal },
            new("code", "people.code", CellType.Text, (p, ask) => ask.Reader?.Open(p.Code)) { Tier = Tier.Personal },
            new("organisation", "by.organisation", CellType.Text, (p, ask) => string.Join(" · ",
                Personnel(ask).ServicesOf(p.Id, ask.AsOf).Select(s => TeamLists.NameOf(ask.State, s.Organisation)))),
            new("teams", "teams.title", CellType.Text, (p, ask) => string.Join(" · ", ask.State.Of<TeamRegister>().MembershipsWith(p.Id, ask.AsOf)
                .Select(m => ask.State.Of<TeamRegister>().Find(m.Team)!.Code).Distinct())),
            new("levels", "people.levels", CellType.Text, (p, ask) => string.Join(" · ", Qualification.LevelsOf(ask.State, p.Id, ask.AsOf)
                .Select(l => Qualification.NameOf((Competency)l).English))),
            new("insured-until", "people.insured-until", CellType.Day, (p, ask) => Personnel(ask).InsuranceOf(p.Id, ask.AsOf)?.Until),
            new("languages", "people.languages", CellType.Text, (p, ask) => string.Join(" · ", Personnel(ask).LanguagesOf(p.Id))) { Shown = false },
            new("last-worked", "people.last-worked", CellType.Day, (p, ask) => WorkDays.Last(ask.Memory, ask.State, p.Id, ask.AsOf)) { Shown = false },
            new("withdrawn", "people.withdrawn", CellType.Truth, (p, _) => p.IsWithdrawn) { Shown = false },
            new("id", "figures.id", CellType.Text, (p, _) => p.Id.ToString("D")),
        ],
        Filters =
        [
            new("q", "area.name", FilterType.Search, (p, words, ask) => ask.May(Tier.Personal) && Codes.Has(ask.NameOf(p.Id), words)) { Tier = Tier.Personal },
            new("organisation", "by.organisation", FilterType.Name, (p, name, ask) => Personnel(ask).ServicesOf(p.Id, ask.AsOf)
                .Any(s => Codes.AreSame(TeamLists.NameOf(ask.State, s.Organisation), name)))
            {
                Names = ask => Personnel(ask).RecordedServices.Select(s => TeamLists.NameOf(ask.State, s.Organisation)).Distinct().Order(Codes.Order),
                Reads = _ => true,
            },
        ],
    };

    public static readonly Listing<Service> Services = new("services", "services.title",
        ask => Personnel(ask).RecordedServices.OrderBy(s => s.IsWithdrawn).ThenByDescending(s => s.From))
    {
        Of = ServiceRules.Thing,
        Id = s => s.Id,
        Columns =
        [
            PersonColumn<Service>(s => s.Person),
            new("organisation", "by.organisation", CellType.Text, (s, ask) => TeamLists.NameOf(ask.State, s.Organisation))
            {
                Link = s => $"/records/organisations/{s.Organisation:D}",
            },
            new("function", "members.function", CellType.Word, (s, _) => s.Function is { } f ? ListWord.Of("person-function", f) : null),
            new("from", "members.joined-on", CellType.Day, (s, _) => s.From),
            new("until", "members.left-on", CellType.Day, (s, _) => s.Until),
            new("withdrawn", "people.withdrawn", CellType.Truth, (s, _) => s.IsWithdrawn),
        ],
        Filters = [PersonFilter<Service>(s => s.Person)],
    };

    public static readonly Listing<Insurance> Insurances = new("insurances", "insurances.title",
        ask => Personnel(ask).RecordedInsurances.OrderBy(i => i.IsWithdrawn).ThenBy(i => i.Until ?? DateOnly.MaxValue))
    {
        Of = ServiceRules.InsuranceThing,
        Id = i => i.Id,
        Columns =
        [
            PersonColumn<Insurance>(i => i.Person),
            new("from", "members.joined-on", CellType.Day, (i, _) => i.From),
            new("until", "members.left-on", CellType.Day, (i, _) => i.Until),
            new("insurer", "insurances.insurer", CellType.Text, (i, _) => i.Insurer),
            new("covers", "insurances.covers", CellType.Text, (i, ask) => ask.Reader?.Open(i.Covers)) { Tier = Tier.Restricted },
            new("withdrawn", "people.withdrawn", CellType.Truth, (i, _) => i.IsWithdrawn),
        ],
        Filters = [PersonFilter<Insurance>(i => i.Person)],
    };

    /// <summary>How many people serve an organisation, by whatever it was merged into, as of a day.</summary>
    internal static int CountOf(ListAsk ask, Organisation organisation) => Personnel(ask).RecordedServices
        .Where(s => !s.IsWithdrawn && s.Days.Holds(ask.AsOf) && Codes.AreSame(TeamLists.NameOf(ask.State, s.Organisation), organisation.Name))
        .Select(s => s.Person).Distinct().Count();

    internal static Column<T> PersonColumn<T>(Func<T, Guid> person) => new("person", "members.person", CellType.Text, (row, ask) => ask.NameOf(person(row)))
    {
        Tier = Tier.Personal, Link = row => $"/records/people/{person(row):D}",
    };

    internal static Filter<T> PersonFilter<T>(Func<T, Guid> person) =>
        new("whom", "members.person", FilterType.Link, (row, id, _) => person(row) == Guid.Parse(id)) { Reads = text => Guid.TryParse(text, out _) };

    private static PersonnelRegister Personnel(ListAsk ask) => ask.State.Of<PersonnelRegister>();
}
