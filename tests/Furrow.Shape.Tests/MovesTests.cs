using Furrow.Core.Land;

namespace Furrow.Shape.Tests;

/// <summary>docs/moves.md prints the table of moves as the program has it.</summary>
public sealed class MovesTests
{
    [Fact]
    public void The_table_of_moves_is_printed_as_it_is() => None(Different(MovesInCode(), MovesInText(Tree.File("docs/moves.md").Text)));

    [Fact]
    public void The_moves_rule_can_fail() => Assert.Equal(
        ["not in the document: | a | b | c | move |", "not in the code: | a | b | d | move |"],
        Different(["| a | b | c | move |"], MovesInText("## The table\n\n| from | effect |\n|---|---|\n| a | b | d | move |\n\n## Next\n| x | y | z | w |")));

    private static IEnumerable<string> MovesInCode() => Moves.Table.Select(m =>
        $"| {Statuses.NameOf(m.From)} | {ListedTests.Kebab(m.By.ToString())} | {Statuses.NameOf(m.To)} | {ListedTests.Kebab(m.Heading.ToString())} |");

    private static IEnumerable<string> MovesInText(string document) => document.Split("## The table")[1].Split("\n## ")[0].Split('\n')
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

    private static List<string> Different(IEnumerable<string> code, IEnumerable<string> document)
    {
        var (inCode, inDocument) = (code.ToList(), document.ToList());
        return
        [
            .. inCode.Except(inDocument).Select(l => "not in the document: " + l),
            .. inDocument.Except(inCode).Select(l => "not in the code: " + l),
        ];
    }
}
