using Furrow.Server.Listings;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages;

/// <summary>Puts long lists in order when the server starts, so that whoever opens one first does not wait for it.</summary>
public sealed class ListPreparation(ListCache memory, Programme programme, TimeProvider clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
    {
        var state = programme.State;
        memory.Reports(state.Book);
        memory.Areas(state.Land, ProgrammeTime.Of(state).Today(clock));
    }, stoppingToken);
}
