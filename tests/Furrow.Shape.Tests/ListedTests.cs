using System.Reflection;
using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Furrow.Server.Verbs;

namespace Furrow.Shape.Tests;

/// <summary>What a user can meet by name stands in the documents: every list of the program is held against the page that explains it.
/// Verbs, facts and rights are printed into theirs.</summary>
public sealed class ListedTests
{
    public static readonly TheoryData<string, string> Lists = new()
    {
        { "checks", "docs/checks.md" },
        { "kinds of report", "docs/user/reports.md" },
        { "words of --as", "docs/user/reports.md" },
        { "check settings", "docs/settings.md" },
        { "settings about who may work", "docs/settings.md" },
        { "stages of accreditation", "docs/user/accreditation.md" },
        { "statuses", "docs/moves.md" },
        { "headings", "docs/moves.md" },
        { "effects", "docs/moves.md" },
        { "kinds", "docs/glossary.md" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Everything_on_a_list_is_explained(string list, string document)
    {
        var names = NamesOf(list).ToList();
        Assert.NotEmpty(names);
        None(Unexplained(names, Tree.File(document).Text));
    }

    [Fact]
    public void The_verbs_are_printed_as_their_help_has_them() => Verdict.Printed(VerbPage.Document, VerbPage.Render());

    /// <summary>Row for row as the code has it.</summary>
    [Fact]
    public void The_moves_of_an_accreditation_are_those_of_the_code() => Assert.Equal(
        AccreditationMoves.Next.Select(m => (From: Kebab($"{m.Key}"), To: string.Join(", ", m.Value.Select(s => $"`{Kebab($"{s}")}`"))))
            .Select(m => $"| `{m.From}` | {(m.To.Length == 0 ? "nothing" : m.To)} |"),
        Tree.File("docs/user/accreditation.md").Lines.SkipWhile(l => l != "| from | to |").Skip(2).TakeWhile(l => l.StartsWith('|')));

    [Fact]
    public void The_list_rule_can_fail() => Assert.Equal(["balance", "serve"],
        Unexplained(["import", "balance", "serve", "verify"], "`import` and `balances` and serve, `verify FILE`"));

    public static IEnumerable<string> NamesOf(string list) => list switch
    {
        "checks" => CheckList.All.Select(c => c.Code),
        "check settings" => typeof(CheckSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => p.Name),
        "settings about who may work" => CooperationProfile.All.Select(s => s.Name),
        "stages of accreditation" => Enum.GetNames<AccreditationStage>().Select(Kebab),
        "kinds of report" => ReportKinds.All.Select(k => k.Name),
        "words of --as" => ImportAs.All.Select(a => a.Word),
        "statuses" => Statuses.Names.Select(n => n.Name),
        "headings" => Enum.GetNames<Heading>().Select(Kebab),
        "effects" => Enum.GetNames<LandEffect>().Select(Kebab),
        "kinds" => [.. Kinds.Names.Select(n => n.Name), "overall", "custody", "all"],
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>"review", "review list": every verb and every part of one, read from the list the program itself reads.</summary>
    public static IEnumerable<string> Verbs() => VerbList.All().SelectMany(v => WithParts(v, ""));

    private static IEnumerable<string> WithParts(Verb verb, string before) =>
        [before + verb.Name, .. verb.Parts.SelectMany(p => WithParts(p, before + verb.Name + " "))];

    /// <summary>A name is explained where it stands in code marks, alone or with what follows it after a blank.</summary>
    private static IEnumerable<string> Unexplained(IEnumerable<string> names, string document) => names.Distinct().Where(name =>
        !document.Contains($"`{name}`", StringComparison.Ordinal) && !document.Contains($"`{name} ", StringComparison.Ordinal));

    internal static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
