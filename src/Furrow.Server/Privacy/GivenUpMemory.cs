using System.Buffers;

namespace Furrow.Server.Privacy;

/// <summary>After an erasure: gives up the memory of what was read before it. The collector frees what nobody holds any more; arrays that the runtime keeps for
/// the next who asks (<see cref="ArrayPool{T}.Shared"/>, through which pages and forms are written and read) are overwritten.</summary>
internal static class GivenUpMemory
{
    /// <summary>When it is done at once, whoever asked for the erasure still holds what they sent; a second later they do not. After half a minute the runtime
    /// has let go of arrays that only idle threads kept.</summary>
    private static readonly TimeSpan[] Later = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(35)];

    /// <summary>How many arrays of one size the runtime keeps for each processor.</summary>
    private const int KeptForEach = 32;

    private const int MostOfLarge = 4;
    private const int Large = 1 << 16;
    private const int Largest = 1 << 20;

    /// <summary>Now, and once more when requests that were under way have ended.</summary>
    /// <param name="stop">Ends the waiting, when the programme ends.</param>
    /// <returns>What is done now, and all of it.</returns>
    public static (Task Now, Task All) Begin(CancellationToken stop)
    {
        var now = Task.Run(Collect, CancellationToken.None);
        return (now, Task.Run(async () =>
        {
            await now;
            foreach (var wait in Later)
            {
                await Task.Delay(wait, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                await OverwriteOnEachThread();
                Collect();
            }
        }, CancellationToken.None));
    }

    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>Each thread keeps an array of each size for itself: as many pieces of work as there are threads, each of which waits for the others.</summary>
    private static async Task OverwriteOnEachThread()
    {
        using var all = new CountdownEvent(ThreadPool.ThreadCount);
        var rounds = Enumerable.Range(0, all.InitialCount).Select(_ => Task.Run(() =>
        {
            Overwrite<byte>(1);
            Overwrite<char>(1);
            all.Signal();
            all.Wait(TimeSpan.FromSeconds(1));
        })).ToArray();
        await Task.WhenAll(rounds);
        Overwrite<byte>(KeptForEach * Environment.ProcessorCount);
        Overwrite<char>(KeptForEach * Environment.ProcessorCount);
    }

    private static void Overwrite<T>(int count)
    {
        for (var size = 16; size <= Largest; size *= 2)
        {
            var rented = new T[size <= Large ? count : Math.Min(count, MostOfLarge)][];
            for (var i = 0; i < rented.Length; i++)
            {
                rented[i] = ArrayPool<T>.Shared.Rent(size);
            }

            Array.ForEach(rented, array => ArrayPool<T>.Shared.Return(array, clearArray: true));
        }
    }
}
