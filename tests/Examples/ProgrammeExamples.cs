using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Examples;

/// <summary>The act every fact follows, and the programme itself.</summary>
internal sealed class ProgrammeExamples : SubjectExamples
{
    public static readonly Act Someone = new(Id(11), Id(12), new(2026, 3, 14, 15, 9, 26, TimeSpan.FromHours(4)), Door.Page, 17, "the duplicate of EXERCISE-7",
        Id(13), "quality officer");

    public override bool IsPlanted => false;

    public override IEnumerable<IFact> Facts =>
    [
        Someone,
        new ProgrammeOpened(Id(1), "EXERCISE island", true, "invented", 1, 1, "Asia/Baku"),
        new TimeZoneTookEffect("Asia/Baku"),
        new ProfileTookEffect(2, new Dictionary<string, string> { ["Profile"] = "national 2026", ["DoubtWaitsAbovePercent"] = "30" }),
        new VersionsTookEffect(2, 3, 4),
    ];

    /// <summary>Each alone: the versions of the example are of a later release, and would hold back what follows.</summary>
    public override IEnumerable<IFact> Before(IFact fact) => [];
}
