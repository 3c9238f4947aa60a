using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>A time of a person with an organisation.</summary>
/// <param name="Act">Which recorded it.</param>
public sealed record Service(Guid Id, Guid Person, Guid Organisation, DateOnly From, PersonFunction? Function, bool Also, Act Act)
{
    /// <summary>The last day; null: they serve it.</summary>
    public DateOnly? Until { get; init; }

    public bool IsWithdrawn { get; init; }

    public DayRange Days => new(From, Until);
}

/// <summary>An insurance of a person.</summary>
/// <param name="Covers">Where it stands in the log; a reader opens it.</param>
/// <param name="Act">Which recorded it.</param>
public sealed record Insurance(Guid Id, Guid Person, DateOnly From, DateOnly? Until, string? Insurer, Sealed? Covers, Act Act)
{
    public bool IsWithdrawn { get; init; }

    public DayRange Days => new(From, Until);
}

/// <summary>Whom people serve, how they are insured, what languages they work in, and on which days they worked.</summary>
[Folds(typeof(ServiceBegun), typeof(ServiceEnded), typeof(ServiceEndTakenBack), typeof(ServiceWithdrawn), typeof(PersonLanguagesSaid),
    typeof(PersonCaveatsSaid), typeof(InsuranceRecorded), typeof(InsuranceWithdrawn), typeof(FieldWorkRecorded))]
public sealed record PersonnelRegister : ISubject<PersonnelRegister>
{
    public static PersonnelRegister Empty { get; } = new();

    private KeptByPerson<Service> Services { get; init; } = KeptByPerson<Service>.Empty;

    private KeptByPerson<Insurance> Insurances { get; init; } = KeptByPerson<Insurance>.Empty;

    private ImmutableDictionary<Guid, IReadOnlyList<string>> Languages { get; init; } = ImmutableDictionary<Guid, IReadOnlyList<string>>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Sealed>> Caveats { get; init; } = ImmutableDictionary<Guid, ImmutableList<Sealed>>.Empty;

    private ImmutableHashSet<Guid> WithoutCaveats { get; init; } = [];

    private ImmutableDictionary<Guid, ImmutableList<DayRange>> Worked { get; init; } = ImmutableDictionary<Guid, ImmutableList<DayRange>>.Empty;

    /// <summary>In the order they were recorded; also those recorded by mistake.</summary>
    public IEnumerable<Service> RecordedServices => Services.All;

    /// <summary>In the order they were recorded; also those recorded by mistake.</summary>
    public IEnumerable<Insurance> RecordedInsurances => Insurances.All;

    public Service? FindService(Guid id) => Services.Find(id);

    public Insurance? FindInsurance(Guid id) => Insurances.Find(id);

    /// <summary>The times of a person with organisations, by their first day.</summary>
    public IEnumerable<Service> ServicesOf(Guid person) => Services.Of(person).Where(s => !s.IsWithdrawn).OrderBy(s => s.From);

    /// <summary>What a person serves on a day: one organisation, or more where that was said to be meant.</summary>
    public IEnumerable<Service> ServicesOf(Guid person, DateOnly day) => ServicesOf(person).Where(s => s.Days.Holds(day));

    /// <summary>Those of a person, by their first day.</summary>
    public IEnumerable<Insurance> InsurancesOf(Guid person) => Insurances.Of(person).Where(i => !i.IsWithdrawn).OrderBy(i => i.From);

    /// <summary>The insurance of a person on a day that lasts longest; null: they are not insured.</summary>
    public Insurance? InsuranceOf(Guid person, DateOnly day) =>
        InsurancesOf(person).Where(i => i.Days.Holds(day)).MaxBy(i => i.Until ?? DateOnly.MaxValue);

    public IReadOnlyList<string> LanguagesOf(Guid person) => Languages.GetValueOrDefault(person, []);

    /// <summary>Where the national caveats of a person stand; null: there are none.</summary>
    public Sealed? CaveatsOf(Guid person) => WithoutCaveats.Contains(person) ? null : Caveats.GetValueOrDefault(person, []).LastOrDefault();

    /// <summary>The last day, up to this one, on which it was recorded that a person worked; null: none.</summary>
    public DateOnly? LastWorked(Guid person, DateOnly day) => Worked.GetValueOrDefault(person, []).Where(w => w.From <= day)
        .Select(w => (DateOnly?)(w.Until < day ? w.Until!.Value : day)).Max();

    /// <summary>Every restricted text about a person: what goes with the name when it is erased.</summary>
    public IEnumerable<Sealed> TextsOf(Guid person) =>
        Caveats.GetValueOrDefault(person, []).Concat(Insurances.Of(person).Select(i => i.Covers).OfType<Sealed>());

    public PersonnelRegister Apply(Placed placed) => placed.Fact switch
    {
        ServiceBegun f => this with
        {
            Services = Services.With(f.Service, f.Person, new(f.Service, f.Person, f.Organisation, f.From, f.Function, f.Also, placed.Act)),
        },
        ServiceEnded f => this with { Services = Services.Changed(f.Service, s => s with { Until = f.Until }) },
        ServiceEndTakenBack f => this with { Services = Services.Changed(f.Service, s => s with { Until = null }) },
        ServiceWithdrawn f => this with { Services = Services.Changed(f.Service, s => s with { IsWithdrawn = true }) },
        PersonLanguagesSaid f => this with { Languages = Languages.SetItem(f.Person, f.Languages) },
        PersonCaveatsSaid f => f.Caveats is null ? this with { WithoutCaveats = WithoutCaveats.Add(f.Person) } : this with
        {
            WithoutCaveats = WithoutCaveats.Remove(f.Person), Caveats = Caveats.SetItem(f.Person, Caveats.GetValueOrDefault(f.Person, []).Add(f.Caveats)),
        },
        InsuranceRecorded f => this with
        {
            Insurances = Insurances.With(f.Insurance, f.Person, new(f.Insurance, f.Person, f.From, f.Until, f.Insurer, f.Covers, placed.Act)),
        },
        InsuranceWithdrawn f => this with { Insurances = Insurances.Changed(f.Insurance, i => i with { IsWithdrawn = true }) },
        FieldWorkRecorded f => this with { Worked = Worked.SetItem(f.Person, Worked.GetValueOrDefault(f.Person, []).Add(new(f.From, f.Until))) },
        _ => this,
    };
}
