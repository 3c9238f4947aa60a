using Furrow.Core.Log;

namespace Furrow.Core.Land;

public sealed partial class LandLedger
{
    public static int SnapshotVersion => LandSnapshot.Version;

    public static void Write(LandLedger state, Action<ReadOnlyMemory<byte>> sink) => LandSnapshot.Write(state, sink);

    public static LandLedger Read(ReadOnlyMemory<byte> bytes) => LandSnapshot.Read(bytes);

    public static ISubjectFold<LandLedger> Begin(LandLedger from) => new Acceptances(from);

    public LandLedger Apply(Placed placed) => Accept(placed, default);

    /// <summary>An acceptance it knows already, from a snapshot, is not computed again.</summary>
    private LandLedger Accept(Placed placed, CancellationToken stop) =>
        placed.Fact is LandAcceptance acceptance && acceptance.Number > KnownAt ? Accept(acceptance, stop) : this;

    /// <summary>One acceptance after another: each is dear enough by itself, and may be stopped.</summary>
    private sealed class Acceptances(LandLedger land) : ISubjectFold<LandLedger>
    {
        private LandLedger _land = land;

        public IConsequence? Apply(Placed placed, CancellationToken stop)
        {
            _land = _land.Accept(placed, stop);
            return null;
        }

        public LandLedger ToState() => _land;
    }
}
