namespace Furrow.Bench;

/// <summary>What every row is told.</summary>
/// <param name="Root">The folder of the repository.</param>
/// <param name="Scale">1 is the size the issue asks for; smaller for a quick look, and then it says so.</param>
public sealed record BenchContext(string Root, double Scale)
{
    /// <summary>All data follow from it.</summary>
    public const ulong Seed = 2026;

    public int Scaled(int count) => Math.Max(1, (int)Math.Round(count * Scale));

    /// <summary>Repetitions: at least five of what is quick, three of what takes long.</summary>
    public int QuickRuns => 7;

    public int SlowRuns => 3;
}

/// <summary>One row of the table: one piece of work, timed beside a peer doing the same.</summary>
public interface IBenchRow
{
    string Name { get; }

    string Work { get; }

    void Run(BenchContext context, RowReport report);
}

/// <summary>The two sides do not say the same, so no time may be printed.</summary>
public sealed class AnswersDifferException(string message) : Exception(message);
