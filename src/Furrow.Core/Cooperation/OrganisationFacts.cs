using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Cooperation;

/// <summary>What an organisation is. The numbers are for ever.</summary>
public enum OrganisationKind : byte
{
    /// <summary>The national mine action authority, or its centre.</summary>
    NationalAuthority = 1,

    /// <summary>A state body that surveys or clears: sappers of an army, a ministry's or a rescue service's own teams.</summary>
    StateOperator = 2,

    /// <summary>A contingent of another state's armed forces.</summary>
    MilitaryContingent = 3,

    /// <summary>A non-governmental operator.</summary>
    NonGovernmental = 4,

    /// <summary>A commercial operator.</summary>
    Company = 5,

    /// <summary>It checks the work of others.</summary>
    QualityBody = 6,

    /// <summary>It pays for work, and does none.</summary>
    Donor = 7,

    Ministry = 8,

    /// <summary>A province, a district, a municipality.</summary>
    LocalAuthority = 9,

    Laboratory = 10,

    Embassy = 11,

    /// <summary>A body of several states, such as an agency of the United Nations.</summary>
    International = 12,
}

/// <summary>An organisation is known from here on.</summary>
/// <param name="Organisation">Its id, for ever.</param>
/// <param name="Country">Two letters as in ISO 3166-1; null where it belongs to none.</param>
/// <param name="Parent">The organisation it is part of; null where it stands alone.</param>
[FactName("organisation-registered", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationRegistered(Guid Organisation, string Name, OrganisationKind Kind, string? Country = null, Guid? Parent = null) : IFact;

/// <summary>It has another name from here on. The name before stays one of its names: reports carry it.</summary>
[FactName("organisation-renamed", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationRenamed(Guid Organisation, string Name) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

/// <summary>What it is, of which country, and what it is part of, is known otherwise.</summary>
[FactName("organisation-changed", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationChanged(Guid Organisation, OrganisationKind Kind, string? Country = null, Guid? Parent = null) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

/// <summary>It is called so as well: in another script or language, as an abbreviation, or as reports spell it.</summary>
[FactName("organisation-alias-added", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationAliasAdded(Guid Organisation, string Alias) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

/// <summary>It is not called so.</summary>
[FactName("organisation-alias-removed", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationAliasRemoved(Guid Organisation, string Alias) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

/// <summary>How it is reached.</summary>
/// <param name="Contact">Address, telephone and mail of an organisation's office. Null: they are not known any more.</param>
[FactName("organisation-contact-changed", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationContactChanged(Guid Organisation, [property: Sensitive(Tier.Restricted)] Sealed? Contact = null) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

/// <summary>Two organisations in the register are one: everything that names the second speaks of the first.</summary>
/// <param name="Organisation">The one that stays.</param>
/// <param name="Other">The one that goes into it.</param>
[FactName("organisations-merged", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationsMerged(Guid Organisation, Guid Other) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation, Other);
}

/// <summary>An organisation that went into another stands by itself again, with the names it had.</summary>
/// <param name="Organisation">The one it had gone into.</param>
/// <param name="Other">The one that stands by itself again.</param>
[FactName("organisation-merge-taken-back", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationMergeTakenBack(Guid Organisation, Guid Other) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation, Other);
}

/// <summary>It does not work here any more.</summary>
[FactName("organisation-closed", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationClosed(Guid Organisation, DateOnly ClosedOn) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

/// <summary>It works here again, or its closing was a mistake.</summary>
[FactName("organisation-reopened", 1, needs: Right.KeepOrganisations)]
public sealed record OrganisationReopened(Guid Organisation) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Concern.Of(Organisation);
}

[JsonSerializable(typeof(OrganisationRegistered))]
[JsonSerializable(typeof(OrganisationRenamed))]
[JsonSerializable(typeof(OrganisationChanged))]
[JsonSerializable(typeof(OrganisationAliasAdded))]
[JsonSerializable(typeof(OrganisationAliasRemoved))]
[JsonSerializable(typeof(OrganisationContactChanged))]
[JsonSerializable(typeof(OrganisationsMerged))]
[JsonSerializable(typeof(OrganisationMergeTakenBack))]
[JsonSerializable(typeof(OrganisationClosed))]
[JsonSerializable(typeof(OrganisationReopened))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class OrganisationFactsJson : JsonSerializerContext;
