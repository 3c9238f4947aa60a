using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>docs/problems.md as the catalogue's source gives it: one section for each file of the catalogue, one row for each problem.</summary>
public static partial class ProblemPage
{
    public const string Document = "docs/problems.md";

    private const string Head = """
        # Problems

        Everything Furrow refuses or complains about, by its code. A code is never used for something else once it has been published.
        The sentence says what is wrong and, where it can, what to do; ‹names› stand for what differs. Where a file is the cause, the
        sentence is printed after the file, the row (from 1) and the field. The status is that of the HTTP answer; a verb that is refused
        ends with exit code 1, with 3 for a fault of the medium that passes, with 4 for a broken disk or ledger. This page is printed from the catalogue (`src/Furrow.Core/Problems.cs` and its sister files) by
        `FURROW_BLESS=1 ./test Shape`.

        """;

    public static string Render(IEnumerable<CataloguedProblem> problems)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var subject in problems.GroupBy(p => Subject().Match(p.File).Groups[1].Value))
        {
            text.Append("\n## ").Append(subject.Key).Append("\n\n| code | status | sentence |\n|---|---|---|\n");
            foreach (var problem in subject.OrderBy(p => p.Code, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{problem.Code}` | {problem.Status} | {Readable(problem.Sentence)} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A hole in the sentence is named after the first argument in it: {name} and {string.Join(", ", names)} become ‹name›, ‹names›.</summary>
    private static string Readable(string sentence) => Hole().Replace(sentence, hole =>
        {
            var words = Name().Matches(Text().Replace(hole.Value, "")).Select(m => m.Value)
                .Where(w => char.IsLower(w[0]) && w is not "string" and not "is" and not "null");
            return $"‹{words.FirstOrDefault() ?? "…"}›";
        })
        .Replace("\\\"", "\"", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    [GeneratedRegex(@"Problems\.(\w+)\.cs$")]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?<!\{)\{(?!\{)(?:[^{}]|\{[^{}]*\})*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?<!\.)\b[A-Za-z]\w*\b(?!\()")]
    private static partial Regex Name();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();
}
