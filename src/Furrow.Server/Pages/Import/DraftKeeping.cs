using System.Collections.Concurrent;
using Furrow.Core;

namespace Furrow.Server.Pages.Import;

/// <summary>A file on its way in that somebody still looks at.</summary>
public interface IFileDraft
{
    Guid Id { get; }

    DateTimeOffset StartedAt { get; }

    /// <summary>When somebody last said something of it.</summary>
    DateTimeOffset TouchedAt { get; }

    /// <summary>Gives up what can be read from the file again: what was said of it stays.</summary>
    void Rest();
}

/// <summary>How long files on their way in are kept, by what somebody last said of them, and why those that are gone went. They hold what people said of a
/// file, so none goes because others came, unless there is no room for all.</summary>
public sealed class DraftKeeping
{
    /// <summary>All files of reports together; those of boundaries and those of rows a quarter of it each.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>However small they are.</summary>
    public const int MostDrafts = 1_000;

    /// <summary>Those last touched keep what was read of them in memory.</summary>
    public const int MostAwake = 5;

    private const int MostRemembered = 10_000;

    public static readonly TimeSpan MostAge = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<Guid, UploadEnd> _ends = new();
    private readonly ConcurrentQueue<Guid> _order = new();

    /// <summary>Why one is no longer here.</summary>
    public Problem ProblemOf(Guid id) => Problems.UploadGone(_ends.GetValueOrDefault(id), MostAge.Days);

    public void Remember(Guid id, UploadEnd end)
    {
        if (_ends.TryAdd(id, end))
        {
            _order.Enqueue(id);
        }

        while (_order.Count > MostRemembered && _order.TryDequeue(out var first))
        {
            _ends.TryRemove(first, out _);
        }
    }

    /// <summary>Those that go: nobody has said anything of them for too long, or the ones touched last have taken the room. The last one always
    /// stays.</summary>
    /// <param name="now">Null: nothing is too old.</param>
    public static IEnumerable<(Guid Id, UploadEnd End)> Over(IEnumerable<IFileDraft> drafts, DateTimeOffset? now, long mostBytes, Func<Guid, long> bytes)
    {
        var (sum, count) = (0L, 0);
        foreach (var draft in drafts.OrderByDescending(d => d.TouchedAt))
        {
            sum += bytes(draft.Id);
            count++;
            if (now - draft.TouchedAt > MostAge)
            {
                yield return (draft.Id, UploadEnd.TooOld);
            }
            else if (count > 1 && (sum > mostBytes || count > MostDrafts))
            {
                yield return (draft.Id, UploadEnd.Room);
            }
        }
    }
}
