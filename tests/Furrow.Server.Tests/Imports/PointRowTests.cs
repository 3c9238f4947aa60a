namespace Furrow.Server.Tests.Imports;

public sealed class PointRowTests
{
    [Fact]
    public void Rows_that_look_like_points_are_asked_about_once_and_known_the_next_time()
    {
        using var shell = new Shell();
        shell.Write("a.csv", "Parcel X,Pika,lat,lon\nA1,1,44,18\nA1,2,44,18.001\nA1,3,44.001,18.001\nB2,1,44.1,18\nB2,2,44.1,18.001\nB2,3,44.101,18.001\n");
        string[] import = ["import", "a.csv", "--as", "suspected", "--on", "2020-05-01", "--organisation", "EXERCISE team"];
        shell.Run([.. import, "--apply"]);
        Assert.Contains("open: 1.", shell.Out, StringComparison.Ordinal);
        Assert.Contains("look like", shell.Out + shell.Error, StringComparison.Ordinal);
        shell.Run([.. import, "--confirm", "next.json"]);
        Assert.Equal(2, Accepted(shell));
        shell.Run([.. import, "--mapping", "next.json"]);
        Assert.Equal(2, Accepted(shell));
        Assert.DoesNotContain("open:", shell.Out, StringComparison.Ordinal);

        // Or each row is a place of its own.
        shell.Run([.. import, "--leave", "Pika"]);
        Assert.Contains("(6 with a point", shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("open:", shell.Out, StringComparison.Ordinal);
    }

    private static int Accepted(Shell shell) => shell.Out.Split('\n').Count(l => l.StartsWith("row ", StringComparison.Ordinal) && l.EndsWith(": accepted",
        StringComparison.Ordinal));
}
