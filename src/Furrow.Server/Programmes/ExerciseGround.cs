using System.Collections.Concurrent;
using Furrow.Core.Drills.Islands;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>The invented island an exercise plays on: invented again from its seed, once in a process.</summary>
public static class ExerciseGround
{
    private static readonly ConcurrentDictionary<ulong, Lazy<(Island Island, IReadOnlyList<BaseMapFeature> Map)>> Known = new();

    /// <summary>What a map draws below the land; empty for a programme on real ground.</summary>
    public static IReadOnlyList<BaseMapFeature> MapOf(ProgrammeOpened? opened) => Of(opened)?.Map ?? [];

    private static (Island Island, IReadOnlyList<BaseMapFeature> Map)? Of(ProgrammeOpened? opened) => ExerciseRunner.IslandSeedOf(opened) is { } seed
        ? Known.GetOrAdd(seed, s => new(() => Island.Make(s) is var island ? (island, island.BaseMap()) : default)).Value
        : null;
}
