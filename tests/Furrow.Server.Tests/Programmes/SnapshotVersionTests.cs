using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Programmes;
using Xunit;

namespace Furrow.Server.Tests.Programmes;

/// <summary>A snapshot of an older release is used as long as the version of its section is the same. So whoever changes what a fold gives, or how it is
/// written, must raise that version: this is where that shows.</summary>
public sealed class SnapshotVersionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The exercise of seed 1, folded: one line a section.</summary>
    private static readonly string[] Frozen =
    [
        "kernel 2 d99416f9df70064e",
        "land 6 9c37f4cffee4fcb0",
        "reports 6 37cfac9fb0e78822",
    ];

    [Fact]
    public void What_a_fold_gives_changes_only_with_the_version_of_its_section()
    {
        var plan = ExercisePlan.Make(1);
        using var programme = Programme.Open(_folder["v.furrow"], () => ExerciseRunner.Genesis(plan)).Get();
        ExerciseRunner.Play(programme, plan).Get();
        var now = StateSnapshot.Of(programme.State, default, []).Where(section => section.Subject != StateSnapshot.FactsSection)
            .Select(section => $"{section.Subject} {section.FoldVersion} {HashOf(section)}").ToArray();
        Assert.True(now.SequenceEqual(Frozen), "The fold or the form of a section has changed. Raise its version (KernelSnapshot, LandSnapshot or "
            + "ReportSnapshot) if it is the same as before, then freeze these lines here:\n" + string.Join('\n', now));
    }

    private static string HashOf(StateSection section)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        section.Write(piece => hash.AppendData(piece.Span));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
