namespace Furrow.Core.Cooperation;

/// <summary>What the names in reports come to, once somebody has said which organisation each speaks of.</summary>
public static class OrganisationNames
{
    /// <summary>What to count a report under: the name of the organisation, however the report spells it; a name nobody has spoken for stays itself.</summary>
    public static string Called(this OrganisationRegister register, string reported) => register.Named(reported)?.Name ?? reported;

    /// <summary>Every name under which reports speak of an organisation: its own, and those of what was merged into it.</summary>
    public static IEnumerable<string> Of(OrganisationRegister register, Organisation organisation) =>
        register.All.Where(o => register.StandingFor(o).Id == organisation.Id).SelectMany(o => o.Names);

    /// <summary>Every spelling of whoever bears this name; the name alone where nobody does.</summary>
    public static IEnumerable<string> SpellingsOf(this OrganisationRegister register, string name) =>
        register.Named(name) is { } organisation ? Of(register, organisation) : [name];
}
