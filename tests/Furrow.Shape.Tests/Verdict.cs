namespace Furrow.Shape.Tests;

public static class Verdict
{
    /// <summary>Fails with every violation on a line of its own, for all of them must be mended anyway.</summary>
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{found.Count} to mend:\n{string.Join('\n', found)}");
    }
}
