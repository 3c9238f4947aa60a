using System.Collections.Concurrent;

namespace Furrow.Server.Pages.Forms;

/// <summary>Forms on their way and the last ones done. One that is sent several times at once is taken once; the others wait for it and are led to where it
/// led. Acts on the ledger are known again from the ledger itself after a restart (<see cref="FormRepeats"/>).</summary>
public sealed class SentForms
{
    /// <summary>Far more than are sent in a day; the oldest are forgotten.</summary>
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<Guid, Turn> _turns = new();
    private readonly ConcurrentDictionary<Guid, string> _done = new();
    private readonly ConcurrentQueue<Guid> _order = new();

    public string? Find(Guid intent) => _done.GetValueOrDefault(intent);

    public void Remember(Guid intent, string onward)
    {
        if (_done.TryAdd(intent, onward))
        {
            _order.Enqueue(intent);
            while (_order.Count > MostRemembered && _order.TryDequeue(out var oldest))
            {
                _done.TryRemove(oldest, out _);
            }
        }
    }

    /// <summary>Waits until nobody else works on this very form.</summary>
    public async Task<IDisposable> Take(Guid intent, CancellationToken stop)
    {
        while (true)
        {
            var turn = _turns.GetOrAdd(intent, id => new Turn(this, id));
            if (turn.Join())
            {
                try
                {
                    await turn.Gate.WaitAsync(stop);
                    return turn;
                }
                catch
                {
                    turn.Leave();
                    throw;
                }
            }
        }
    }

    private sealed class Turn(SentForms forms, Guid intent) : IDisposable
    {
        private readonly Lock _lock = new();
        private int _waiting;
        private bool _isOver;

        public SemaphoreSlim Gate { get; } = new(1);

        public bool Join()
        {
            lock (_lock)
            {
                _waiting += _isOver ? 0 : 1;
                return !_isOver;
            }
        }

        public void Leave()
        {
            lock (_lock)
            {
                if (--_waiting == 0)
                {
                    _isOver = true;
                    forms._turns.TryRemove(intent, out _);
                }
            }
        }

        public void Dispose()
        {
            Gate.Release();
            Leave();
        }
    }
}
