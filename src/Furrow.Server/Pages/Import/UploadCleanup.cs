using Furrow.Server.Pages.Places;
using Furrow.Server.Pages.Rows;

namespace Furrow.Server.Pages.Import;

/// <summary>Sweeps uploads while the server runs: at its start what an earlier one left behind, then every minute what was applied or nobody came back to.
/// Nothing of a draft is decided by this: it can be uploaded again.</summary>
internal sealed class UploadCleanup(ImportDrafts drafts, PlaceDrafts places, RowsDrafts rows, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
            {
                drafts.Sweep(clock.GetUtcNow());
                places.Sweep(clock.GetUtcNow());
                rows.Sweep(clock.GetUtcNow());
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops; the drafts throws the rest away.
        }
    }
}
