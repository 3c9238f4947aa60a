using System.Text.RegularExpressions;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Balance;

namespace Furrow.Server.Tests.Pages;

/// <summary>Every language says the same things, and says all of them.</summary>
public sealed partial class LanguageTests
{
    private static readonly Texts English = Texts.In("en");

    public static TheoryData<string> Others() => [.. Texts.Languages.Select(l => l.Code).Where(c => c != "en")];

    [Theory]
    [MemberData(nameof(Others))]
    public void A_language_has_the_keys_of_English_and_no_other(string language) =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Texts.In(language).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Others))]
    public void A_word_takes_the_same_arguments_in_each_language(string language)
    {
        var texts = Texts.In(language);
        var different = English.Keys.Where(k => !Arguments(English[k]).SetEquals(Arguments(texts[k])) || texts[k].Length == 0);

        Assert.Empty(different);
    }

    /// <summary>A mapping of columns is no map: one word for both sends people to the wrong page.</summary>
    [Theory]
    [InlineData("az", "xəritə")]
    [InlineData("tr", "harita")]
    [InlineData("ur", "نقش")]
    [InlineData("ru", "карт")]
    public void A_mapping_is_called_otherwise_than_a_map(string language, string map)
    {
        var texts = Texts.In(language);
        var mapping = English.Keys.Where(k => English[k].Contains("mapping", StringComparison.OrdinalIgnoreCase)
            && !English[k].Contains("map.", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(mapping.Count > 15);
        Assert.DoesNotContain(mapping, k => texts[k].Contains(map, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_field_s_own_lists_have_a_word_for_each_value()
    {
        var wanted = Statuses.Names.Select(s => "status." + s.Name)
            .Concat(Kinds.Names.Select(k => "kind." + k.Name))
            .Concat(Of<Heading>("heading")).Concat(Of<LandEffect>("effect")).Concat(Of<ReportKind>("report-kind")).Concat(Of<ReportStatus>("review"))
            .Concat(Of<ReviewAct>("review-act"))
            .Concat(Of<EvidenceStrength>("evidence")).Concat(Of<Verdict>("verdict")).Concat(Of<Severity>("severity"))
            .Concat(Of<AreaState>("area-state"))
            .Concat(BalanceQuestions.Groups.Select(g => "by." + BalanceQuestions.NameOf(g)))
            .Concat(ImportAs.All.Select(a => "import-as." + a.Word))
            .Concat(ImportPlan.Steps.Select(s => "step." + s.Replace(' ', '-')))
            .Concat(ReportFields.All.Select(f => "field." + f.Name))
            .Concat(FindingDecision.All.Select(d => "decision." + d.Decision));

        Assert.Empty(wanted.Except(English.Keys));
    }

    [Fact]
    public void A_key_that_is_in_no_file_shows_itself() => Assert.Equal("no.such-key", English["no.such-key"]);

    private static IEnumerable<string> Of<T>(string group)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => group + "." + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
