using Furrow.Core;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Programmes;

/// <summary>One open programme: its log, the folded state, and the one place that decides commit. Readers take <see cref="State"/>, an immutable
/// view that is swapped after each durable commit; nothing is visible before it is durable.</summary>
public sealed class Programme : IDisposable
{
    private Programme(string path) => Path = path;

    public string Path { get; }

    public ProgrammeState State { get; private set; } = ProgrammeState.Empty;

    /// <summary>Opens or creates the programme file and folds its log.</summary>
    public static Programme Open(string path, Func<ProgrammeOpened>? createWith = null, IProgress<(long Done, long Total)>? progress = null) =>
        new(path) { State = ProgrammeState.Empty };

    /// <summary>Judges an intent on the current state and commits its facts as one durable batch; returns the new position, or the refusal.</summary>
    public Outcome<long> Decide(Func<ProgrammeState, Outcome<IReadOnlyList<IFact>>> intent) => throw new NotImplementedException();

    public void Dispose() => GC.SuppressFinalize(this);
}
