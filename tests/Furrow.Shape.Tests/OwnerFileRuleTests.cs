using System.Text.RegularExpressions;

namespace Furrow.Shape.Tests;

/// <summary>A file the program makes is its owner's alone. That is done in one place; whatever makes a file past it is found here. Three files of the ledger
/// are opened by their own code after that place has made them; a GeoPackage that came as bytes is copied into a temporary folder nobody else may
/// enter, and zeros are written to try a medium.</summary>
public sealed partial class OwnerFileRuleTests
{
    private static readonly string[] Allowed =
    [
        "src/Furrow.Store/OwnerFiles.cs", "src/Furrow.Store/Checkpoint.cs", "src/Furrow.Store/Snapshots.cs", "src/Furrow.Store/Sqlite/WriterLease.cs",
        "src/Furrow.Exchange/GeoPackage/GeoPackageFile.cs", "src/Furrow.Store/Sqlite/LogFaults.cs",
    ];

    [Fact]
    public void Files_and_folders_are_made_in_one_place() => None(MadeElsewhere(Tree.Code.Where(f => f.IsUnder("src"))));

    [Fact]
    public void The_rule_can_fail() => Assert.Equal(
        ["src/A.cs makes a file: File.Create(", "src/A.cs makes a file: FileMode.Append", "src/B.cs makes a file: GetTempFileName("],
        MadeElsewhere(
        [
            new("src/A.cs", "File.Create(path); File.ReadAllText(path); new FileStream(p, FileMode.Append); File.OpenRead(p); OwnerFiles.Create(p);"),
            new("src/B.cs", "Path.GetTempFileName();"), new("src/Furrow.Store/OwnerFiles.cs", "File.Create(path)"),
        ]));

    private static IEnumerable<string> MadeElsewhere(IEnumerable<TreeFile> files) => files.Where(f => !Allowed.Contains(f.Path))
        .SelectMany(f => Made().Matches(f.Text).Select(m => $"{f.Path} makes a file: {m.Value}"));

    [GeneratedRegex(@"\bFile\.(Create\w*|Write\w*|Append\w*|Copy)\(|FileMode\.(Create|CreateNew|OpenOrCreate|Append)\b|\bDirectory\.CreateDirectory\(|GetTempFileName\(")]
    private static partial Regex Made();
}
