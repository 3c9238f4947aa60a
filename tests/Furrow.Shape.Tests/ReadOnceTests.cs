using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>How a day, a kind or a name of the code stands in addresses, forms and JSON is said in one place each.</summary>
public sealed partial class ReadOnceTests
{
    /// <summary>The place, and what beside it may do the like: for sentences, for cells of a sheet, for words of a page, for months and years, for
    /// numbers without an exponent, with a sign or of many digits.</summary>
    private static readonly (string What, Regex Pattern, string[] Places)[] Rules =
    [
        ("a day is written or read", Day(),
            ["src/Furrow.Core/IsoDay.cs", "src/Furrow.Core/Phrase.cs", "src/Furrow.Exchange/Xlsx/SheetRows.cs", "src/Furrow.Server/Verbs/SharedOptions.cs"]),
        ("a kind is read for a question", Kind(), ["src/Furrow.Core/Land/KindSet.cs"]),
        ("a number is read", Number(),
            ["src/Furrow.Core/PlainNumber.cs", "src/Furrow.Core/Checks/ProfileSettings.cs", "src/Furrow.Core/Intents/FieldReader.cs",
                "src/Furrow.Exchange/Mappings/ContraryWords.cs", "src/Furrow.Server/Answers/MapQuestion.cs", "src/Furrow.Server/Intents/IntentCell.cs"]),
        ("a name of the code is written", Name(), ["src/Furrow.Server/Answers/Names.cs", "src/Furrow.Server/Pages/Texts.cs"]),
    ];

    [Fact]
    public void Days_numbers_kinds_and_names_are_read_and_written_in_one_place_each() =>
        None(Elsewhere(Tree.Files.Where(f => f.IsUnder("src") && f.EndsWith(".cs", ".razor"))));

    [Fact]
    public void The_rule_of_one_place_can_fail() => Assert.Equal(
        ["a.cs:1: a day is written or read", "a.cs:2: a day is written or read", "a.cs:3: a kind is read for a question", "a.cs:4: a name of the code is written",
            "a.cs:5: a number is read"],
        Elsewhere([new("a.cs", "day.ToString(\"yyyy-MM-dd\", x)\nDateOnly.TryParse(text, out var d)\nKinds.Names.Any(n => n.Kind == kind)\n"
            + "JsonNamingPolicy.KebabCaseLower.ConvertName(x)\nint.TryParse(text, out var n)")]));

    private static IEnumerable<string> Elsewhere(IEnumerable<TreeFile> files) =>
        from file in files
        from line in file.Lines.Select((text, i) => (text, Number: i + 1))
        from rule in Rules
        where !rule.Places.Contains(file.Path) && rule.Pattern.IsMatch(line.text)
        select $"{file.Path}:{line.Number}: {rule.What}";

    [GeneratedRegex(@"""yyyy-MM-dd""|DateOnly\.(?:Try)?Parse")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:int|long|double|decimal)\.TryParse\(")]
    private static partial Regex Number();

    [GeneratedRegex(@"Names\.Any\(n => n\.Kind == kind\)")]
    private static partial Regex Kind();

    [GeneratedRegex(@"KebabCaseLower\.ConvertName")]
    private static partial Regex Name();
}
