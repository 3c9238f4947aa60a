namespace Furrow.Server.Tests.Imports;

/// <summary>Files that went wrong once, and the right answer for each, a line a case: by the command line and by the page. The files lie in tests/Cases
/// with the table of answers, answers.txt, which says how it is read.</summary>
public sealed class CaseTests(CasesByCountry countries) : IClassFixture<CasesByCountry>
{
    private const string Country = "country";

    private static readonly (string, string)[] Defaults = [("as", "suspected"), ("on", "2020-01-01"), ("organisation", "EXERCISE")];

    /// <summary>File, what is said about it, what becomes of its rows (see <see cref="CaseAnswer"/>), and what stands in the reports it makes.</summary>
    public static TheoryData<string, string, string, string> Cases => [.. CaseFiles.Answers()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_its_right_answer_by_both_doors(string name, string said, string answer, string facts)
    {
        var own = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=', 2)).Select(a => (a[0], a[1].Replace('_', ' '))).ToList();
        var doors = countries.Of(own.Find(a => a.Item1 == Country).Item2 ?? "");
        var file = CaseFiles.Of(doors.Shell, name);
        var about = Defaults.Concat(own.Where(a => a.Item1 != Country)).GroupBy(a => a.Item1).Select(g => g.Last()).ToArray();
        Assert.Equal(answer, doors.ByCommandLine(file, about).ToString());
        Assert.Equal(answer, (await doors.ByPage(file, about)).ToString());
        if (facts.Length > 0)
        {
            var reports = CasesByDoor.Reports(file, about).Split('\n');
            Assert.All(facts.Split("; "),
                fact => Assert.Contains(reports, report => fact.Split(" + ").All(part => report.Contains(part, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Every_file_has_its_answer() =>
        Assert.Empty(new[] { "files", "sheets", "geocheck", "geojson", "encodings", "hostile" }.SelectMany(CaseFiles.In).Except(Cases.Select(c => c.Data.Item1)));
}
