using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;
using Furrow.Server.Tiles;

namespace Furrow.Server.Api;

/// <summary>What a map must know before it draws: whose land, known at which acceptance, where, from when to when, and the names of kinds
/// and statuses.</summary>
/// <param name="Id">The programme; a map must not mix kept tiles of two.</param>
/// <param name="Bounds">West, south, east, north in degrees; null while nothing with a place is accepted.</param>
/// <param name="From">The first date an accepted report speaks of (yyyy-MM-dd); null while there is none.</param>
/// <param name="To">The last.</param>
/// <param name="Today">The day it is where the programme counts its days (yyyy-MM-dd).</param>
/// <param name="TimeZone">IANA id of the zone it counts by.</param>
/// <param name="Tiles">Address of the tiles, with {z}, {x}, {y} and {knownAt} to fill in.</param>
public sealed record ProgrammeAnswer(Guid? Id, string Name, bool Exercise, int KnownAt, long Position, double[]? Bounds, DateOnly? From, DateOnly? To,
    DateOnly Today, string TimeZone, string Tiles,
    IReadOnlyList<string> Kinds, IReadOnlyList<StatusAnswer> Statuses, IReadOnlyList<AcceptanceAnswer> Acceptances)
{
    public static ProgrammeAnswer Of(ProgrammeState state, DateOnly today)
    {
        var time = ProgrammeTime.Of(state);
        var extent = MapExtent.Of(state);
        return new ProgrammeAnswer(
            state.Opened?.Programme,
            state.Opened?.Name ?? "",
            state.IsExercise,
            state.Land.KnownAt,
            state.Position,
            MapExtent.DegreesOf(extent.Bounds),
            extent.From,
            extent.To,
            today,
            time.Id,
            TileEndpoints.Address(state),
            [KindNames.Overall, .. Core.Land.Kinds.Names.Select(k => k.Name), KindNames.Custody],
            [.. Core.Land.Statuses.Names.Select(s => new StatusAnswer(s.Name, HistoryText.Code(s.Status).ToString(),
                Core.Land.Statuses.IsHazard(s.Status), Core.Land.Statuses.IsReleased(s.Status), s.Status >= LandStatus.NotHandedOver))],
            [.. extent.Acceptances.Select(a => a with { At = time.Local(a.At) })]);
    }
}

/// <param name="Code">The character that stands for the status in the histories of tiles.</param>
/// <param name="Custody">Not a status of land but of its custody.</param>
public sealed record StatusAnswer(string Name, string Code, bool Hazard, bool Released, bool Custody);
