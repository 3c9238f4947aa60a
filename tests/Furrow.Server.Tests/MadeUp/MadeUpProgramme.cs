using System.Globalization;
using Furrow.Core.Drills;

namespace Furrow.Server.Tests.MadeUp;

/// <summary>One line somebody types. "@waiting" stands for each report that waits, one line each; "@group" for a group of findings that is there.</summary>
/// <param name="Person">Account of the person.</param>
internal sealed record MadeUpLine(string Person, IReadOnlyList<string> Words);

/// <summary>A small programme made from a seed, as files and command lines: imports, reviews, corrections, withdrawals, decisions on findings, undone
/// imports. The same seed gives the same programme in every release, so that answers of two releases can be compared. Some lines are refused; that is
/// part of it.</summary>
internal sealed class MadeUpProgramme
{
    private const string Author = "Ann";
    private const string Reviewer = "Bo";
    private static readonly string[] Works = ["suspected", "confirmed", "cleared", "cleared", "reduced", "cancelled", "technical-survey", "completion",
        "no-evidence", "handed-over", "residual-item", "reopening"];
    private readonly SeededNumbers _numbers;
    private readonly MadeUpRows _rows;
    private readonly List<MadeUpLine> _lines = [];
    private DateOnly _day = new(2019, 3, 1);

    public MadeUpProgramme(int seed)
    {
        _numbers = SeededNumbers.For((ulong)seed, "made-up programme");
        _rows = new MadeUpRows(_numbers);
        Import("suspected", _numbers.Between(2, 6), "--baseline", "--accept", "old archive");
        for (var steps = _numbers.Between(3, 7); steps > 0; steps--)
        {
            _day = _day.AddDays(_numbers.Between(30, 300));
            Step();
        }
    }

    public Dictionary<string, string> Files { get; } = new()
    {
        ["halves.geojson"] = GeoText.Collection(
            Half("West", "[17,44],[17.2011,44],[17.2011,44.2],[17,44.2],[17,44]"),
            Half("East", "[17.2011,44],[17.4,44],[17.4,44.1013],[17.2011,44.1013],[17.2011,44]")),
    };

    public IReadOnlyList<MadeUpLine> Lines => _lines;

    /// <summary>What is asked in the end, each answered in JSON.</summary>
    public IEnumerable<IReadOnlyList<string>> Questions()
    {
        string middle = Iso(new DateOnly(2020, 1, 1)), known = $"{_numbers.Between(1, 3)}";
        yield return ["balance"];
        yield return ["balance", "--as-of", middle, "--from", "2019-04-01", "--known-at", known, "--kind", "ap-mines"];
        foreach (var by in (string[])["kind", "organisation", "team", "method", "donor", "year", "area"])
        {
            yield return ["balance", "--from", "2019-06-01", "--by", by];
        }

        yield return ["balance", "--by", "place", "--places", "halves.geojson"];
        yield return ["balance", "--kind", "custody"];
        yield return ["effort"];
        yield return ["effort", "--as-of", middle, "--known-at", known];
        yield return ["areas"];
        yield return ["areas", "--as-of", middle, "--known-at", known];
        yield return ["restate", "--after", "1"];
        yield return ["restate", "--after", "1", "--as-of", middle, "--kind", "av-mines"];
        yield return ["findings", "list"];
        yield return ["review", "list"];
        yield return ["batches"];
        yield return ["acceptances"];
        yield return ["spot", "--lat", _rows.Point(), "--lon", _rows.East()];
        yield return ["spot", "--lat", _rows.Point(), "--lon", _rows.East(), "--as-of", middle];
        foreach (var code in _rows.Codes.Take(3))
        {
            yield return ["areas", code];
            yield return ["review", "history", code];
        }
    }

    private void Step()
    {
        switch (_numbers.Below(12))
        {
            case 0:
                Import(_numbers.Pick(Works), 1);
                Decide("review", _numbers.Chance(0.5) ? "return" : "reject", "@waiting", "--reason", "not clear");
                break;
            case 1:
                var code = SomeCode();
                Files[$"new-{_lines.Count}.geojson"] = _rows.One(code, _day);
                Type(Author, "correct", code, $"new-{_lines.Count}.geojson", "--as", _numbers.Pick(Works), "--to", "the village", "--evidence", "a find");
                Accept();
                break;
            case 2:
                Type(Author, "withdraw", SomeCode(), "--reason", "drawn wrongly");
                Accept();
                break;
            case 3:
                Type(Author, "undo", "last", "--reason", "the wrong file");
                break;
            case 4:
                Decide("findings", "decide", "@group", "--decision", _numbers.Pick(["accept-as-is", "repair", "send-back"]), "--reason", "looked at");
                Decide("findings", "decide", "@group", "--decision", "reconsider", "--reason", "on second thoughts");
                Accept();
                break;
            default:
                Import(_numbers.Pick(Works), _numbers.Between(1, 4));
                if (_numbers.Chance(0.85))
                {
                    Accept();
                }

                break;
        }
    }

    private void Import(string work, int rows, params string[] more)
    {
        var file = $"rows-{_lines.Count}.geojson";
        Files[file] = _rows.File(rows, _day);
        Type(Author, ["import", file, "--as", work, "--organisation", "North", "--to", "the village", "--evidence", "a find",
            .. _numbers.Chance(0.7) ? (string[])["--take-in-doubt", "all"] : [], "--apply", .. more]);
    }

    private void Accept()
    {
        Decide("review", "check", "@waiting");
        Decide("review", "accept", "@waiting", "--reason", "sound");
    }

    private string SomeCode() => _rows.Codes.Count == 0 ? "R-1" : _numbers.Pick(_rows.Codes);

    private void Decide(params string[] words) => Type(Reviewer, words);

    private void Type(string person, params string[] words) => _lines.Add(new MadeUpLine(person, words));

    private static string Half(string name, string ring) =>
        GeoText.Feature($$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""", $$"""{"name":"{{name}}"}""");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
