using System.Collections;
using System.Collections.Concurrent;
using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>A large batch that is sealed while it is written, some entries ahead of the writer, on all processors: its bytes are never held all at once.
/// Read a second time it is sealed anew, with other salts.</summary>
internal sealed class SealedOnTheWay(IReadOnlyList<Placed> entries, Func<IReadOnlyList<Placed>, EntryDraft[]> seal) : IReadOnlyList<EntryDraft>
{
    /// <summary>Entries sealed together.</summary>
    private const int Portion = 1024;

    public int Count => entries.Count;

    public EntryDraft this[int index] => seal([entries[index]])[0];

    public IEnumerator<EntryDraft> GetEnumerator()
    {
        using var portions = entries.Chunk(Portion).GetEnumerator();
        var ahead = Task.Run(Next);
        try
        {
            while (ahead.GetAwaiter().GetResult() is { } drafts)
            {
                ahead = Task.Run(Next);
                foreach (var draft in drafts)
                {
                    yield return draft;
                }
            }
        }
        finally
        {
            // Whoever stops early must not leave a thread behind that reads what is then closed.
            ((IAsyncResult)ahead).AsyncWaitHandle.WaitOne();
        }

        EntryDraft[]? Next() => portions.MoveNext() ? seal(portions.Current) : null;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
