using System.Reflection;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Reports;
using Furrow.Server.Programmes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Furrow.Server.Tests.Pages;

/// <summary>What the ledger says in English is known again and said in the language of the page.</summary>
public sealed class SaidTests
{
    private static readonly Phrase Because = $"because.";

    private static readonly Texts Russian = Texts.In("ru");

    public static TheoryData<string> Others() => [.. Texts.Languages.Select(l => l.Code).Where(c => c != "en")];

    /// <summary>Refusals no page shows: they belong to the command line, to JSON, to the opening of a ledger before anything is served, to erasure, to the
    /// addresses of the map, which programs read, and to the door, where nobody's language is known yet.</summary>
    private static readonly string[] Unsaid =
    [
        "correction-not-one", "exercise-step-refused", "export-format-unknown", "field-wrong-json", "file-missing", "host-foreign",
        "intent-given-twice", "intent-other", "intent-unreadable", "ledger-broken", "ledger-in-use", "ledger-incomplete", "ledger-not-found",
        "ledger-of-another-release", "ledger-write-ahead-unread", "listening-beyond", "log-time-runs-back", "map-box-unreadable",
        "map-picture-too-large", "map-polygon-unreadable", "map-tile-unknown", "media-type-wrong", "not-a-ledger", "origin-foreign",
        "part-not-erasable", "part-not-there", "places-missing", "places-unknown", "port-taken", "programme-exists", "programme-missing",
        "programme-without-genesis", "startup-foreign", "time-zone-of-another",
    ];

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
        Assert.Equal("Nobody translated this.", Said.Of(Russian, "no-such-code", $"Nobody translated this."));
        Assert.Equal("Another sentence of the code.", Said.Of(Russian, "person-missing", $"Another sentence of the code."));
    }

    [Fact]
    public void What_a_sentence_holds_of_the_program_s_own_is_said_in_the_language_of_the_page_too()
    {
        Assert.Equal("Архив отклонён, потому что ему нельзя доверять: его файл 'a.csv' зашифрован.",
            Said.Of(Russian, Problems.ArchiveBroken("a.zip", $"its member '{"a.csv"}' is encrypted")));
        Assert.Equal("Загрузку нельзя взять обратно: на том, что в ней есть (отзыв H-1), держится отчёт C-2 (00000000-0000-0000-0000-000000000000). "
            + "Сначала отзовите это.", Said.Of(Russian, Problems.BatchRestedOn($"withdrawal of {"H-1"}", $"report {"C-2"}", Guid.Empty)));
        Assert.StartsWith("'bad' говорит «не принято», но строка была бы принята как «не очищено».", Said.Of(Russian,
            Problems.StatusContradicts("a.csv", 1, "result", "bad", $"{new Word("not accepted")}", $"not {new Word("cleared")}")), StringComparison.Ordinal);
    }

    /// <summary>Names of statuses and kinds stand in refusals of rows.</summary>
    [Fact]
    public void Every_status_and_kind_is_a_word_of_every_language() => Assert.Empty(ValueWords.Effects.Select(e => e.Name)
        .Concat(ReportKinds.All.Select(k => k.Name)).Concat(ImportAs.All.Select(a => a.Word)).Append(ValueWords.Nothing)
        .Where(w => !Texts.In("en").Has("word." + w)).Distinct());

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_check_has_a_title_and_every_pattern_of_a_problem_is_one_the_catalogue_still_says(string language)
    {
        var texts = Texts.In(language);
        Assert.Empty(CheckList.All.Where(c => Said.Title(texts, c) == c.Title).Select(c => c.Code));
        var said = Texts.In("en").Keys.Where(k => k.StartsWith("problem.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]).ToHashSet();
        var lost = Catalogue.Where(p => said.Contains(p.Code) && !p.Phrase.Equals(Because) && Said.Of(texts, p) == p.Sentence).Select(p => $"{p.Code}: {p.Sentence}");
        Assert.Empty(lost);
        Assert.Empty(said.Except(Catalogue.Select(p => p.Code)));
    }

    [Fact]
    public void A_problem_is_said_in_every_language_or_on_the_list_of_those_no_page_shows() => Assert.Equal(Unsaid,
        Catalogue.Select(p => p.Code).Where(code => !Texts.In("en").Has("problem." + code)).Order(StringComparer.Ordinal));

    /// <summary>Problems whose sentence is said by who makes them: what people meet on pages, made by the very rules and readers.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void What_a_person_can_type_or_upload_wrongly_is_said_in_each_language(string language)
    {
        var texts = Texts.In(language);
        var english = Mistakes().ToList();
        Assert.All(english, p => Assert.NotNull(p));
        Assert.Empty(english.Where(p => Said.Of(texts, p!) == p!.Sentence).Select(p => p!.ToString()));
    }

    private static IEnumerable<Problem?> Mistakes()
    {
        var report = new Report
        {
            Id = Guid.Parse("00000000-0000-4000-8000-000000000001"),
            Code = "H-1",
            Kind = ReportKind.SuspectedHazardousArea,
            End = new ReportDate(new DateOnly(2025, 6, 1)),
            Organisation = "EXERCISE office",
            Kinds = KindSet.ApMines,
            Parts = [new ReportPart { Effect = LandEffect.Suspect }],
        };
        ReportPart part = report.Parts[0], reopened = part with { Effect = LandEffect.ReopenConfirmed };
        yield return MinimumData.Refusal(report with { Organisation = " " });
        yield return MinimumData.Refusal(report with { End = new ReportDate(new DateOnly(1816, 1, 1)) });
        yield return MinimumData.Refusal(report with { Parts = [part with { DepthSearchedCm = -1 }] });
        yield return MinimumData.Refusal(report with { Parts = [part with { StatedSquareMetres = -1 }] });
        yield return MinimumData.Refusal(report with { Parts = [part with { Point = new GridPoint(0, 91 * GridPoint.PerDegree) }] });
        yield return MinimumData.Refusal(report with { Kind = ReportKind.Reopening, Parts = [reopened] });
        yield return MinimumData.Refusal(report with { Kind = ReportKind.Reopening, Parts = [reopened],
            Evidence = [new Evidence(EvidenceStrength.Indirect, "interview")] });
        yield return MinimumData.Refusal(report with { Kind = ReportKind.Custody, Parts = [part with { Effect = LandEffect.HandOver }] });
        yield return Corrected(report, ("end", "tomorrow"));
        yield return Corrected(report, ("searched-0", "20 cm"));
        yield return Corrected(report, ("stated-0", "about 1,234"));
        yield return Corrected(report, ("drawn-0", "nothing of the kind"));
        yield return Corrected(report, ("drawn-0", "POINT(1 2)"));
        yield return Read("polygon,order,lat,lon\nA,1,45,10\nA,2,,\nA,3,45.1,10\n");
        yield return Read("polygon,order,lat,lon\nA,1,45,10\nA,1,45,10.1\nA,2,45.1,10\n");
        yield return Read("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Blob","coordinates":[1,2]},"properties":{}}]}""");
        yield return Read("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon"},"properties":{}}]}""");
        yield return Read("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1]},"properties":{}}]}""");
    }

    private static Problem? Corrected(Report report, params (string Name, string Value)[] form) => CorrectionForm.Read(report, Guid.Empty,
        new FormCollection(form.ToDictionary(f => f.Name, f => new StringValues(f.Value))), Furrow.Core.Checks.CheckSettings.Default).Problem;

    private static Problem? Read(string text)
    {
        var reading = FormatDetector.Open(SourceFile.Of(text[0] == '{' ? "a.geojson" : "a.csv", System.Text.Encoding.UTF8.GetBytes(text))).Get();
        return reading.Rows.Select(r => r.Problem).FirstOrDefault(p => p is not null);
    }

    /// <summary>Places and notes: what was expected, and what was assumed, within the sentence.</summary>
    [Theory]
    [InlineData("Lat,Lon\nforty,17\n44,17\n45,17\n")]
    [InlineData("Easting,Northing,Zone\n500000,4880000,33X\n")]
    [InlineData("Easting,Northing,Zone\n500000,4880000,33S\n")]
    [InlineData("MGRS\n33T\n")]
    [InlineData("MGRS\nnowhere\n")]
    [InlineData("Lat,Lon,MGRS\n44,,\n44,17,\n44,17,33TXJ 60349 93817\n")]
    [InlineData("WKT\nPOLYGON((17 44\n")]
    public void Why_a_place_is_not_read_is_said_in_each_language_whole(string table)
    {
        var reading = FormatDetector.Open(SourceFile.Of("a.csv", System.Text.Encoding.UTF8.GetBytes(table))).Get();
        var problems = reading.Rows.Select(r => r.Problem).OfType<Problem>().ToList();
        Assert.NotEmpty(problems);
        Assert.All(Others().Select(l => Texts.In((string)l)), texts => Assert.DoesNotContain(problems, p => Said.Of(texts, p) is var said
            && (said == p.Sentence || said.Contains(" is not ", StringComparison.Ordinal) || said.Contains(" a ", StringComparison.Ordinal))));
    }

    /// <summary>Notes of rows as the readers make them: sentences within sentences, and words of the program's own.</summary>
    public static IEnumerable<TheoryDataRow<Phrase>> NotesOfRows()
    {
        var adjusted = new Word("left in the last edge");
        Phrase magnetic = $"magnetic north, declination {6.2} degrees east", area = $"an area";
        Phrase other = $"{area} in {"m2"}, as its column says: the cell itself states {"ha"}";
        yield return new($"The grid reference names a square of {100} m; its south-west corner was taken.");
        yield return new($"The last leg missed the start by {0.42} m in {210.0:0.0} m; {adjusted}.");
        yield return new($"Bearings from {magnetic}.");
        yield return new($"{"Area"}: {Problems.FieldUnreadable("a.csv", 1, "Area", "1 ha", other)}");
        yield return new(Exchange.Notes.UnitRead("Depth", "0.2 m", 20, "cm"));
    }

    [Theory]
    [MemberData(nameof(NotesOfRows))]
    public void A_note_is_said_in_each_language_whole(Phrase note) => Assert.All(Others().Select(l => Said.Note(Texts.In((string)l), note)), said =>
    {
        Assert.NotEqual(note.ToString(), said);
        Assert.DoesNotContain(" the ", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" is not ", said, StringComparison.Ordinal);
    });

    /// <summary>Found once, said in each language.</summary>
    private static readonly Lazy<IReadOnlyList<FindingGroup>> OnTheIsland = new(() =>
    {
        using var folder = new TempFolder();
        var plan = ExercisePlan.Make(7);
        using var programme = Programme.Open(folder["island.furrow"], () => ExerciseRunner.Genesis(plan)).Get();
        ExerciseRunner.Play(programme, plan).Get();
        return LedgerFindings.Of(programme.State, null, new DateOnly(2026, 11, 24), null);
    });

    [Theory]
    [MemberData(nameof(Others))]
    public void What_the_checks_find_on_the_island_is_said_in_each_language(string language)
    {
        var texts = Texts.In(language);
        Assert.NotEmpty(OnTheIsland.Value);
        Assert.Empty(OnTheIsland.Value.SelectMany(g => g.Examples).Where(f => Said.Of(texts, f) == f.Sentence || Said.Fix(texts, f) == f.Fix.Sentence)
            .Select(f => $"{f.Code}: {f.Sentence} / {f.Fix.Code}: {f.Fix.Sentence}").Distinct());
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "abc",
        var t when t == typeof(Phrase) => Because,
        var t when t == typeof(Problem) => Problems.NothingToCheck(),
        var t when t == typeof(Guid) => Guid.Parse("00000000-0000-4000-8000-000000000001"),
        var t when typeof(System.Collections.IEnumerable).IsAssignableFrom(t) => new[] { "one", "two" },
        var t when t == typeof(Core.Scopes) => Core.Scopes.Land,
        var t when t == typeof(Word) => new Word("end"),
        var t => t.IsValueType ? Activator.CreateInstance(t) : null,
    };
}
