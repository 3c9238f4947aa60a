using System.Runtime.ExceptionServices;
using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>An intent in line for the next write, and its answer once that is durable.</summary>
internal sealed class WaitingIntent(Acting acting, Func<ProgrammeState, Act, Ruling> intent)
{
    private Outcome<long> _answer;
    private Exception? _failure;

    public Acting Acting { get; } = acting;

    public Func<ProgrammeState, Act, Ruling> Intent { get; } = intent;

    /// <summary>What was committed since whoever acts had looked.</summary>
    public NamedSince Since { get; } = new(acting.Seen);

    public bool IsAnswered { get; private set; }

    /// <summary>The answer it will get when the write succeeds.</summary>
    public void Judged(Outcome<long> answer) => _answer = answer;

    public void Failed(Exception failure)
    {
        _failure ??= failure;
        IsAnswered = true;
    }

    /// <summary>The write is done, or was refused as a whole.</summary>
    public void Release(Problem? refused)
    {
        if (refused is not null && !_answer.IsRefused)
        {
            _answer = refused;
        }

        IsAnswered = true;
    }

    public Outcome<long> Answer()
    {
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        return _answer;
    }
}
