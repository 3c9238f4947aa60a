namespace Furrow.Server.Tests.Imports;

/// <summary>Files that went wrong once, and the right answer for each, a line a case: by the command line and by the page. The files lie in Imports/Cases; what
/// is said about one is what both doors take (as, on, organisation, crs, axes, encoding, layer, hidden).</summary>
public sealed class CaseTests(CasesByDoor doors) : IClassFixture<CasesByDoor>
{
    /// <summary>File, what is said about it, and what becomes of its rows (see <see cref="CaseAnswer"/>).</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "geojson/status_words.geojson", "as=cleared", "1 accepted 8912 m², 16 refused status-unknown; 16 open" },
        { "geojson/status_mixed.geojson", "as=cleared", "2 accepted 17824 m², 4 refused status-contradicts" },
        { "sheets/16_kinds.xlsx", "as=suspected", "18 accepted 160413 m², 8 refused kinds-unknown; 8 open" },
        { "sheets/03_unit_00.xlsx", "as=suspected", "1 accepted 12516 m²" },
        { "sheets/03_unit_24.xlsx", "as=suspected", "1 accepted 12516 m²" },
        { "files/dmy2.csv", "as=suspected", "3 accepted 26691 m²" },
        { "files/mixed.csv", "as=suspected", "2 accepted 17794 m², 1 refused field-unreadable; 1 open" },
        { "files/point.csv", "as=suspected", "3 accepted 26691 m²" },
        { "files/point1.csv", "as=suspected on=2024-01-01", "3 refused field-unreadable; 1 open" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_its_right_answer_by_both_doors(string name, string said, string answer)
    {
        var file = CaseFiles.Of(doors.Shell, name);
        var about = Defaults.Concat(said.Split(' ').Select(a => a.Split('=', 2)).Select(a => (a[0], a[1])))
            .GroupBy(a => a.Item1).Select(g => g.Last()).ToArray();
        Assert.Equal(answer, doors.ByCommandLine(file, about).ToString());
        Assert.Equal(answer, (await doors.ByPage(file, about)).ToString());
    }

    private static readonly (string, string)[] Defaults = [("on", "2020-01-01"), ("organisation", "EXERCISE")];
}
