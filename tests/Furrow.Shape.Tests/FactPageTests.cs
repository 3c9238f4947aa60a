using Furrow.Core.Log;

namespace Furrow.Shape.Tests;

/// <summary>Facts, rights and sensitive fields stand in the documents as they are in the code, with what their comments say.</summary>
public sealed class FactPageTests
{
    private static readonly Comments Said = Comments.OfCore;

    [Fact]
    public void The_facts_are_printed_as_they_are() =>
        Verdict.PrintedTable(FactPages.Facts, FactPages.FactHead, Said_of_all(FactPages.FactRows(FactNames.All, Said)));

    [Fact]
    public void The_rights_are_printed_as_they_are()
    {
        Verdict.PrintedTable(FactPages.Rights, FactPages.RightHead, Said_of_all(FactPages.RightRows(FactNames.All, Said)));
        Verdict.PrintedTable(FactPages.Rights, FactPages.RoleHead, Said_of_all(FactPages.RoleRows(Said)));
    }

    [Fact]
    public void The_sensitive_fields_and_the_verbs_are_printed_as_they_are()
    {
        Verdict.PrintedTable(FactPages.Tiers, FactPages.FieldHead, Said_of_all(FactPages.FieldRows(FactNames.All, Said)));
        var lines = File.ReadAllLines(Path.Combine(Tree.Root, FactPages.Tiers)).ToList();
        var rows = lines.Skip(lines.IndexOf(FactPages.OutputHead) + 2).TakeWhile(l => l.StartsWith('|')).ToList();
        Verdict.PrintedTable(FactPages.Tiers, FactPages.OutputHead, FactPages.OutputRows(rows, FactPages.Verbs()));
    }

    [Fact]
    public void A_verb_without_a_row_shows_nothing_until_somebody_decides() => Assert.Equal(
        ["| `furrow a` | names | Why. |", "| `furrow b` | nothing | Figures, codes and what was done. |"],
        FactPages.OutputRows(["| `furrow a` | names | Why. |"], ["b", "a"]));

    [Fact]
    public void A_table_is_printed_below_its_head_and_nothing_else_of_the_page_changes() => Assert.Equal(
        "# A\n| x |\n|---|\n| 2 |\n| 3 |\n\nB\n| x y |\n|---|\n| 4 |", Verdict.WithTable("# A\n| x |\n|---|\n| 1 |\n\nB\n| x y |\n|---|\n| 4 |", "| x |", ["| 2 |", "| 3 |"]));

    [Fact]
    public void Comments_are_read_of_types_parameters_properties_and_numbers()
    {
        var said = new Comments([new("a.cs", """
            /// <summary>Of a <see cref="Log.Sealed"/> thing,
            /// and <c>more</c>.</summary>
            /// <param name="Name">What it is called.</param>
            [X]
            record Version(string Name)
            {
                /// <summary>How old.</summary>
                int Major { get; }
            }
            enum DayOfWeek
            {
                /// <summary>To rest.</summary>
                Sunday = 1,
                Monday,
            }
            """)]);
        Assert.Equal(["Of a `Sealed` thing, and `more`.", "What it is called.", "How old.", "To rest.", ""],
        [
            said.Of(typeof(Version)), said.Of(typeof(Version), "Name"), said.Of(typeof(Version), "Major"), said.Of(typeof(DayOfWeek), "Sunday"),
            said.Of(typeof(DayOfWeek), "Monday"),
        ]);
    }

    /// <summary>A row in which nothing is said names what lacks its comment.</summary>
    private static List<string> Said_of_all(IEnumerable<string> rows)
    {
        var all = rows.ToList();
        None(all.Where(r => r.Contains("|  |", StringComparison.Ordinal)).Select(r => "no comment says what it is: " + r));
        return all;
    }
}
