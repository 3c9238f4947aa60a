using Examples;
using Furrow.Core;
using Furrow.Core.Log;

namespace Furrow.Shape.Tests;

/// <summary>What is frozen is as it was, and what is new is frozen too.</summary>
public sealed class FrozenTests
{
    private static bool Blesses => Environment.GetEnvironmentVariable("FURROW_BLESS") == "1";

    private static string? Kept(string path) => Path.Combine(Tree.Root, path) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    [Fact]
    public void Every_fact_is_frozen_as_it_is_written()
    {
        var (written, without) = Frozen.Facts(FactNames.All, SubjectExamples.Of);
        var (added, faults) = Frozen.Compare(written, Kept);
        foreach (var (path, text) in Blesses ? added : [])
        {
            File.WriteAllText(Path.Combine(Tree.Root, path), text);
        }

        None([.. without, .. faults, .. Blesses ? [] : added.Keys.Select(path => $"{path} is missing: FURROW_BLESS=1 ./test Shape freezes it")]);
    }

    [Fact]
    public void The_numbers_of_enums_that_facts_hold_and_of_rights_are_frozen()
    {
        var frozen = Kept(Frozen.Numbers)!.TrimEnd('\n').Split('\n');
        var (lines, faults) = Frozen.Merge(frozen, [.. Frozen.NumbersOf(FactNames.All.Select(k => k.Type))]);
        if (Blesses && faults.Count == 0)
        {
            File.WriteAllText(Path.Combine(Tree.Root, Frozen.Numbers), string.Join('\n', lines) + "\n");
        }

        None([.. faults, .. Blesses ? [] : lines.Except(frozen).Select(l => $"\"{l}\" is not frozen: FURROW_BLESS=1 ./test Shape freezes it")]);
    }

    [Fact]
    public void Enums_are_found_however_deep_a_fact_holds_them()
    {
        var found = Frozen.NumbersOf([typeof(Core.Reports.ReportSubmitted)]).Select(l => l.Split(' ')[0]).Distinct().ToList();
        Assert.Subset(found.ToHashSet(), new HashSet<string> { "ReportKind", "DatePrecision", "EvidenceStrength", "LandEffect", "KindSet", nameof(Right) });
        Assert.DoesNotContain(nameof(Door), found);
        Assert.Contains("Door 2 Page", Frozen.NumbersOf([typeof(Act)]));
    }

    [Theory]
    [InlineData("A 1 X|A 2 Y|B 0 Z", "A 1 X|A 2 Y|B 0 Z", "A 1 X|A 2 Y|B 0 Z", "")]
    [InlineData("A 1 X|B 0 Z", "A 1 X|A 2 Y|B 0 Z|C 5 N", "A 1 X|A 2 Y|B 0 Z|C 5 N", "")]
    [InlineData("A 1 X|A 2 Y", "A 1 X", null, "\"A 2 Y\" is frozen and is so no more")]
    [InlineData("A 1 X|A 2 Y", "A 1 Y|A 2 X", null, "\"A 1 X\" is frozen and is so no more|\"A 2 Y\" is frozen and is so no more|A 1 has two meanings|A 2 has two meanings")]
    public void New_numbers_are_added_and_a_frozen_one_is_never_changed(string frozen, string now, string? merged, string faults)
    {
        var (lines, found) = Frozen.Merge(frozen.Split('|'), now.Split('|'));
        Assert.Equal(faults, string.Join('|', found));
        Assert.Equal(merged ?? string.Join('|', lines), string.Join('|', lines));
    }

    [Fact]
    public void A_frozen_fact_that_is_written_in_another_way_is_refused_and_a_new_one_is_not()
    {
        var (added, faults) = Frozen.Compare(new Dictionary<string, string> { ["same"] = "1", ["other"] = "2", ["new"] = "3" },
            path => path switch { "same" => "1", "other" => "1", _ => null });
        Assert.Equal(["new"], added.Keys);
        Assert.Single(faults);
        Assert.StartsWith("other is frozen", faults[0], StringComparison.Ordinal);
        Assert.Equal([$"{FactNames.All[0].Name} 1 has no example in tests/Examples"], Frozen.Facts(FactNames.All.Take(1), _ => null).Faults);
    }
}
