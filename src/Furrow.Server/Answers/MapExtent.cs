using System.Runtime.CompilerServices;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Answers;

/// <summary>One acceptance as the known-at switch lists it.</summary>
/// <param name="Reports">How many reports it accepted, or withdrew when a batch was undone.</param>
/// <remarks>Who and why are not said here: a map needs neither, and a reason is free text, which is restricted (docs/tiers.md).</remarks>
public sealed record AcceptanceAnswer(int Number, DateTimeOffset At, bool Undo, int Reports);

/// <summary>How far a programme's accepted reports reach, in space and in time. Computed once for each state.</summary>
internal sealed record MapExtent(GridBox Bounds, DateOnly? From, DateOnly? To, IReadOnlyList<AcceptanceAnswer> Acceptances)
{
    private static readonly ConditionalWeakTable<ProgrammeState, MapExtent> Known = [];

    public static MapExtent Of(ProgrammeState state) => Known.GetValue(state, Compute);

    /// <summary>West, south, east, north in degrees; null for a box that holds nothing.</summary>
    public static double[]? DegreesOf(GridBox box) => box.IsEmpty ? null :
    [
        (double)box.MinLon / GridPoint.PerDegree, (double)box.MinLat / GridPoint.PerDegree,
        (double)box.MaxLon / GridPoint.PerDegree, (double)box.MaxLat / GridPoint.PerDegree,
    ];

    private static MapExtent Compute(ProgrammeState state)
    {
        var bounds = GridBox.Empty;
        DateOnly? from = null, to = null;
        foreach (var entry in state.Reports)
        {
            if (entry.AcceptedAt is null)
            {
                continue;
            }

            var day = entry.Packed.EndDay;
            from = from is null || day < from ? day : from;
            to = to is null || day > to ? day : to;
            bounds = bounds.With(entry.Packed.Bounds);
        }

        bounds = UndrawnRecords.Of(state, state.Land.KnownAt).Aggregate(bounds, (box, record) => box.With(record.At));
        return new MapExtent(bounds, from, to,
            [.. state.Book.Acceptances.Select(a => new AcceptanceAnswer(a.Number, a.CommittedAt, a.Undoes, a.Reports))]);
    }
}
