namespace Furrow.Server.Tests.Imports;

/// <summary>Every named case, given to the command line and posted to the import page of a server: each row has the same verdict, problem and area, a file
/// that cannot be used the same problem, and as many readings wait for a person.</summary>
public sealed class SameVerdictTests(CasesByDoor doors) : IClassFixture<CasesByDoor>
{
    public static TheoryData<string> Files => [.. DrawingCaseTests.Cases.Select(c => c.Data.Item1),
        .. new[] { "geojson", "beside" }.SelectMany(CaseFiles.In)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_page_gives_every_row_the_verdict_of_the_command_line(string name)
    {
        var file = CaseFiles.Of(doors.Shell, name);
        foreach (var word in new[] { "suspected", "cleared", "mapped" })
        {
            (string, string)[] about = [("as", word), ("on", "2020-01-01"), ("organisation", "EXERCISE office")];
            var said = doors.ByCommandLine(file, about);
            Assert.NotEmpty(said.Rows);
            var shown = await doors.ByPage(file, about);
            Assert.Equal(said.Rows, shown.Rows);
            Assert.Equal(said.Open, shown.Open);
        }
    }
}
