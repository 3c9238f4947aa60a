using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>How organisations come into the register, and what can be said of them there. None of it touches land or reports.</summary>
public static class OrganisationRules
{
    public const int LongestName = 160;

    /// <summary>What the fields of intents call it.</summary>
    public const string Thing = "organisation";

    public static Ruling Register(IKnown known, Act act, RegisterOrganisation intent)
    {
        var fact = new OrganisationRegistered(DerivedId.Of(act.Id, Thing), intent.Name.Trim(), intent.Kind, CountryCodes.Of(intent.Country), intent.Parent);
        return (NameRefused(Of(known), null, intent.Name, intent.Another) ?? CountryCodes.Refused(intent.Country)
            ?? ParentRefused(Of(known), intent.Parent)) is { } problem ? problem : [fact];
    }

    /// <param name="names">Those reports carry, each once.</param>
    public static Ruling RegisterReported(IKnown known, Act act, RegisterReportedOrganisations intent, IEnumerable<string> names)
    {
        var facts = names.Where(n => !Codes.IsBlank(n) && n.Trim().Length <= LongestName && Of(known).Bearing(n) is null)
            .Select(n => (IFact)new OrganisationRegistered(DerivedId.Of(act.Id, $"{Thing} {Codes.Key(n)}"), n.Trim(), intent.Kind)).ToList();
        return facts.Count == 0 ? Problems.OrganisationNamesAllKnown() : Ruling.Of(facts);
    }

    public static Ruling Rename(IKnown known, Act act, RenameOrganisation intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        return (Refused(organisation) ?? NameRefused(Of(known), organisation, intent.Name, intent.Another)) is { } problem ? problem
            : organisation.Name == intent.Name.Trim() ? Problems.NameTaken(organisation.Name)
            : [new OrganisationRenamed(intent.Organisation, intent.Name.Trim())];
    }

    public static Ruling Change(IKnown known, Act act, ChangeOrganisation intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        var fact = new OrganisationChanged(intent.Organisation, intent.Kind, CountryCodes.Of(intent.Country), intent.Parent);
        return (Refused(organisation) ?? CountryCodes.Refused(intent.Country) ?? ParentRefused(Of(known), intent.Parent)
            ?? CircleRefused(known, act, fact)) is { } problem ? problem
            : (organisation.Kind, organisation.Country, organisation.Parent) == (fact.Kind, fact.Country, fact.Parent)
                ? Problems.OrganisationUnchanged(organisation.Name)
                : [fact];
    }

    public static Ruling AddAlias(IKnown known, Act act, AddOrganisationAlias intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        return (Refused(organisation) ?? NameRefused(Of(known), null, intent.Alias, intent.Another)) is { } problem ? problem
            : [new OrganisationAliasAdded(intent.Organisation, intent.Alias.Trim())];
    }

    public static Ruling RemoveAlias(IKnown known, Act act, RemoveOrganisationAlias intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        return organisation.Aliases.Find(a => Codes.AreSame(a, intent.Alias)) is { } alias ? [new OrganisationAliasRemoved(intent.Organisation, alias)]
            : Problems.OrganisationAliasUnknown(organisation.Name, intent.Alias);
    }

    public static Ruling ChangeContact(IKnown known, Act act, ChangeOrganisationContact intent) =>
        Refused(Of(known).Find(intent.Organisation)!) is { } problem ? problem
            : [new OrganisationContactChanged(intent.Organisation, Codes.IsBlank(intent.Contact) ? null : intent.Contact!.Trim())];

    /// <summary>The second goes into the first. What was recorded of it stays, and can stand by itself again.</summary>
    public static Ruling Merge(IKnown known, Act act, MergeOrganisations intent)
    {
        var (stays, goes) = (Of(known).Find(intent.Organisation)!, Of(known).Find(intent.Other)!);
        var fact = new OrganisationsMerged(intent.Organisation, intent.Other);
        return stays.Id == goes.Id ? Problems.OrganisationIntoItself(stays.Name)
            : (Refused(stays) ?? Refused(goes) ?? CircleRefused(known, act, fact)) is { } problem ? problem
            : act.IsWithoutReason ? Problems.ReasonMissing("merge organisations")
            : [fact];
    }

    public static Ruling TakeBackMerge(IKnown known, Act act, TakeBackOrganisationMerge intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        if (organisation.MergedInto is not { } into)
        {
            return Problems.OrganisationNotMerged(organisation.Name);
        }

        var fact = new OrganisationMergeTakenBack(into, organisation.Id);
        return CircleRefused(known, act, fact) is { } problem ? problem
            : act.IsWithoutReason ? Problems.ReasonMissing("take back a merge of organisations")
            : [fact];
    }

    public static Ruling Close(IKnown known, Act act, CloseOrganisation intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        return Refused(organisation) is { } problem ? problem
            : organisation.ClosedOn is not null ? Problems.ClosedAlready(organisation.Name)
            : act.IsWithoutReason ? Problems.ReasonMissing("close an organisation")
            : [new OrganisationClosed(intent.Organisation, intent.ClosedOn)];
    }

    public static Ruling Reopen(IKnown known, Act act, ReopenOrganisation intent)
    {
        var organisation = Of(known).Find(intent.Organisation)!;
        return organisation.ClosedOn is null ? Problems.OrganisationNotClosed(organisation.Name) : [new OrganisationReopened(intent.Organisation)];
    }

    private static OrganisationRegister Of(IKnown known) => known.Of<OrganisationRegister>();

    /// <summary>What is one with another is changed there, not here.</summary>
    private static Problem? Refused(Organisation organisation) => organisation.MergedInto is null ? null : Problems.OrganisationMerged(organisation.Name);

    /// <param name="own">Whose name it becomes: it may take one of its own.</param>
    private static Problem? NameRefused(OrganisationRegister register, Organisation? own, string name, bool? another) =>
        Codes.IsBlank(name) ? Problems.OrganisationNameBlank()
        : register.Bearing(name) is { } bearing ? bearing.Id == own?.Id ? null : Problems.NameTaken(bearing.Name)
        : another == true ? null
        : Lookalikes.Of(name).Select(register.Bearing).FirstOrDefault(o => o is not null && o.Id != own?.Id) is { } like
            ? Problems.NameLooksLike(name, like.Name)
        : Lookalikes.MixedWord(name) is { } word ? Problems.NameOfTwoScripts(word)
        : null;

    private static Problem? ParentRefused(OrganisationRegister register, Guid? parent) =>
        parent is { } id && register.Find(id) is { MergedInto: not null } merged ? Problems.OrganisationMerged(merged.Name) : null;

    /// <summary>Whether after it somebody would be part of itself.</summary>
    private static Problem? CircleRefused(IKnown known, Act act, IFact fact)
    {
        var after = Of(known).Apply(new Placed(0, act.At, act, fact));
        return after.Standing.FirstOrDefault(after.IsPartOfItself) is { } circle ? Problems.OrganisationPartOfItself(circle.Name) : null;
    }
}
