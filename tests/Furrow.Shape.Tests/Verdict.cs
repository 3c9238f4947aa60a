namespace Furrow.Shape.Tests;

public static class Verdict
{
    /// <summary>Fails with every violation on a line of its own, for all of them must be mended anyway.</summary>
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{found.Count} to mend:\n{string.Join('\n', found)}");
    }

    /// <summary>The page says what the program says. It is written by the program that checks it: FURROW_BLESS=1 ./test Shape writes it anew, and the
    /// difference is for review.</summary>
    public static void Printed(string document, string rendered)
    {
        var path = Path.Combine(Tree.Root, document);
        if (Environment.GetEnvironmentVariable("FURROW_BLESS") == "1")
        {
            File.WriteAllText(path, rendered);
        }

        None(Different(rendered, File.ReadAllText(path)));
    }

    /// <summary>The same of one table of a page: the rows below a head.</summary>
    public static void PrintedTable(string document, string head, IEnumerable<string> rows) =>
        Printed(document, WithTable(File.ReadAllText(Path.Combine(Tree.Root, document)).ReplaceLineEndings("\n"), head, rows));

    internal static string WithTable(string text, string head, IEnumerable<string> rows)
    {
        var lines = text.Split('\n').ToList();
        var first = lines.IndexOf(head) + 2;
        Assert.True(first > 1, $"There is no table \"{head}\".");
        lines.RemoveRange(first, lines.Skip(first).TakeWhile(l => l.StartsWith('|')).Count());
        lines.InsertRange(first, rows);
        return string.Join('\n', lines);
    }

    public static IEnumerable<string> Different(string rendered, string document)
    {
        var (code, text) = (rendered.Split('\n'), document.ReplaceLineEndings("\n").Split('\n'));
        return [.. code.Except(text).Select(l => "missing: " + l), .. text.Except(code).Select(l => "left over: " + l)];
    }
}
