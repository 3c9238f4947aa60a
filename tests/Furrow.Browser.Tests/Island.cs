using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Findings;

[assembly: AssemblyFixture(typeof(Furrow.Browser.Tests.Island))]

namespace Furrow.Browser.Tests;

/// <summary>The island, made once for all tests that only look.</summary>
public sealed class Island : IAsyncLifetime
{
    public ServedProgramme Served { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Served = await ServedProgramme.Island();

    public ValueTask DisposeAsync() => Served.DisposeAsync();

    /// <summary>The address of a kind of page that needs something of the programme in it: "AREA", "REPORT", "CORRECT", "BATCH", "GROUP", or "SPOT" in an
    /// address.</summary>
    public string AddressOf(string page)
    {
        var state = Served.Programme.State;
        var report = state.Reports.First(r => r.Status == ReportStatus.Approved && r.Report.Parts.Any(p => p.Shape is not null)).Report;
        var at = report.Parts.First(p => p.Shape is not null).Shape!.Polygons[0][0][0];
        return page switch
        {
            "AREA" => "/areas/" + state.Reports.First(r => r.Report.HazardousArea is not null).Report.HazardousArea,
            "REPORT" => $"/reports/{report.Id:D}",
            "CORRECT" => $"/reports/{report.Id:D}/correct",
            "BATCH" => $"/import/{state.Batches.First().Received.Batch:D}",
            "GROUP" => FindingQuestions.Address(LedgerFindings.Of(state, null, DateOnly.FromDateTime(DateTime.UtcNow), null)[0]),
            _ => page.Replace("SPOT", FormattableString.Invariant($"{at.LatDegrees},{at.LonDegrees}"), StringComparison.Ordinal),
        };
    }
}
