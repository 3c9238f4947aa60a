using System.Reflection;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Drills.Exercises;
using Furrow.Server.Imports;
using Furrow.Server.Pages;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Pages;

/// <summary>What the ledger says in English is known again and said in the language of the page.</summary>
public sealed class SaidTests
{
    private static readonly Texts Russian = Texts.In("ru");

    public static TheoryData<string> Others() => [.. Texts.Languages.Select(l => l.Code).Where(c => c != "en")];

    /// <summary>Every problem of the catalogue that takes no argument this test cannot make.</summary>
    private static IEnumerable<Problem> Catalogue => typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.ReturnType == typeof(Problem)).Select(m => (Problem)m.Invoke(null, [.. m.GetParameters().Select(Argument)])!);

    [Fact]
    public void A_sentence_is_said_in_the_language_of_the_page_with_its_arguments()
    {
        Assert.Equal("Донесение H-1: заменено. Решать можно только о донесении, которое ждёт рассмотрения.",
            Said.Of(Russian, Problems.ReportNotWaiting("H-1", "superseded")));
        Assert.Equal("В \"44 75 17 33\" минут или секунд 60 или больше.", Said.Of(Russian, Problems.PositionSixty("44 75 17 33")));
        Assert.Equal(Problems.PositionSixty("x").Sentence, Said.Of(Texts.In("en"), Problems.PositionSixty("x")));
        Assert.Equal("Nobody translated this.", Said.Of(Russian, "no-such-code", "Nobody translated this."));
        Assert.Equal("Another sentence of the code.", Said.Of(Russian, "person-missing", "Another sentence of the code."));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_check_has_a_title_and_every_pattern_of_a_problem_is_one_the_catalogue_still_says(string language)
    {
        var texts = Texts.In(language);
        Assert.Empty(CheckList.All.Where(c => Said.Title(texts, c) == c.Title).Select(c => c.Code));
        var said = Texts.In("en").Keys.Where(k => k.StartsWith("problem.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]).ToHashSet();
        var lost = Catalogue.Where(p => said.Contains(p.Code) && Said.Of(texts, p) == p.Sentence).Select(p => $"{p.Code}: {p.Sentence}");
        Assert.Empty(lost);
        Assert.Empty(said.Except(Catalogue.Select(p => p.Code)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_the_checks_find_on_the_island_is_said_in_each_language(string language)
    {
        using var folder = new TempFolder();
        var plan = ExercisePlan.Make(7);
        using var programme = Programme.Open(folder["island.furrow"], () => ExercisePlay.Genesis(plan)).Get();
        ExercisePlay.Play(programme, plan).Get();
        var texts = Texts.In(language);
        var groups = LedgerFindings.Of(programme.State, null, new DateOnly(2026, 11, 24), null);
        Assert.NotEmpty(groups);
        Assert.Empty(groups.SelectMany(g => g.Examples).Where(f => Said.Of(texts, f) == f.Sentence || Said.Fix(texts, f) == f.Fix.Sentence)
            .Select(f => $"{f.Code}: {f.Sentence} / {f.Fix.Code}: {f.Fix.Sentence}").Distinct());
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => parameter.Name == "why" ? "because." : "abc",
        var t when t == typeof(Guid) => Guid.Parse("00000000-0000-4000-8000-000000000001"),
        var t when typeof(System.Collections.IEnumerable).IsAssignableFrom(t) => new[] { "one", "two" },
        var t when t == typeof(Core.Log.Scopes) => Core.Log.Scopes.Land,
        var t => t.IsValueType ? Activator.CreateInstance(t) : null,
    };
}
