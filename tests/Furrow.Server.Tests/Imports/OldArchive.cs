using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Imports;

/// <summary>An old archive of suspected land that ann imports and accepts at once.</summary>
internal static class OldArchive
{
    public static readonly ImportOptions Options = new()
    {
        As = ImportAs.Find("suspected")!,
        On = new ReportDate(new DateOnly(2015, 12, 31)),
        Organisation = "Survey office",
        Baseline = true,
        AcceptReason = "old archive",
        By = Actor.Named("ann"),
        At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };
}
