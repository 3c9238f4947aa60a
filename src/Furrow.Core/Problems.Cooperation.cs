namespace Furrow.Core;

/// <summary>Refusals about organisations, and about names of any register.</summary>
public static partial class Problems
{
    public static Problem NameLooksLike(string name, string other) => new("name-looks-like",
        $"'{name}' looks like '{other}', but its letters are of another script. Choose that one; if another is meant, say so.", 409,
        new ProblemPlace(null, null, "name"));

    public static Problem NameOfTwoScripts(string word) => new("name-of-two-scripts",
        $"'{word}' holds letters of two scripts that look alike. Write it in one; if it is meant so, say so.", 400, new ProblemPlace(null, null, "name"));

    public static Problem OrganisationNameBlank() =>
        new("organisation-name-blank", $"The name of an organisation needs letters that can be read.", 400, new ProblemPlace(null, null, "name"));

    public static Problem CountryCodeWrong(string text) => new("country-code-wrong",
        $"'{Short(text)}' is no country: write the two letters of ISO 3166-1.", 400, new ProblemPlace(null, null, "country"));

    public static Problem OrganisationNamesAllKnown() =>
        new("organisation-names-all-known", $"Every name that reports carry speaks of an organisation already.", 409);

    public static Problem OrganisationUnchanged(string name) => new("organisation-unchanged", $"That is what is known of '{name}' already.", 409);

    public static Problem OrganisationAliasUnknown(string name, string alias) =>
        new("organisation-alias-unknown", $"'{name}' is not called '{Short(alias)}' as well; its own name is changed by renaming.", 404);

    public static Problem OrganisationMerged(string name) =>
        new("organisation-merged", $"'{name}' was merged into another organisation. Take that one, or take the merge back first.", 409);

    public static Problem OrganisationNotMerged(string name) => new("organisation-not-merged", $"'{name}' was not merged into another organisation.", 409);

    public static Problem OrganisationIntoItself(string name) => new("organisation-into-itself", $"'{name}' cannot be merged into itself.", 409);

    public static Problem OrganisationPartOfItself(string name) =>
        new("organisation-part-of-itself", $"Then '{name}' would be part of itself, through what it is part of.", 409);

    public static Problem OrganisationNotClosed(string name) => new("organisation-not-closed", $"'{name}' is not closed.", 409);
}
