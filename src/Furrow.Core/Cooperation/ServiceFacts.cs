using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>A person serves an organisation from a day on.</summary>
/// <param name="Service">The id of this time with it.</param>
/// <param name="From">The first day.</param>
/// <param name="Function">What they do for it outside teams; null: what they do in teams.</param>
/// <param name="Also">On some of these days they serve another organisation as well, and it was said so.</param>
[FactName("service-begun", 1, needs: Right.KeepPeople)]
public sealed record ServiceBegun(Guid Service, Guid Person, Guid Organisation, DateOnly From, PersonFunction? Function, bool Also) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => TeamConcerns.OfOrganisation(known, Organisation, [Person]);
}

/// <summary>A person does not serve an organisation any more.</summary>
/// <param name="Until">The last day.</param>
[FactName("service-ended", 1, needs: Right.KeepPeople)]
public sealed record ServiceEnded(Guid Service, Guid Person, DateOnly Until) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person, Service);
}

/// <summary>It did not end.</summary>
[FactName("service-end-taken-back", 1, needs: Right.KeepPeople)]
public sealed record ServiceEndTakenBack(Guid Service, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person, Service);
}

/// <summary>They never served it: it was recorded by mistake.</summary>
[FactName("service-withdrawn", 1, needs: Right.KeepPeople)]
public sealed record ServiceWithdrawn(Guid Service, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person, Service);
}

/// <summary>The languages a person works in; those said before do not hold any more.</summary>
/// <param name="Languages">Two or three small letters each, as in ISO 639.</param>
[FactName("person-languages-said", 1, needs: Right.KeepPeople)]
public sealed record PersonLanguagesSaid(Guid Person, IReadOnlyList<string> Languages) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

/// <summary>What their own state does not let a person do; what was said before does not hold any more.</summary>
/// <param name="Caveats">National caveats on one person, in words. Null: there are none.</param>
[FactName("person-caveats-said", 1, needs: Right.KeepPeople)]
public sealed record PersonCaveatsSaid(Guid Person, [property: Sensitive(Tier.Restricted)] Sealed? Caveats) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

/// <summary>A person is insured.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null: no end was agreed.</param>
/// <param name="Insurer">Who insures.</param>
/// <param name="Covers">What an insurance of one person covers, in words.</param>
[FactName("insurance-recorded", 1, needs: Right.KeepPeople)]
public sealed record InsuranceRecorded(Guid Insurance, Guid Person, DateOnly From, DateOnly? Until, string? Insurer,
    [property: Sensitive(Tier.Restricted)] Sealed? Covers) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

/// <summary>They are not insured so: it was recorded by mistake, or it was cancelled before it began.</summary>
[FactName("insurance-withdrawn", 1, needs: Right.KeepPeople)]
public sealed record InsuranceWithdrawn(Guid Insurance, Guid Person) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person, Insurance);
}

/// <summary>A person worked in the field on these days.</summary>
[FactName("field-work-recorded", 1, needs: Right.KeepPeople)]
public sealed record FieldWorkRecorded(Guid Person, DateOnly From, DateOnly Until) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => PersonConcerns.Of(known, Person);
}

[JsonSerializable(typeof(ServiceBegun))]
[JsonSerializable(typeof(ServiceEnded))]
[JsonSerializable(typeof(ServiceEndTakenBack))]
[JsonSerializable(typeof(ServiceWithdrawn))]
[JsonSerializable(typeof(PersonLanguagesSaid))]
[JsonSerializable(typeof(PersonCaveatsSaid))]
[JsonSerializable(typeof(InsuranceRecorded))]
[JsonSerializable(typeof(InsuranceWithdrawn))]
[JsonSerializable(typeof(FieldWorkRecorded))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ServiceFactsJson : JsonSerializerContext;
